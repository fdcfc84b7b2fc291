//! The index of terms, by letter and by kind, and the words that only one text uses.

use askama::Template;

use super::byline::thousands;
use super::edition::Edition;
use super::link::Link;
use super::quotes::typographic;
use super::shell::{Head, Shell};
use super::terms_here::further;
use crate::library::address;
use crate::library::counted;
use crate::library::term::{Term, TermKind};

/// How many of the words that only one document uses are shown.
const ONLY: usize = 40;
/// How wide the longest bar is, in pixels.
const WIDEST: f64 = 64.0;

/// The index.
#[derive(Template)]
#[template(path = "terms.html")]
pub struct TermsPage {
    shell: Shell,
    lead: String,
    documents: Vec<DocumentHead>,
    letters: Vec<Letter>,
    kinds: Vec<KindGroup>,
    only: Vec<OnlyColumn>,
    actors: Option<&'static str>,
}

struct DocumentHead {
    name: String,
    colour: &'static str,
}

struct Letter {
    id: String,
    name: String,
    entries: Vec<Entry>,
}

struct Entry {
    href: String,
    label: String,
    expansion: Option<String>,
    uses: Vec<Use>,
}

struct Use {
    colour: &'static str,
    count: usize,
    width: String,
}

struct KindGroup {
    id: &'static str,
    name: &'static str,
    entries: Vec<Link>,
}

struct OnlyColumn {
    id: String,
    name: String,
    colour: &'static str,
    language: String,
    total: String,
    words: Vec<(String, usize)>,
}

impl TermsPage {
    /// All terms of the library.
    pub fn new(edition: Edition<'_>) -> Self {
        let library = edition.library;
        let lead = format!(
            "{} of the texts, with every place where they stand.",
            counted(library.terms.len(), "term")
        );
        let head = Head {
            path: Some(address::TERMS),
            title: Some("Terms".to_owned()),
            description: lead.clone(),
            document: None,
            data: false,
        };
        let mut places: Vec<usize> = (0..library.terms.len()).collect();
        places.sort_by_key(|&at| (sorted_as(&library.terms[at]), &library.terms[at].slug));
        let acting = !library.actors.actors.is_empty();
        Self {
            shell: Shell::new(edition, head),
            lead,
            documents: library
                .documents
                .iter()
                .map(|document| DocumentHead {
                    name: document.metadata.short_title.clone(),
                    colour: document.metadata.colour.name(),
                })
                .collect(),
            letters: letters(edition, &places),
            kinds: kinds(edition, &places),
            only: only(edition),
            actors: acting.then_some(address::ACTORS),
        }
    }
}

/// A label as it is sorted: from its first letter or digit, without case.
fn sorted_as(term: &Term) -> String {
    let label = term
        .label
        .trim_start_matches(|c: char| !c.is_alphanumeric());
    label.to_lowercase()
}

fn letters(edition: Edition<'_>, places: &[usize]) -> Vec<Letter> {
    let documents = 0..edition.library.documents.len();
    let most = documents
        .flat_map(|document| places.iter().map(move |&at| (at, document)))
        .map(|(at, document)| rate(edition, at, document))
        .fold(0.0, f64::max);
    let first = |at: usize| {
        let sorted = sorted_as(&edition.library.terms[at]);
        sorted.chars().next().filter(|c| c.is_alphabetic())
    };
    places
        .chunk_by(|&a, &b| first(a) == first(b))
        .map(|chunk| {
            let name = first(chunk[0]).map_or_else(|| "0–9".to_owned(), String::from);
            Letter {
                id: format!("letter-{}", if name.len() > 4 { "0" } else { &name }),
                name: name.to_uppercase(),
                entries: chunk.iter().map(|&at| entry(edition, at, most)).collect(),
            }
        })
        .collect()
}

fn rate(edition: Edition<'_>, term: usize, document: usize) -> f64 {
    let found = edition.study.occurrences.term(term);
    found.map_or(0.0, |found| found.per_thousand[document])
}

fn entry(edition: Edition<'_>, at: usize, most: f64) -> Entry {
    let library = edition.library;
    let term = &library.terms[at];
    let found = edition.study.occurrences.term(at);
    let documents = library.documents.iter().enumerate();
    Entry {
        href: address::term(term),
        label: typographic(&term.label, None),
        expansion: further(term).map(|text| typographic(text, None)),
        uses: documents
            .map(|(place, document)| {
                // By the square root, so that a rare term can still be seen beside a frequent one.
                let share = (rate(edition, at, place) / most.max(f64::MIN_POSITIVE)).sqrt();
                Use {
                    colour: document.metadata.colour.name(),
                    count: found.map_or(0, |found| found.per_document[place]),
                    width: format!("{:.1}", share * WIDEST),
                }
            })
            .collect(),
    }
}

fn kinds(edition: Edition<'_>, places: &[usize]) -> Vec<KindGroup> {
    let terms = places.iter().map(|&at| &edition.library.terms[at]);
    TermKind::ALL
        .into_iter()
        .map(|kind| KindGroup {
            id: kind.name(),
            name: kind.plural(),
            entries: terms
                .clone()
                .filter(|term| term.kind == kind)
                .map(|term| Link {
                    href: address::term(term),
                    label: typographic(&term.label, None),
                })
                .collect(),
        })
        .filter(|group| !group.entries.is_empty())
        .collect()
}

fn only(edition: Edition<'_>) -> Vec<OnlyColumn> {
    let documents = &edition.library.documents;
    if documents.len() < 2 {
        return Vec::new();
    }
    documents
        .iter()
        .zip(&edition.study.only_words)
        .map(|(document, words)| OnlyColumn {
            id: format!("only-{}", document.id),
            name: document.metadata.short_title.clone(),
            colour: document.metadata.colour.name(),
            language: document.metadata.language.clone(),
            total: format!(
                "{} different words, {} uses",
                thousands(words.len()),
                thousands(words.iter().map(|word| word.count).sum())
            ),
            words: words
                .iter()
                .take(ONLY)
                .map(|word| (typographic(&word.word, None), word.count))
                .collect(),
        })
        .collect()
}
