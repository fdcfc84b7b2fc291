//! How the study grows with the number of documents: `cargo bench --bench shared_wording`.
//!
//! Each document of a corpus is one of the two real ones with a third of its words replaced by
//! others of the same texts, so that phrases of any length are shared and formulas are frequent.

#![allow(missing_docs, clippy::unwrap_used)]

use divan::Bencher;
use lectern::content::{Source, load, read};
use lectern::library::Library;
use lectern::library::document::Document;
use lectern::library::prose::Prose;
use lectern::library::reference::{Reference, Slug};
use lectern::library::section::Block;
use lectern::study::Study;
use lectern::study::corpus::{Corpus, SectionAt};
use lectern::study::shared::Shared;

const SIZES: [usize; 3] = [10, 100, 1000];

fn main() {
    divan::main();
}

fn real() -> Library {
    load(&read(&Source::Embedded)).library.unwrap()
}

/// A generator of the same numbers at each run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

fn corpus_of(size: usize) -> Library {
    let mut library = real();
    let vocabulary: Vec<String> = library
        .texts()
        .iter()
        .flat_map(|text| text.split_whitespace())
        .map(str::to_owned)
        .collect();
    let models = std::mem::take(&mut library.documents);
    library.concordance.links.clear();
    library.concordance.silences.clear();
    let mut numbers = Numbers(0x2545_F491_4F6C_DD1D);
    for at in 0..size {
        let model = models[at % models.len()].clone();
        let id = Slug::parse(&format!("d{at}")).unwrap();
        let document = varied(model, &id, &vocabulary, &mut numbers);
        library.documents.push(document);
    }
    library
}

fn varied(mut model: Document, id: &Slug, words: &[String], numbers: &mut Numbers) -> Document {
    model.id = id.clone();
    for section in &mut model.sections {
        section.reference = Reference {
            document: id.clone(),
            ..section.reference.clone()
        };
        for block in &mut section.blocks {
            if let Block::Paragraph(paragraph) = block {
                let text = &paragraph.prose.text;
                let varied: Vec<&str> = text
                    .split_whitespace()
                    .map(|word| match numbers.below(3) {
                        0 => words[numbers.below(words.len())].as_str(),
                        _ => word,
                    })
                    .collect();
                paragraph.prose = Prose::plain(varied.join(" "));
                paragraph.reference.document = id.clone();
            }
        }
    }
    model
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
    let corpus = Corpus::of(&corpus_of(size));
    let shared = Shared::of(&corpus);
    let a = SectionAt {
        document: 0,
        section: 6,
    };
    let b = SectionAt {
        document: 3,
        section: 9,
    };
    bencher.bench(|| shared.between(&corpus, a, b));
}

/// The sections of all documents that share most with one.
#[divan::bench(args = SIZES)]
fn partners_of_a_section(bencher: Bencher, size: usize) {
    let corpus = Corpus::of(&corpus_of(size));
    let shared = Shared::of(&corpus);
    let of = SectionAt {
        document: 0,
        section: 6,
    };
    bencher.bench(|| shared.partners(&corpus, of, 20));
}
