//! Where the terms stand, and how often.

use super::corpus::{Corpus, SectionAt};
use super::shared::Occurrence;
use crate::library::Library;
use crate::library::forms::Forms;
use crate::library::part::Spot;

/// The occurrences of every term of a library.
#[derive(Debug, Clone, Default)]
pub struct Occurrences {
    terms: Vec<TermOccurrences>,
    /// The terms of each section, by document and section.
    by_section: Vec<Vec<Vec<usize>>>,
}

/// The occurrences of one term.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TermOccurrences {
    /// In headings, paragraphs and quotations, in reading order.
    pub in_text: Vec<Occurrence>,
    /// In the keywords of a document: its place, and the keyword's.
    pub in_keywords: Vec<(usize, usize)>,
    /// How often in each document, text and keywords together.
    pub per_document: Vec<usize>,
    /// The same for each thousand words of the document's text.
    pub per_thousand: Vec<f64>,
}

impl Occurrences {
    /// Looks for all terms in one pass over each text.
    #[must_use]
    pub fn of(library: &Library, corpus: &Corpus) -> Self {
        let documents = library.documents.len();
        let empty = TermOccurrences {
            per_document: vec![0; documents],
            per_thousand: vec![0.0; documents],
            ..TermOccurrences::default()
        };
        let mut terms = vec![empty; library.terms.len()];
        let mut by_section = Vec::new();
        // The terms were loaded by means of the same automaton, so this does not fail.
        let Ok(forms) = Forms::new(&library.terms) else {
            return Self::default();
        };
        for (document, text) in library.documents.iter().enumerate() {
            let mut used_in_document = Vec::with_capacity(text.sections.len());
            for (section, parts) in text.sections.iter().enumerate() {
                let at = SectionAt { document, section };
                let mut used = Vec::new();
                for (part, prose) in parts.parts() {
                    for mention in forms.find(&prose.text) {
                        used.push(mention.term);
                        let spot = Spot {
                            part,
                            range: mention.range,
                        };
                        let term = &mut terms[mention.term];
                        term.per_document[document] += 1;
                        term.in_text.push(Occurrence { section: at, spot });
                    }
                }
                used.sort_unstable();
                used.dedup();
                used_in_document.push(used);
            }
            by_section.push(used_in_document);
            for (keyword, words) in text.metadata.keywords.iter().enumerate() {
                for mention in forms.find(words) {
                    let term = &mut terms[mention.term];
                    term.per_document[document] += 1;
                    term.in_keywords.push((document, keyword));
                }
            }
            for term in &mut terms {
                let words = corpus.document(document).len();
                term.per_thousand[document] = per_thousand(term.per_document[document], words);
            }
        }
        Self { terms, by_section }
    }

    /// Those of a term, by its place in the library.
    #[must_use]
    pub fn term(&self, term: usize) -> Option<&TermOccurrences> {
        self.terms.get(term)
    }

    /// The terms that stand in a section, its children left out, by their places in the library.
    #[must_use]
    pub fn terms_in(&self, at: SectionAt) -> &[usize] {
        let document = self.by_section.get(at.document);
        let section = document.and_then(|sections| sections.get(at.section));
        section.map_or(&[], Vec::as_slice)
    }
}

impl TermOccurrences {
    /// How often it stands anywhere.
    #[must_use]
    pub fn total(&self) -> usize {
        self.per_document.iter().sum()
    }

    /// Where it stands in a section, in reading order.
    pub fn in_section(&self, at: SectionAt) -> impl Iterator<Item = &Occurrence> {
        let from = self.in_text.partition_point(|one| one.section < at);
        self.in_text[from..]
            .iter()
            .take_while(move |one| one.section == at)
    }

    /// How often it stands in each section that has it, in reading order.
    #[must_use]
    pub fn per_section(&self) -> Vec<(SectionAt, usize)> {
        self.in_text
            .chunk_by(|a, b| a.section == b.section)
            .map(|chunk| (chunk[0].section, chunk.len()))
            .collect()
    }
}

/// Texts are far shorter than the numbers that a float holds exactly.
#[allow(clippy::cast_precision_loss)]
fn per_thousand(count: usize, words: usize) -> f64 {
    if words == 0 {
        return 0.0;
    }
    count as f64 * 1000.0 / words as f64
}
