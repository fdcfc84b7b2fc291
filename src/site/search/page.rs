//! The page of a search: what a query finds, and how to go on.

use askama::Template;

use super::edition::Edition;
use super::link::Link;
use super::quotes::typographic;
use super::search_narrow::{Narrowing, document_choices, kind_choices, search, with_page};
use super::search_result::ResultPart;
use super::shell::{Head, Shell};
use super::strip::Strip;
use crate::library::document::Document;
use crate::library::near::ranked;
use crate::library::term::Term;
use crate::library::{Library, address, counted};
use crate::search::Answer;
use crate::search::query::{LONGEST, MOST_WORDS, Notice};

/// How many results a page has.
pub const PER_PAGE: usize = 10;

/// How many near terms are offered where nothing is found.
const NEAR: usize = 5;

/// Queries longer than this are not compared with terms: they are no slip of a name.
const LONGEST_NAME: usize = 60;

/// What a query finds.
#[derive(Template)]
#[template(path = "search.html")]
pub struct SearchPage {
    shell: Shell,
    query: String,
    title: String,
    said: Vec<String>,
    corrected: Option<Link>,
    fault: Option<String>,
    several: bool,
    /// By document and by kind, as far as there is a choice.
    narrowing: Vec<Narrowing>,
    spreads: Vec<Spread>,
    total: String,
    first: usize,
    results: Vec<ResultPart>,
    pages: Vec<PageLink>,
    previous: Option<String>,
    next: Option<String>,
    terms: Vec<Link>,
    editors: Vec<Link>,
    about: Vec<Link>,
    near: Vec<Link>,
    has_terms: bool,
    examples: Vec<Link>,
    help: bool,
}

struct PageLink {
    number: usize,
    href: String,
    current: bool,
}

impl SearchPage {
    /// The page before anything is asked.
    pub fn empty(edition: Edition<'_>) -> Self {
        let library = edition.library;
        let head = Head {
            path: Some(address::SEARCH),
            title: Some("Search".to_owned()),
            description: "Find a reference, a heading, a phrase or the answer to a question in \
                          the texts."
                .to_owned(),
            document: None,
            data: false,
        };
        Self {
            shell: Shell::new(edition, head),
            query: String::new(),
            title: "Search the texts".to_owned(),
            said: Vec::new(),
            corrected: None,
            fault: None,
            several: false,
            narrowing: Vec::new(),
            spreads: Vec::new(),
            total: String::new(),
            first: 1,
            results: Vec::new(),
            pages: Vec::new(),
            previous: None,
            next: None,
            terms: Vec::new(),
            editors: Vec::new(),
            about: Vec::new(),
            near: Vec::new(),
            has_terms: !library.terms.is_empty(),
            examples: library
                .settings
                .searches
                .iter()
                .map(|query| to(query, query.clone()))
                .collect(),
            help: true,
        }
    }

    /// The page for a query that is too long to be read.
    pub fn too_long(edition: Edition<'_>) -> Self {
        Self {
            fault: Some(format!(
                "This query is too long: {LONGEST} characters are the most. A phrase of a few \
                 words finds a place as well."
            )),
            ..Self::empty(edition)
        }
    }

    /// The page of an answer: its results are those of this page, counted from 1.
    pub fn new(edition: Edition<'_>, query: &str, answer: &Answer, page: usize) -> Self {
        let library = edition.library;
        let empty = Self::empty(edition);
        let title = format!("Results for “{}”", typographic(query, None));
        let head = Head {
            path: None,
            title: Some(title.clone()),
            description: format!("What the texts have on “{query}”."),
            document: None,
            data: false,
        };
        let last = answer.total.div_ceil(PER_PAGE);
        let link = |number: usize| with_page(query, number);
        let nothing = answer.total == 0;
        Self {
            shell: Shell::new(edition, head)
                .not_indexed(query)
                .found_at(edition.address(&link(page))),
            query: query.to_owned(),
            title,
            said: said(library, answer),
            corrected: answer.corrected.as_ref().map(|text| to(text, text.clone())),
            several: answer.places.len() > 1,
            narrowing: [document_choices, kind_choices]
                .map(|choices| choices(library, query, answer))
                .into_iter()
                .flatten()
                .collect(),
            spreads: spreads(library, query, answer),
            total: counted(answer.total, "section"),
            first: (page - 1) * PER_PAGE + 1,
            results: answer
                .results
                .iter()
                .map(|found| ResultPart::new(library, found))
                .collect(),
            pages: shown_pages(page, last)
                .map(|number| PageLink {
                    number,
                    href: link(number),
                    current: number == page,
                })
                .collect(),
            previous: (page > 1).then(|| link(page - 1)),
            next: (page < last).then(|| link(page + 1)),
            terms: term_links(library, &answer.terms),
            editors: page_links(library, &answer.pages),
            about: answer
                .documents
                .iter()
                .map(|&at| about(&library.documents[at]))
                .collect(),
            near: if nothing {
                near(library, query)
            } else {
                Vec::new()
            },
            examples: if nothing { empty.examples } else { Vec::new() },
            help: nothing,
            ..Self::empty(edition)
        }
    }
}

