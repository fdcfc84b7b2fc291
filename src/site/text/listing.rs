//! The sections of one kind: in one document, or in all side by side.

use std::borrow::Cow;

use askama::Template;

use super::opening::opening;
use crate::library::{Document, Kind, Library, Reference, Section, pluralize};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::routes::{Route, TextFormat};
use crate::site::shell::{Head, Shell, thousands};

/// How many characters of its text stand below a section's heading.
const OPENING: usize = 220;

/// A listing.
#[derive(Template)]
#[template(path = "text/listing.html")]
pub struct Listing<'a> {
    shell: Shell<'a>,
    /// To the document, if it is the listing of one.
    crumb: Option<Link<'a>>,
    title: Cow<'a, str>,
    lead: String,
    columns: Vec<ListingColumn<'a>>,
    /// To the same kind in all documents.
    elsewhere: Option<Link<'a>>,
}

struct ListingColumn<'a> {
    document: &'a Document,
    href: Href<'a>,
    /// `4 principles`.
    count: String,
    entries: Vec<ListingEntry<'a>>,
}

struct ListingEntry<'a> {
    section: Link<'a>,
    opening: Cow<'a, str>,
    reference: &'a Reference,
    /// `3 paragraphs, 2 min`, or with the number of its children.
    size: String,
}

impl<'a> Listing<'a> {
    /// The sections of a kind in one document.
    pub fn of_document(ctx: RenderContext<'a>, document: &'a Document, kind: &'a Kind) -> Self {
        let library = ctx.library;
        let Document { metadata, .. } = document;
        let title = format!("{} of {}", kind.plural, metadata.in_text);
        let count = library.kind_count(document, kind.id);
        let lead = format!("{count} in {}.", metadata.title);
        let route = Route::Listing(document.id, kind.id);
        let head = Head::new(route, title.clone(), lead.clone()).of(document);
        let about = ctx.href(Route::Document(document.id, TextFormat::Html));
        let elsewhere = library
            .is_shared(kind.id)
            .then(|| Link::new(ctx.href(Route::Kind(kind.id)), side_by_side(library, kind)));
        Self {
            shell: Shell::new(ctx, head),
            crumb: Some(
                Link::new(about, metadata.short_title.as_str())
                    .in_language(metadata.language_of(&metadata.short_title)),
            ),
            title: title.into(),
            lead,
            columns: vec![column(ctx, document, kind)],
            elsewhere,
        }
    }

    /// The sections of a kind in every document that has any.
    pub fn of_all(ctx: RenderContext<'a>, kind: &'a Kind) -> Self {
        let documents = ctx.library.documents_with(kind.id);
        let columns: Vec<ListingColumn<'a>> = documents
            .map(|document| column(ctx, document, kind))
            .collect();
        let lead = format!("{}.", side_by_side(ctx.library, kind));
        let head = Head::new(Route::Kind(kind.id), &kind.plural, lead.clone());
        Self {
            shell: Shell::new(ctx, head),
            crumb: None,
            title: kind.plural.as_str().into(),
            lead,
            columns,
            elsewhere: None,
        }
    }

    /// Whether each column stands under the name of its document.
    fn is_headed(&self) -> bool {
        self.crumb.is_none()
    }

    /// The level of the entries' headings.
    fn entry_level(&self) -> u8 {
        if self.is_headed() { 3 } else { 2 }
    }
}

/// What the page of a kind shows: `The principles of both texts, side by side`.
fn side_by_side(library: &Library, kind: &Kind) -> String {
    let plural = kind.plural.to_lowercase();
    let texts = match (
        library.documents_with(kind.id).count(),
        library.documents().len(),
    ) {
        (2, 2) => "both texts".to_owned(),
        (count, _) => pluralize(count, "text"),
    };
    format!("The {plural} of {texts}, side by side")
}

fn column<'a>(ctx: RenderContext<'a>, document: &'a Document, kind: &Kind) -> ListingColumn<'a> {
    let library = ctx.library;
    let sections = library.sections_of(document, kind.id);
    let entries = sections.map(|section| ListingEntry {
        section: ctx.heading_link(section),
        opening: opening(library, section, OPENING),
        reference: &section.reference,
        size: size(library, section),
    });
    ListingColumn {
        document,
        href: ctx.href(Route::Document(document.id, TextFormat::Html)),
        count: library.kind_count(document, kind.id),
        entries: entries.collect(),
    }
}

/// How long a section is; where others stand below it, how many.
fn size(library: &Library, section: &Section) -> String {
    let paragraphs = pluralize(section.paragraphs.len(), "paragraph");
    let count = section.children.len();
    if section.paragraphs.is_empty() {
        return pluralize(count, "section");
    }
    let mut kinds = section.children.iter().map(|&child| library[child].kind);
    match kinds.next() {
        None => {
            let minutes = library.length(section.subtree).minutes();
            format!("{paragraphs}, {minutes} min")
        }
        Some(first) if kinds.all(|kind| kind == first) => {
            let noun = library[first].noun(count);
            format!("{paragraphs}, {} {noun}", thousands(count))
        }
        Some(_) => format!("{paragraphs}, {} sections", thousands(count)),
    }
}
