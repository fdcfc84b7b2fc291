//! Searches and suggestions for machines.

use serde::Serialize;

use super::context::Piece;
use super::edition::Edition;
use super::search_result::ResultPart;
use crate::library::address;
use crate::search::suggest::Suggestion;
use crate::search::{Answer, Found};

/// What `/search.json` sends.
#[derive(Serialize)]
pub struct SearchData {
    query: String,
    /// What the query was taken for, where words of it stand nowhere.
    corrected: Option<String>,
    total: usize,
    results: Vec<ResultData>,
    terms: Vec<NamedData>,
    pages: Vec<NamedData>,
}

#[derive(Serialize)]
struct ResultData {
    #[serde(rename = "ref")]
    reference: String,
    /// The best passage: a paragraph, or the section where that is its heading.
    passage: String,
    title: String,
    url: String,
    snippet: String,
    score: f32,
}

#[derive(Serialize)]
struct NamedData {
    title: String,
    url: String,
}

/// Why a search is not answered.
#[derive(Serialize)]
pub struct RefusedData {
    /// The reason, in a sentence.
    pub error: String,
}

/// What `/search/suggest` sends.
#[derive(Serialize)]
pub struct SuggestionsData {
    query: String,
    suggestions: Vec<SuggestionData>,
}

#[derive(Serialize)]
struct SuggestionData {
    /// `reference`, `heading` or `term`.
    kind: &'static str,
    label: String,
    /// Where it is, or what it is.
    detail: String,
    url: String,
}

impl SearchData {
    /// An answer.
    pub fn new(edition: Edition<'_>, query: &str, answer: &Answer) -> Self {
        let library = edition.library;
        let terms = answer.terms.iter().map(|&at| &library.terms[at]);
        let pages = answer.pages.iter().map(|(at, _)| &library.pages[*at]);
        let results = answer.results.iter();
        Self {
            query: query.to_owned(),
            corrected: answer.corrected.clone(),
            total: answer.total,
            results: results
                .map(|found| ResultData::new(edition, found))
                .collect(),
            terms: terms
                .map(|term| NamedData {
                    title: term.label.clone(),
                    url: edition.below_base(&address::term(term)),
                })
                .collect(),
            pages: pages
                .map(|page| NamedData {
                    title: page.title.clone(),
                    url: edition.below_base(&address::page(page)),
                })
                .collect(),
        }
    }
}

impl ResultData {
    fn new(edition: Edition<'_>, found: &Found) -> Self {
        let library = edition.library;
        let document = &library.documents[found.section.document];
        let section = &document.sections[found.section.section];
        let shown = ResultPart::new(library, found);
        Self {
            reference: section.reference.to_string(),
            passage: found.reference(library).to_string(),
            title: section.title.clone(),
            url: edition.below_base(&format!("{}#{}", shown.href, shown.place)),
            snippet: plain(&shown.words.unwrap_or_default()),
            score: found.score,
        }
    }
}

fn plain(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

impl SuggestionsData {
    /// What is offered for a text.
    pub fn new(edition: Edition<'_>, query: &str, offered: &[Suggestion]) -> Self {
        let suggestions = offered.iter();
        Self {
            query: query.to_owned(),
            suggestions: suggestions
                .filter_map(|one| SuggestionData::new(edition, one))
                .collect(),
        }
    }
}

impl SuggestionData {
    fn new(edition: Edition<'_>, suggestion: &Suggestion) -> Option<Self> {
        let library = edition.library;
        Some(match suggestion {
            Suggestion::Place(place) => {
                let found = library.resolve(place)?;
                Self {
                    kind: "reference",
                    label: found.section.heading_text().to_owned(),
                    detail: place.to_string(),
                    url: edition.below_base(&address::of(library, place)?),
                }
            }
            Suggestion::Heading(at) => {
                let section = &library.documents[at.document].sections[at.section];
                Self {
                    kind: "heading",
                    label: section.heading_text().to_owned(),
                    detail: section.reference.to_string(),
                    url: edition.below_base(&address::section(section)),
                }
            }
            Suggestion::Term(at, name) => {
                let term = &library.terms[*at];
                let other = *name != term.label;
                Self {
                    kind: "term",
                    label: term.label.clone(),
                    detail: if other {
                        format!("Term, also “{name}”")
                    } else {
                        "Term".to_owned()
                    },
                    url: edition.below_base(&address::term(term)),
                }
            }
        })
    }
}