fn to(query: &str, label: String) -> Link {
    Link {
        href: search(query),
        label,
    }
}

/// What is to be said of how the query was read, a sentence each.
fn said(library: &Library, answer: &Answer) -> Vec<String> {
    let quoted = |words: &[String]| {
        let words: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
        words.join(" and ")
    };
    let mut said = Vec::new();
    if !answer.unknown.is_empty() {
        said.push(format!("No text has {}.", quoted(&answer.unknown)));
    }
    for notice in &answer.notices {
        said.push(match notice {
            Notice::ShortPrefix => {
                "A * stands for the end of a word and needs two letters before it: sover*."
                    .to_owned()
            }
            Notice::TooManyWords => {
                format!("Only the first {MOST_WORDS} words of this query were used.")
            }
            Notice::StrangeSigns => {
                "Some signs of this query are no text and were passed over.".to_owned()
            }
            Notice::NegatedFilter => {
                "A - before doc: or kind: means nothing here and was passed over.".to_owned()
            }
            Notice::NothingAsked => "This query has no word to look for.".to_owned(),
            Notice::NoSuchDocument(name) => {
                let ids = library
                    .documents
                    .iter()
                    .map(|one| format!("doc:{}", one.id));
                let ids: Vec<String> = ids.collect();
                format!(
                    "There is no document “{name}”. There are {}.",
                    ids.join(" and ")
                )
            }
            Notice::NoSuchKind(name) => {
                let ids = library.kinds.iter().map(|one| format!("kind:{}", one.id));
                let ids: Vec<String> = ids.collect();
                format!("There is no kind “{name}”. There are {}.", ids.join(", "))
            }
        });
    }
    said
}

/// Where in a document the results are.
struct Spread {
    colour: &'static str,
    document: String,
    strip: Strip,
}

fn spreads(library: &Library, query: &str, answer: &Answer) -> Vec<Spread> {
    let chunks = answer.spread.chunk_by(|a, b| a.0.document == b.0.document);
    let spreads = chunks.map(|chunk| {
        let document = &library.documents[chunk[0].0.document];
        let metadata = &document.metadata;
        let counts: Vec<(usize, usize, String)> = chunk
            .iter()
            .map(|(at, count)| {
                let section = &document.sections[at.section];
                (at.section, *count, section.reference.fragment())
            })
            .collect();
        let name = format!("Where “{query}” stands in the {}", metadata.short_title);
        Spread {
            colour: metadata.colour.name(),
            document: metadata.short_title.clone(),
            strip: Strip::new(name, document, &counts),
        }
    });
    spreads.collect()
}

/// The numbers around a page, the first and the last.
fn shown_pages(page: usize, last: usize) -> impl Iterator<Item = usize> {
    let near = move |number: usize| number == 1 || number == last || number.abs_diff(page) <= 2;
    (1..=last).filter(move |&number| last > 1 && near(number))
}

fn term_links(library: &Library, terms: &[usize]) -> Vec<Link> {
    let terms = terms.iter().map(|&at| &library.terms[at]);
    terms
        .map(|term| Link {
            href: address::term(term),
            label: typographic(&term.label, None),
        })
        .collect()
}

fn page_links(library: &Library, pages: &[(usize, Option<usize>)]) -> Vec<Link> {
    let links = pages.iter().map(|&(at, heading)| {
        let page = &library.pages[at];
        let path = address::page(page);
        match heading.and_then(|heading| page.headings.get(heading)) {
            Some(heading) => Link {
                href: format!("{path}#{}", heading.id),
                label: format!("{}: {}", page.title, heading.text),
            },
            None => Link {
                href: path,
                label: page.title.clone(),
            },
        }
    });
    links.collect()
}

fn about(document: &Document) -> Link {
    Link {
        href: address::document(document),
        label: format!("About the {}", document.metadata.short_title),
    }
}

/// The terms whose names are most like a query that finds nothing.
fn near(library: &Library, query: &str) -> Vec<Link> {
    if query.len() > LONGEST_NAME {
        return Vec::new();
    }
    let names = library.terms.iter().flat_map(Term::names);
    let mut found: Vec<usize> = Vec::new();
    for name in ranked(query, names, 2 * NEAR) {
        let mut terms = library.terms.iter();
        let term = terms.position(|term| term.names().any(|own| own == name));
        found.extend(term.filter(|term| !found.contains(term)));
    }
    found.truncate(NEAR);
    term_links(library, &found)
}
