//! The home page.

use askama::Template;

use super::byline::{byline, minutes, year};
use super::edition::Edition;
use super::link::{Link, count_of, sections_of};
use super::pairs::{self, Pairs};
use super::quotes::typographic;
use super::shell::{Head, Shell};
use crate::library::Library;
use crate::library::address;
use crate::library::counted;
use crate::library::document::Document;
use crate::library::section::Section;

/// The distance of the diagram's rows.
const ROW: f64 = 44.0;

/// The documents, and where to start.
#[derive(Template)]
#[template(path = "home.html")]
pub struct Home {
    shell: Shell,
    tagline: String,
    lead: String,
    documents: Vec<Card>,
    /// How the sections that are compared speak to each other.
    pairs: Vec<Pairs>,
    pairs_name: String,
    compare: Option<Link>,
    ways: Vec<PageLink>,
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
    pub fn new(edition: Edition<'_>) -> Self {
        let library = edition.library;
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
        let pairs_name = format!(
            "Their {}, and how closely they speak to each other",
            compared.noun(2)
        );
        Self {
            shell: Shell::new(edition, head),
            tagline: typographic(&settings.tagline, None),
            lead: typographic(&settings.description, None),
            documents: library
                .documents
                .iter()
                .map(|document| card(library, document))
                .collect(),
            pairs: pairs::all(edition, ROW, &pairs_name, |section| {
                &section.kind == compared
            }),
            pairs_name,
            ways: ways(edition),
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

/// Where the concordance begins; nothing where the library has no links.
fn ways(edition: Edition<'_>) -> Vec<PageLink> {
    let library = edition.library;
    let concordance = &library.concordance;
    let mut ways = Vec::new();
    if concordance.links.is_empty() {
        return ways;
    }
    let compared = &library.settings.compare_kind;
    if let Some(pair) = pairs::closest(edition, |section| &section.kind == compared) {
        ways.extend(comparison(library, pair));
    }
    ways.push(PageLink {
        href: address::CONCORDANCE.to_owned(),
        title: "Concordance".to_owned(),
        description: format!(
            "How the texts speak to each other: {}",
            counted(concordance.links.len(), "link")
        ),
    });
    if !concordance.silences.is_empty() {
        ways.push(PageLink {
            href: address::SILENCES.to_owned(),
            title: "What only one of them says".to_owned(),
            description: format!(
                "{} on what a text leaves out or says differently",
                counted(concordance.silences.len(), "finding")
            ),
        });
    }
    ways
}

fn comparison(library: &Library, [a, b]: [&Section; 2]) -> Option<PageLink> {
    let name = |section: &Section| {
        let document = library.document(&section.reference.document);
        let short = document.map_or("", |document| &document.metadata.short_title);
        format!("{short} {}", section.reference.section)
    };
    Some(PageLink {
        href: address::compare(library, &a.reference, &b.reference)?,
        title: format!("{} beside {}", name(a), name(b)),
        description: format!(
            "The two {} that are closest: {} and {}",
            library.settings.compare_kind.noun(2),
            typographic(&a.title, None),
            typographic(&b.title, None)
        ),
    })
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

/// The last paragraph of the first section of the last document that is compared, else of its first
/// of all: a reference of the longest form.
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
