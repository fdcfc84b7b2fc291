//! The sections of one kind: in one document, or in all side by side.

use askama::Template;

use super::byline::minutes;
use super::edition::Edition;
use super::link::{Link, count_of, sections_of};
use super::quotes::typographic;
use super::shell::{Head, Shell};
use super::text::opening;
use crate::library::address;
use crate::library::counted;
use crate::library::document::Document;
use crate::library::kind::{Kind, KindNames};

/// How many characters of its text stand below a section's heading.
const OPENING: usize = 220;

/// A listing.
#[derive(Template)]
#[template(path = "listing.html")]
pub struct Listing {
    shell: Shell,
    crumb: Option<Link>,
    title: String,
    lead: String,
    columns: Vec<Column>,
    other: Option<Link>,
}

struct Column {
    id: String,
    name: String,
    href: String,
    colour: &'static str,
    language: String,
    count: String,
    /// Whether it is one of several, under its document's name.
    headed: bool,
    /// The level of its entries' headings.
    level: u8,
    entries: Vec<Entry>,
}

struct Entry {
    href: String,
    heading: String,
    opening: String,
    reference: String,
    size: String,
}

impl Listing {
    /// The sections of a kind in one document.
    pub fn of_document(edition: Edition<'_>, document: &Document, kind: &Kind) -> Self {
        let library = edition.library;
        let path = address::listing(document, kind);
        let title = format!("{} of the {}", kind.plural, document.metadata.short_title);
        let lead = format!(
            "{} in {}.",
            count_of(document, kind),
            document.metadata.title
        );
        let head = Head {
            path: Some(&path),
            title: Some(title.clone()),
            description: lead.clone(),
            document: Some(document),
            data: false,
        };
        let elsewhere = library.shared_kinds().any(|shared| shared == kind);
        Self {
            shell: Shell::new(edition, head),
            crumb: Some(Link::to_document(document)),
            title,
            lead: typographic(&lead, None),
            columns: vec![column(document, kind, false)],
            other: elsewhere.then(|| Link {
                href: address::kind(kind),
                label: format!(
                    "The {} of all texts, side by side",
                    kind.plural.to_lowercase()
                ),
            }),
        }
    }

    /// The sections of a kind in every document that has any.
    pub fn of_all(edition: Edition<'_>, kind: &Kind) -> Self {
        let library = edition.library;
        let path = address::kind(kind);
        let documents: Vec<&Document> = library.documents_with(kind).collect();
        let counts: Vec<String> = documents
            .iter()
            .map(|document| {
                format!(
                    "{}: {}",
                    document.metadata.short_title,
                    count_of(document, kind)
                )
            })
            .collect();
        let lead = format!("{}.", counts.join("; "));
        let head = Head {
            path: Some(&path),
            title: Some(kind.plural.clone()),
            description: lead.clone(),
            document: None,
            data: false,
        };
        Self {
            shell: Shell::new(edition, head),
            crumb: None,
            title: kind.plural.clone(),
            lead,
            columns: documents
                .iter()
                .map(|document| column(document, kind, true))
                .collect(),
            other: None,
        }
    }
}

fn column(document: &Document, kind: &KindNames, headed: bool) -> Column {
    let metadata = &document.metadata;
    Column {
        id: document.id.to_string(),
        name: metadata.short_title.clone(),
        href: address::document(document),
        colour: metadata.colour.name(),
        language: metadata.language.clone(),
        count: count_of(document, kind),
        headed,
        level: if headed { 3 } else { 2 },
        entries: sections_of(document, kind)
            .map(|section| Entry {
                href: address::section(section),
                heading: typographic(section.heading_text(), None),
                opening: opening(document, section, OPENING),
                reference: section.reference.to_string(),
                size: size(document, section),
            })
            .collect(),
    }
}

fn size(document: &Document, section: &crate::library::section::Section) -> String {
    let paragraphs = section.paragraphs().len();
    match (paragraphs, section.children.len()) {
        (0, children) => counted(children, "section"),
        (_, 0) => {
            let words = section.word_count();
            format!(
                "{}, {} min",
                counted(paragraphs, "paragraph"),
                minutes(words)
            )
        }
        (_, children) => {
            let kinds: Vec<_> = section
                .children
                .iter()
                .map(|&child| &document.sections[child].kind)
                .collect();
            let same = kinds.iter().all(|kind| *kind == kinds[0]);
            let below = if same {
                kinds[0].noun(children)
            } else {
                "sections".to_owned()
            };
            format!("{}, {children} {below}", counted(paragraphs, "paragraph"))
        }
    }
}
