//! Where the terms stand, and how often.

use super::corpus::Corpus;
use crate::library::{
    Document, DocumentId, IdMap, Library, SectionId, TermId, TermMatcher, TextSpan,
};

/// The occurrences of every term of a library.
#[derive(Debug, Clone, Default)]
pub struct Occurrences {
    terms: IdMap<TermId, TermOccurrences>,
    by_section: IdMap<SectionId, Vec<TermId>>,
}

/// The occurrences of one term.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TermOccurrences {
    /// In headings, paragraphs and quotations, in reading order.
    pub in_text: Vec<TextSpan>,
    /// In the keywords of documents.
    pub in_keywords: Vec<KeywordOccurrence>,
    /// How often in each document that has it, in the order of the library.
    pub counts: Vec<DocumentCount>,
}

/// An occurrence in a keyword of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeywordOccurrence {
    /// The document.
    pub document: DocumentId,
    /// The whole keyword.
    pub keyword: String,
}

/// How often a term stands in one document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DocumentCount {
    /// The document.
    pub document: DocumentId,
    /// How often, text and keywords together.
    pub count: usize,
    /// The same for each thousand words of the document's text.
    pub per_thousand: f64,
}

impl Occurrences {
    /// Looks for all terms in one pass over each text.
    #[must_use]
    pub fn of(library: &Library, corpus: &Corpus) -> Self {
        // The terms were loaded by means of the same automaton, so this does not fail.
        let Ok(matcher) = TermMatcher::new(library.terms()) else {
            return Self::default();
        };
        let mut occurrences = Self {
            terms: IdMap::filled(library.terms().len(), TermOccurrences::default()),
            by_section: IdMap::default(),
        };
        for document in library.documents() {
            let words = corpus.document(document.id).len();
            occurrences.read(library, document, words, &matcher);
        }
        occurrences
    }

    fn read(
        &mut self,
        library: &Library,
        document: &Document,
        words: usize,
        matcher: &TermMatcher,
    ) {
        let mut met: Vec<TermId> = Vec::new();
        for section in &library[document.sections] {
            let before = met.len();
            for part in section.parts() {
                for mention in matcher.find(&library.prose(part).text) {
                    met.push(mention.term);
                    let range = mention.range;
                    self.terms[mention.term]
                        .in_text
                        .push(TextSpan { part, range });
                }
            }
            let mut here = met[before..].to_vec();
            here.sort_unstable();
            here.dedup();
            self.by_section.push(here);
        }
        for keyword in &document.metadata.keywords {
            for mention in matcher.find(keyword) {
                met.push(mention.term);
                self.terms[mention.term]
                    .in_keywords
                    .push(KeywordOccurrence {
                        document: document.id,
                        keyword: keyword.clone(),
                    });
            }
        }
        met.sort_unstable();
        for run in met.chunk_by(|a, b| a == b) {
            self.terms[run[0]].counts.push(DocumentCount {
                document: document.id,
                count: run.len(),
                per_thousand: per_thousand(run.len(), words),
            });
        }
    }

    /// Those of a term.
    #[must_use]
    pub fn term(&self, term: TermId) -> &TermOccurrences {
        &self.terms[term]
    }

    /// The terms that stand in a section, its children left out, in the order of the library.
    #[must_use]
    pub fn terms_in(&self, section: SectionId) -> &[TermId] {
        &self.by_section[section]
    }
}

impl TermOccurrences {
    /// How often it stands anywhere.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.iter().map(|one| one.count).sum()
    }

    /// How often it stands in a document; `None` where it does not.
    #[must_use]
    pub fn in_document(&self, document: DocumentId) -> Option<&DocumentCount> {
        let found = self
            .counts
            .binary_search_by_key(&document, |one| one.document);
        found.ok().map(|at| &self.counts[at])
    }

    /// Where it stands in a section, in reading order.
    #[must_use]
    pub fn in_section(&self, library: &Library, section: SectionId) -> &[TextSpan] {
        let of = |span: &TextSpan| library.section_of_part(span.part);
        let start = self.in_text.partition_point(|span| of(span) < section);
        let end = self.in_text.partition_point(|span| of(span) <= section);
        &self.in_text[start..end]
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
