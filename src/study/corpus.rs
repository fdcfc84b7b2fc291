//! All words of all texts in one row, with what each belongs to.

use std::collections::HashMap;
use std::ops::Range;

use super::stop_words::is_content;
use super::words::words;
use crate::library::Library;
use crate::library::part::Part;
use crate::library::reference::Reference;

/// A section by its place: quick to compare and to look up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SectionAt {
    /// The document's place in the library.
    pub document: usize,
    /// The section's place in the document.
    pub section: usize,
}

/// A heading, paragraph or quotation: what no run of words crosses.
#[derive(Debug, Clone)]
pub struct Unit {
    /// The section it belongs to.
    pub section: SectionAt,
    /// Which part of it.
    pub part: Part,
    /// Its words, by their places in the row.
    pub words: Range<usize>,
}

/// A word of the row. Numbers are of 32 bits, since there is one of these for every word.
#[derive(Debug, Clone, Copy)]
struct Entry {
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
    row: Vec<Entry>,
    units: Vec<Unit>,
    /// The words of each document, and in it of each section's own parts.
    documents: Vec<Range<usize>>,
    sections: Vec<Vec<Range<usize>>>,
    vocabulary: Vec<String>,
    content: Vec<bool>,
    places: HashMap<Reference, SectionAt>,
}

impl Corpus {
    /// The words of every heading, paragraph and quotation.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let mut corpus = Self::default();
        let mut known = HashMap::new();
        for (document, text) in library.documents.iter().enumerate() {
            let start = corpus.row.len();
            let mut sections = Vec::with_capacity(text.sections.len());
            for (at, section) in text.sections.iter().enumerate() {
                let place = SectionAt {
                    document,
                    section: at,
                };
                let first = corpus.row.len();
                for (part, prose) in section.parts() {
                    // The number of a heading names the place and is no wording.
                    let number = match part {
                        Part::Heading => section.number.as_deref().unwrap_or_default(),
                        _ => "",
                    };
                    let from = prose.text.strip_prefix(number).map_or(0, |_| number.len());
                    corpus.add(place, part, &prose.text, from, &mut known);
                }
                sections.push(first..corpus.row.len());
                corpus.places.insert(section.reference.clone(), place);
            }
            corpus.documents.push(start..corpus.row.len());
            corpus.sections.push(sections);
        }
        corpus.content = corpus.vocabulary.iter().map(|w| is_content(w)).collect();
        corpus
    }

    fn add(
        &mut self,
        section: SectionAt,
        part: Part,
        text: &str,
        from: usize,
        known: &mut HashMap<String, u32>,
    ) {
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
            self.row.push(Entry {
                word: id,
                unit,
                start: narrow(word.range.start),
                end: narrow(word.range.end),
            });
        }
        let words = first..self.row.len();
        self.units.push(Unit {
            section,
            part,
            words,
        });
    }

    /// The place of a section, or of the section that a paragraph stands in.
    #[must_use]
    pub fn place(&self, reference: &Reference) -> Option<SectionAt> {
        let section = Reference {
            paragraph: None,
            ..reference.clone()
        };
        self.places.get(&section).copied()
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

    /// The places of a section's own words; empty for a section that is not there.
    #[must_use]
    pub fn section(&self, at: SectionAt) -> Range<usize> {
        let document = self.sections.get(at.document);
        let section = document.and_then(|sections| sections.get(at.section));
        section.cloned().unwrap_or_default()
    }

    /// The places of a document's words; empty for a document that is not there.
    #[must_use]
    pub fn document(&self, at: usize) -> Range<usize> {
        self.documents.get(at).cloned().unwrap_or_default()
    }

    /// How many documents there are.
    #[must_use]
    pub fn document_count(&self) -> usize {
        self.documents.len()
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
        self.content[self.row[place].word as usize]
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

    /// The bytes of its unit's text that a run of words covers; the run is not empty.
    #[must_use]
    pub fn bytes(&self, run: &Range<usize>) -> Range<usize> {
        self.row[run.start].start as usize..self.row[run.end - 1].end as usize
    }

    /// Words and spaces: a run as it is compared.
    #[must_use]
    pub fn folded(&self, run: Range<usize>) -> String {
        let words: Vec<&str> = run.map(|place| self.letters(self.word_at(place))).collect();
        words.join(" ")
    }
}

/// A count as 32 bits. Texts of four billion words do not fit in the memory that this would need.
fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
