//! Links that narrow the results of a search to a document or a kind, and the addresses of searches.

use std::cmp::Reverse;

use crate::library::{Library, address};
use crate::search::Answer;

/// The address of a search.
pub fn search(query: &str) -> String {
    let mut pairs = form_urlencoded::Serializer::new(String::new());
    pairs.append_pair("q", query);
    format!("{}?{}", address::SEARCH, pairs.finish())
}

/// The address of a page of its results, counted from 1.
pub fn with_page(query: &str, page: usize) -> String {
    match page {
        1 => search(query),
        _ => format!("{}&page={page}", search(query)),
    }
}

/// The address of a search with one operator of this name, or without any.
fn narrowed(query: &str, name: &str, value: Option<&str>) -> String {
    let is_operator = |word: &&str| {
        let start = word.get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name))
    };
    let kept = query.split_whitespace().filter(|word| !is_operator(word));
    let operator = value.map(|value| format!("{name}{value}"));
    let mut words: Vec<&str> = operator.as_deref().into_iter().chain(kept).collect();
    // Operators first, so that a phrase that is not closed does not take them in.
    words.sort_by_key(|word| match word.split_once(':') {
        Some(("doc", _)) => 0,
        Some(("kind", _)) => 1,
        _ => 2,
    });
    search(&words.join(" "))
}

/// How many documents or kinds are offered: those with the most results.
const MOST_CHOICES: usize = 12;

/// The choices of one sort.
pub struct Narrowing {
    /// What is chosen.
    pub name: &'static str,
    /// The choices, that for all first.
    pub choices: Vec<Choice>,
}

/// A link that narrows the results, or widens them again.
pub struct Choice {
    /// What it narrows to.
    pub label: String,
    /// How many results it leaves.
    pub count: usize,
    /// Its address.
    pub href: String,
    /// Whether it is chosen.
    pub current: bool,
    /// The colour of the document it narrows to.
    pub colour: Option<&'static str>,
}

/// One for each document, where several have results.
pub fn document_choices(library: &Library, query: &str, answer: &Answer) -> Option<Narrowing> {
    let chosen = &answer.narrowed_to.documents;
    let documents = library.documents.iter().zip(&answer.per_document);
    let having: Vec<Choice> = documents
        .enumerate()
        .filter(|(at, (_, count))| **count > 0 || chosen.contains(at))
        .map(|(at, (document, &count))| Choice {
            label: document.metadata.short_title.clone(),
            count,
            href: narrowed(query, "doc:", Some(document.id.as_str())),
            current: chosen.contains(&at),
            colour: Some(document.metadata.colour.name()),
        })
        .collect();
    with_all(
        "Text",
        having,
        &answer.per_document,
        narrowed(query, "doc:", None),
    )
}

/// One for each kind, where several have results.
pub fn kind_choices(library: &Library, query: &str, answer: &Answer) -> Option<Narrowing> {
    let chosen = &answer.narrowed_to.kinds;
    let kinds = library.kinds.iter().zip(&answer.per_kind);
    let having: Vec<Choice> = kinds
        .enumerate()
        .filter(|(at, (_, count))| **count > 0 || chosen.contains(at))
        .map(|(at, (kind, &count))| Choice {
            label: if count == 1 {
                &kind.singular
            } else {
                &kind.plural
            }
            .clone(),
            count,
            href: narrowed(query, "kind:", Some(kind.id.as_str())),
            current: chosen.contains(&at),
            colour: None,
        })
        .collect();
    with_all(
        "Kind",
        having,
        &answer.per_kind,
        narrowed(query, "kind:", None),
    )
}

/// The choices with one for all of them; `None`, where there is nothing to choose.
fn with_all(
    name: &'static str,
    mut having: Vec<Choice>,
    counts: &[usize],
    href: String,
) -> Option<Narrowing> {
    let narrowed = having.iter().any(|one| one.current);
    if having.len() > MOST_CHOICES {
        having.sort_by_key(|one| (!one.current, Reverse(one.count)));
        having.truncate(MOST_CHOICES);
    }
    if having.len() < 2 && !narrowed {
        return None;
    }
    let all = Choice {
        label: "All".to_owned(),
        count: counts.iter().sum(),
        href,
        current: !narrowed,
        colour: None,
    };
    Some(Narrowing {
        name,
        choices: std::iter::once(all).chain(having).collect(),
    })
}
