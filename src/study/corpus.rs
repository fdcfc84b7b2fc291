//! All words of all texts in one row, with what each belongs to.

use std::collections::HashMap;
use std::ops::Range;

use crate::analysis::{is_unspaced, words};
use crate::library::{DocumentId, IdMap, Library, Part, SectionId};

/// A heading, paragraph or quotation: what no run of words crosses.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Which part it is.
    pub part: Part,
    /// Its words, by their places in the row.
    pub words: Range<usize>,
}

/// A word of the row. Numbers are of 32 bits, since there is one of these for every word.
#[derive(Debug, Clone, Copy)]
struct Token {
    /// Which word it is, by its place in the vocabulary.
    word: u32,
    /// The unit it stands in.
    unit: u32,
    /// The bytes of the unit's text.
    start: u32,
    end: u32,
}

/// The words of a library in reading order.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    row: Vec<Token>,
    units: Vec<Unit>,
    /// The words of each document, and of each section's own parts.
    documents: IdMap<DocumentId, Range<usize>>,
    sections: IdMap<SectionId, Range<usize>>,
    vocabulary: Vec<String>,
    content: Vec<bool>,
    signs: Vec<bool>,
}

impl Corpus {
    /// The words of every heading, paragraph and quotation.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let mut corpus = Self::default();
        let mut known = HashMap::new();
        for document in library.documents() {
            let start = corpus.row.len();
            for section in &library[document.sections] {
                let first = corpus.row.len();
                for part in section.parts() {
                    let text = &library.prose(part).text;
                    // The number of a heading names the place and is no wording.
                    let from = match (part, &section.number) {
                        (Part::Heading(_), Some(number)) if text.starts_with(number) => {
                            number.len()
                        }
                        _ => 0,
                    };
                    corpus.add(part, text, from, &mut known);
                }
                corpus.sections.push(first..corpus.row.len());
            }
            corpus.documents.push(start..corpus.row.len());
        }
        let words = corpus.vocabulary.iter();
        corpus.content = words.map(|word| library.words.is_content(word)).collect();
        let words = corpus.vocabulary.iter();
        corpus.signs = words.map(|word| word.starts_with(is_unspaced)).collect();
        corpus
    }

    fn add(&mut self, part: Part, text: &str, from: usize, known: &mut HashMap<String, u32>) {
        let first = self.row.len();
        let unit = narrow(self.units.len());
        let all = words(text).into_iter();
        for word in all.skip_while(|word| word.range.start < from) {
            let next = narrow(self.vocabulary.len());
            let id = known.get(&word.folded).copied().unwrap_or(next);
            if id == next {
                self.vocabulary.push(word.folded.clone());
                known.insert(word.folded, next);
            }
            self.row.push(Token {
                word: id,
                unit,
                start: narrow(word.range.start),
                end: narrow(word.range.end),
            });
        }
        let words = first..self.row.len();
        self.units.push(Unit { part, words });
    }

    /// The number of all words.
    #[must_use]
    pub fn len(&self) -> usize {
        self.row.len()
    }

    /// Whether there is no word at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.row.is_empty()
    }

    /// The places of a section's own words.
    #[must_use]
    pub fn section(&self, id: SectionId) -> Range<usize> {
        self.sections[id].clone()
    }

    /// The places of a document's words.
    #[must_use]
    pub fn document(&self, id: DocumentId) -> Range<usize> {
        self.documents[id].clone()
    }

    /// The documents with the places of their words.
    pub fn documents(&self) -> impl Iterator<Item = (DocumentId, &Range<usize>)> {
        self.documents.iter()
    }

    /// All units in reading order.
    #[must_use]
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The unit of a word.
    #[must_use]
    pub fn unit_at(&self, place: usize) -> &Unit {
        &self.units[self.row[place].unit as usize]
    }

    /// The word at a place, by its number in the vocabulary.
    #[must_use]
    pub fn word_at(&self, place: usize) -> u32 {
        self.row[place].word
    }

    /// Whether the word at a place carries content.
    #[must_use]
    pub fn is_content_at(&self, place: usize) -> bool {
        self.is_content(self.word_at(place))
    }

    /// Whether the word at a place is one sign of a script that does not part its words.
    #[must_use]
    pub fn is_sign_at(&self, place: usize) -> bool {
        self.signs[self.row[place].word as usize]
    }

    /// Whether a word of the vocabulary carries content.
    #[must_use]
    pub fn is_content(&self, word: u32) -> bool {
        self.content[word as usize]
    }

    /// The letters of a word of the vocabulary, folded.
    #[must_use]
    pub fn letters(&self, word: u32) -> &str {
        &self.vocabulary[word as usize]
    }

    /// The number of different words.
    #[must_use]
    pub fn vocabulary_len(&self) -> usize {
        self.vocabulary.len()
    }

    /// The bytes of its unit's text that a run of words covers.
    ///
    /// # Panics
    /// If the run is empty.
    #[must_use]
    pub fn bytes(&self, run: &Range<usize>) -> Range<usize> {
        self.row[run.start].start as usize..self.row[run.end - 1].end as usize
    }

    /// The letters of a run of words as they are compared: folded, with a space between two words.
    #[must_use]
    pub fn folded(&self, run: Range<usize>) -> String {
        let words: Vec<&str> = run.map(|place| self.letters(self.word_at(place))).collect();
        words.join(" ")
    }
}

/// A count as 32 bits: texts of four billion words do not fit in the memory this would need.
fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
