//! How the study grows with the number of documents: `cargo bench --bench shared_wording`.

#![allow(missing_docs, clippy::unwrap_used)]

mod corpus;

use corpus::{corpus_of, real};
use divan::Bencher;
use lectern::study::Study;
use lectern::study::corpus::Corpus;
use lectern::study::shared::Shared;

const SIZES: [usize; 3] = [10, 100, 1000];

fn main() {
    divan::main();
}

/// Everything at start-up, on the real content.
#[divan::bench]
fn study_of_the_real_content(bencher: Bencher) {
    let library = real();
    bencher.bench(|| Study::of(&library));
}

/// The index that all shared wording is found by.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn index(bencher: Bencher, size: usize) {
    let corpus = Corpus::of(&corpus_of(size));
    bencher.bench(|| Shared::of(&corpus));
}

/// One pair of sections: the cost should not grow with the library.
#[divan::bench(args = SIZES)]
fn between_two_sections(bencher: Bencher, size: usize) {
    let library = corpus_of(size);
    let corpus = Corpus::of(&library);
    let shared = Shared::of(&corpus);
    let section = |document: usize, nth: usize| {
        let sections = library.documents()[document].sections;
        sections.get(nth).unwrap()
    };
    let (a, b) = (section(0, 6), section(3, 9));
    bencher.bench(|| shared.between(&corpus, a, b));
}
