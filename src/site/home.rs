//! The home page.

use askama::Template;

use super::byline::{byline, minutes, year};
use super::link::{Link, count_of, sections_of};
use super::quotes::typographic;
use super::shell::{Head, Shell};
use crate::library::Library;
use crate::library::address;
use crate::library::document::Document;

/// The documents, and where to start.
#[derive(Template)]
#[template(path = "home.html")]
pub struct Home {
    shell: Shell,
    tagline: String,
    lead: String,
    documents: Vec<Card>,
    compare: Option<Link>,
    pages: Vec<PageLink>,
    example: Option<Example>,
}

struct Card {
    id: String,
    colour: &'static str,
    kind: String,
    title: String,
    href: String,
    byline: String,
    full: String,
    minutes: usize,
    kinds: Vec<Link>,
    compared_name: String,
    compared: Vec<Entry>,
}

struct Entry {
    number: String,
    title: String,
    href: String,
}

struct PageLink {
    href: String,
    title: String,
    description: String,
}

struct Example {
    href: String,
    reference: String,
}

impl Home {
    /// The home page of this library.
    pub fn new(library: &Library) -> Self {
        let settings = &library.settings;
        let head = Head {
            path: Some(address::HOME),
            title: None,
            description: settings.description.clone(),
            document: None,
            data: false,
        };
        let compared = &settings.compare_kind;
        let used = library.shared_kinds().any(|kind| kind == compared);
        Self {
            shell: Shell::new(library, head),
            tagline: typographic(&settings.tagline, None),
            lead: typographic(&settings.description, None),
            documents: library
                .documents
                .iter()
                .map(|document| card(library, document))
                .collect(),
            compare: used.then(|| Link {
                href: address::kind(compared),
                label: compared.plural.clone(),
            }),
            pages: library
                .pages
                .iter()
                .map(|page| PageLink {
                    href: address::page(page),
                    title: page.title.clone(),
                    description: page.description.clone(),
                })
                .collect(),
            example: example(library),
        }
    }
}

fn card(library: &Library, document: &Document) -> Card {
    let metadata = &document.metadata;
    let compared = &library.settings.compare_kind;
    let kind = match year(metadata) {
        Some(year) => format!("{} · {year}", metadata.genre),
        None => metadata.genre.clone(),
    };
    Card {
        id: document.id.to_string(),
        colour: metadata.colour.name(),
        kind,
        title: typographic(&metadata.title, None),
        href: address::document(document),
        byline: byline(metadata),
        full: address::full(document),
        minutes: minutes(document.word_count()),
        kinds: library
            .kinds_of(document)
            .map(|kind| Link::to_listing(document, kind))
            .collect(),
        compared_name: count_of(document, compared),
        compared: sections_of(document, compared)
            .map(|section| Entry {
                number: section.reference.section.to_string(),
                title: typographic(&section.title, None),
                href: address::section(section),
            })
            .collect(),
    }
}

/// The last paragraph of the first section that is compared, else of the first of all: a reference
/// of the longest form.
fn example(library: &Library) -> Option<Example> {
    let mut sections = library
        .documents
        .iter()
        .rev()
        .flat_map(|document| &document.sections);
    let compared = &library.settings.compare_kind;
    let section = sections
        .clone()
        .find(|section| &section.kind == compared)
        .or_else(|| sections.next())?;
    let reference = &section.paragraphs().last()?.reference;
    Some(Example {
        href: address::of(library, reference)?,
        reference: reference.to_string(),
    })
}
