//! The page about a document: contents, introduction, metadata, notes and repairs.

use askama::Template;

use super::contents::Contents;
use super::facts::{Fact, FactValue, facts};
use super::prose::ProseHtml;
use crate::cite::Cited;
use crate::library::{Document, Metadata, Reference, Repair, RepairKind, Section};
use crate::site::citing::CitePanel;
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::html::Html;
use crate::site::routes::{Route, TextFormat};
use crate::site::shell::{Head, Shell, byline, minutes, thousands};

/// About one document.
#[derive(Template)]
#[template(path = "text/document.html")]
pub struct DocumentPage<'a> {
    shell: Shell<'a>,
    /// Under which a device remembers the reader's place.
    slug: &'a str,
    metadata: &'a Metadata,
    byline: String,
    cite: Html<CitePanel<'a>>,
    full: Href<'a>,
    minutes: usize,
    words: String,
    /// To the listings of its kinds of section.
    listings: Vec<Link<'a>>,
    contents: Html<Contents<'a>>,
    facts: Vec<Fact<'a>>,
    notes: Vec<ListedNote<'a>>,
    repairs: Vec<RepairRow<'a>>,
}

/// An editors' note, with where it stands.
struct ListedNote<'a> {
    href: Href<'a>,
    reference: &'a Reference,
    words: Html<ProseHtml>,
}

struct RepairRow<'a> {
    lines: String,
    kind: &'static str,
    reason: &'a str,
}

impl<'a> DocumentPage<'a> {
    /// The page about this document.
    pub fn new(ctx: RenderContext<'a>, document: &'a Document) -> Self {
        let library = ctx.library;
        let metadata = &document.metadata;
        let route = Route::Document(document.id, TextFormat::Html);
        let head = Head::new(route, &metadata.title, &metadata.summary).of(document);
        let words = library.word_count(document.sections);
        let kinds = document.kinds.iter();
        let listings = kinds.map(|&kind| {
            let href = ctx.href(Route::Listing(document.id, kind));
            Link::new(href, library.kind_label(document, kind))
        });
        Self {
            shell: Shell::new(ctx, head),
            slug: document.slug.as_str(),
            metadata,
            byline: byline(metadata),
            cite: Html(CitePanel::new(ctx, Cited::Document(document.id))),
            full: ctx.href(Route::FullText(document.id)),
            minutes: minutes(words),
            words: thousands(words),
            listings: listings.collect(),
            contents: Html(Contents::whole(ctx, document)),
            facts: facts(metadata),
            notes: notes(ctx, document),
            repairs: metadata.repairs.iter().map(repair).collect(),
        }
    }
}

fn notes<'a>(ctx: RenderContext<'a>, document: &Document) -> Vec<ListedNote<'a>> {
    let library = ctx.library;
    let parts = library[document.sections].iter().flat_map(Section::parts);
    let notes = parts.flat_map(|part| {
        let notes = library.prose(part).notes.iter();
        notes.map(move |note| (library.place_of(part), note))
    });
    let notes = notes.map(|(place, note)| {
        let words = ProseHtml::new(library, &(&note.body).into(), "", &|place| ctx.place(place));
        ListedNote {
            href: ctx.place(place),
            reference: library.reference(place),
            words: Html(words),
        }
    });
    notes.collect()
}

fn repair(repair: &Repair) -> RepairRow<'_> {
    let lines = match repair.kind {
        _ if repair.first == repair.last => repair.first.to_string(),
        RepairKind::Join => format!("{} and {}", repair.first, repair.last),
        _ => format!("{}–{}", repair.first, repair.last),
    };
    let kind = match repair.kind {
        RepairKind::Drop => "Left out",
        RepairKind::Join => "Rejoined",
        RepairKind::Move => "Moved",
        RepairKind::Label => "Made a heading",
        RepairKind::Mark => "Reformatted",
    };
    RepairRow {
        lines,
        kind,
        reason: &repair.reason,
    }
}
