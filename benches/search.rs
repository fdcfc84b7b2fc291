//! How long a search takes, and what the index costs: `cargo bench --bench search`.
//!
//! All queries of `tests/suite/queries.toml` are asked many times over, of the real content and of
//! libraries of 10, 100 and 1,000 documents, and then queries without sense. An answer is what the
//! search finds, a page everything but the network: from the query to the finished HTML. Each
//! library has a process of its own, so that its memory can be told; what is counted is what the
//! process holds more than before.

#![allow(missing_docs, clippy::unwrap_used)]

mod corpus;

use std::env::{args, current_exe};
use std::fs::read_to_string;
use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use corpus::{Numbers, corpus_of, real};
use lectern::search::Search;
use lectern::site::{Outcome, Site};
use serde::Deserialize;

const SIZES: [usize; 4] = [0, 10, 100, 1000];

/// How many searches are timed at least.
const SEARCHES: usize = 4000;

/// How many queries without sense are timed.
const WILD: usize = 2000;

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
    let library = if size == 0 { real() } else { corpus_of(size) };
    let (documents, sections) = (library.documents().len(), library.sections().len());
    let before = memory();
    let begin = Instant::now();
    let search = Search::of(&library);
    let index = begin.elapsed();
    let held = memory() - before;
    let found = timed(|query| search.answer(&library, query, &(0..10)).total);
    drop(search);
    let whole = Site::new(library, None);
    let pages = timed(|query| match whole.search(query, 1).unwrap() {
        Outcome::SeeOther(place) => place.len(),
        Outcome::Answer(page) | Outcome::NotFound(page) | Outcome::Refused(page) => page.body.len(),
    });
    println!(
        "{documents:9} {sections:9} {:7.0} ms {held:6.0} MB  {found}  {pages}",
        milliseconds(index),
    );
}

/// How long all queries take, and how long signs without sense do at most.
fn timed(search: impl Fn(&str) -> usize) -> String {
    let cases: Cases = toml::from_str(include_str!("../tests/suite/queries.toml")).unwrap();
    let time = |query: &str| {
        let begin = Instant::now();
        black_box(search(query));
        begin.elapsed()
    };
    let mut times = Vec::new();
    for round in 0..=SEARCHES.div_ceil(cases.queries.len()) {
        for case in &cases.queries {
            let took = time(&case.query);
            // The first round warms up.
            if round > 0 {
                times.push(took);
            }
        }
    }
    times.sort_unstable();
    let at = |hundredths: usize| milliseconds(times[(times.len() - 1) * hundredths / 100]);
    let mut numbers = Numbers::new();
    let wild = (0..WILD)
        .map(|_| time(&senseless(&mut numbers, &cases.queries)))
        .max();
    format!(
        "{:6.2} {:6.2} {:6.2} {:6.2} ms",
        at(50),
        at(99),
        at(100),
        milliseconds(wild.unwrap_or_default()),
    )
}

/// Pieces of queries, operators and signs in any order, up to the longest query.
fn senseless(numbers: &mut Numbers, cases: &[Case]) -> String {
    let signs = [
        "\"", " -", "*", " OR ", " doc:", "c*", " the ", "—", " NOT ", "\u{0}",
    ];
    let mut query = String::new();
    let length = numbers.below(500);
    while query.chars().count() < length {
        let words: Vec<&str> = cases[numbers.below(cases.len())].query.split(' ').collect();
        query.push_str(words[numbers.below(words.len())]);
        query.push_str(signs[numbers.below(signs.len())]);
    }
    query.chars().take(500).collect()
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
