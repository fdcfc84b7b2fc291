//! Libraries of any size, for benchmarks.
//!
//! Each document is one of the two real ones with a third of its words replaced: most by others of
//! the same texts, so that phrases of any length are shared and formulas are frequent, and one word
//! in sixty by a rare name.

use lectern::content::{Source, load, read};
use lectern::library::Library;
use lectern::library::document::Document;
use lectern::library::prose::Prose;
use lectern::library::reference::{Reference, Slug};
use lectern::library::section::Block;

/// The library of the real content.
pub fn real() -> Library {
    load(&read(&Source::Embedded)).library.unwrap()
}

/// A generator of the same numbers at each run (xorshift).
pub struct Numbers(u64);

impl Numbers {
    /// From the beginning.
    pub fn new() -> Self {
        Self(0x2545_F491_4F6C_DD1D)
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// A library of so many documents.
pub fn corpus_of(size: usize) -> Library {
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
    let mut numbers = Numbers::new();
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
                let varied: Vec<String> = text
                    .split_whitespace()
                    .map(|word| match numbers.below(60) {
                        0 => format!("name{}", numbers.below(100_000)),
                        1..20 => words[numbers.below(words.len())].clone(),
                        _ => word.to_owned(),
                    })
                    .collect();
                paragraph.prose = Prose::plain(varied.join(" "));
                paragraph.reference.document = id.clone();
            }
        }
    }
    model
}
