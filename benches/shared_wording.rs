//! How the study grows with the number of documents: `cargo bench --bench shared_wording`.

#![allow(missing_docs, clippy::unwrap_used)]

mod corpus;

use corpus::{corpus_of, real};
use divan::Bencher;
use lectern::library::{Library, SectionId};
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
    let [a, b] = [(0, 6), (3, 9)].map(|(document, nth)| section(&library, document, nth));
    bencher.bench(|| shared.between(&corpus, a, b));
}

/// A section by the places of its document and of itself, from 0.
fn section(library: &Library, document: usize, nth: usize) -> SectionId {
    library.documents()[document].sections.get(nth).unwrap()
}
