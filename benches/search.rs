//! How long a search takes, and what the index costs: `cargo bench --bench search`.
//!
//! All queries of `tests/suite/queries.toml` are asked many times over, of the real content and of
//! libraries of 10, 100 and 1,000 documents. A search is everything but the network: from the
//! query to the finished page. Each library has a process of its own, so that its memory can be
//! told; what is counted is what the process holds more than before.

#![allow(missing_docs, clippy::unwrap_used)]

mod corpus;

use std::env::{args, current_exe};
use std::fs::read_to_string;
use std::process::Command;
use std::time::{Duration, Instant};

use corpus::{corpus_of, real};
use lectern::library::Library;
use lectern::search::Search;
use lectern::site::{Searched, render};
use serde::Deserialize;

const SIZES: [usize; 4] = [0, 10, 100, 1000];

/// How many searches are timed at least.
const SEARCHES: usize = 4000;

#[derive(Deserialize)]
struct Cases {
    queries: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    query: String,
}

fn main() {
    let size = args().find_map(|arg| arg.parse().ok());
    if let Some(size) = size {
        measure(size);
        return;
    }
    println!(
        "documents  sections      index    memory       site    memory      p50      p99      max"
    );
    for size in SIZES {
        let this = current_exe().unwrap();
        let status = Command::new(this).arg(size.to_string()).status().unwrap();
        assert!(status.success(), "the run of {size} documents failed");
    }
}

/// Of so many documents; of the real content for 0.
fn measure(size: usize) {
    let library = || if size == 0 { real() } else { corpus_of(size) };
    let (index, index_memory) = {
        let library = library();
        let before = memory();
        let begin = Instant::now();
        let search = Search::of(&library);
        let took = begin.elapsed();
        let held = memory() - before;
        drop(search);
        (took, held)
    };
    let library = library();
    let (documents, sections) = (library.documents.len(), sections(&library));
    let before = memory();
    let begin = Instant::now();
    let site = render(library);
    let whole = begin.elapsed();
    let whole_memory = memory() - before;

    let cases: Cases = toml::from_str(include_str!("../tests/suite/queries.toml")).unwrap();
    let rounds = SEARCHES.div_ceil(cases.queries.len());
    let mut times = Vec::new();
    let mut slowest = (Duration::ZERO, "");
    for round in 0..=rounds {
        for case in &cases.queries {
            let begin = Instant::now();
            let found = site.search(&case.query, 1);
            let took = begin.elapsed();
            assert!(!matches!(found, Searched::Refused(_)));
            // The first round warms up.
            if round > 0 {
                times.push(took);
                slowest = slowest.max((took, &case.query));
            }
        }
    }
    times.sort_unstable();
    let at = |hundredths: usize| milliseconds(times[(times.len() - 1) * hundredths / 100]);
    println!(
        "{documents:9} {sections:9} {:7.0} ms {index_memory:6.0} MB {:7.0} ms {whole_memory:6.0} MB \
         {:5.2} ms {:5.2} ms {:5.2} ms ({})",
        milliseconds(index),
        milliseconds(whole),
        at(50),
        at(99),
        at(100),
        slowest.1,
    );
}

fn sections(library: &Library) -> usize {
    library.documents.iter().map(|one| one.sections.len()).sum()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The memory that this process holds, in megabytes; 0 where the system does not say.
fn memory() -> f64 {
    let status = read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1024.0
}
