//! The page about a document: contents, introduction, metadata, notes and repairs.

use askama::Template;

use super::contents::Contents;
use super::downloads::DownloadGroup;
use super::facts::{Fact, FactValue, facts};
use super::prose::ProseHtml;
use crate::cite::Cited;
use crate::library::{Document, Metadata, Page, Reference, Repair, RepairKind, Section};
use crate::site::capture::{line_id, repair_words};
use crate::site::citing::CitePanel;
use crate::site::concordance::{MOST_COMPARED, distribution, ledger_id};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::html::Html;
use crate::site::routes::{Format, HandoutFormat, HandoutHref, Route, TextFormat};
use crate::site::shell::{Head, Shell, byline, extent};

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
    /// The form in which its passages are chosen.
    handout: HandoutHref<'a>,
    minutes: usize,
    extent: String,
    /// To the listings of its kinds of section.
    listings: Vec<Link<'a>>,
    /// How its paragraphs are matched, in a sentence for each text compared with it.
    matched: Vec<String>,
    /// Where that is told section by section.
    ledger: Href<'a>,
    contents: Html<Contents<'a>>,
    /// To the editors' page on what stands around the texts.
    context: Option<(Href<'a>, &'a Page)>,
    facts: Vec<Fact<'a>>,
    notes: Vec<ListedNote<'a>>,
    repairs: Vec<RepairRow<'a>>,
    downloads: Vec<DownloadGroup<'a>>,
    /// All that programs can ask for.
    api: Href<'a>,
    /// To the raw file, line by line, if the editors keep it.
    capture: Option<Href<'a>>,
}

/// An editors' note, with where it stands.
struct ListedNote<'a> {
    href: Href<'a>,
    reference: &'a Reference,
    words: Html<ProseHtml>,
}

struct RepairRow<'a> {
    /// To the first of the lines in the capture.
    href: Option<Href<'a>>,
    lines: String,
    kind: &'static str,
    reason: &'a str,
}

impl<'a> DocumentPage<'a> {
    /// The page about this document, with the files in which it can be taken away.
    pub fn new(
        ctx: RenderContext<'a>,
        document: &'a Document,
        downloads: Vec<DownloadGroup<'a>>,
    ) -> Self {
        let library = ctx.library;
        let metadata = &document.metadata;
        let route = Route::Document(document.id, TextFormat::Html);
        let head = Head::new(route, &metadata.title, &metadata.summary).of(document);
        let length = library.length(document.sections);
        let kinds = document.kinds.iter();
        let listings = kinds.map(|&kind| ctx.listing_link(document, kind));
        let context = library.page("context").map(|id| &library[id]);
        let capture = metadata.capture.as_ref();
        let capture = capture.map(|_| ctx.href(Route::Capture(document.id, Format::Html)));
        Self {
            shell: Shell::new(ctx, head),
            slug: document.slug.as_str(),
            metadata,
            byline: byline(metadata),
            cite: Html(CitePanel::new(ctx, Cited::Document(document.id))),
            full: ctx.href(Route::FullText(document.id)),
            handout: HandoutHref::new(library, HandoutFormat::Html, [""; 0])
                .choosing_from(document.slug.as_str()),
            minutes: length.minutes(),
            extent: extent(length),
            listings: listings.collect(),
            matched: matched(ctx, document),
            ledger: ctx
                .href(Route::Concordance(Format::Html))
                .at(ledger_id(document)),
            contents: Html(Contents::whole(ctx, document)),
            context: context.map(|page| (ctx.href(Route::Page(page.id)), page)),
            facts: facts(metadata),
            notes: notes(ctx, document),
            repairs: metadata
                .repairs
                .iter()
                .map(|repair| self::repair(capture.as_ref(), repair))
                .collect(),
            capture,
            downloads,
            api: ctx.href(Route::Api),
        }
    }
}

/// Nothing where there is no concordance, or nobody compared the document.
fn matched(ctx: RenderContext<'_>, document: &Document) -> Vec<String> {
    let library = ctx.library;
    let compared = library.compared.with(document.id).take(MOST_COMPARED);
    let told = compared
        .filter(|_| !library.links().is_empty())
        .map(|other| {
            let tally = ctx
                .study
                .coverage
                .tally(library, document.paragraphs, other);
            let elsewhere = format!("in {}", library[other].metadata.in_text);
            distribution(tally, &document.metadata.in_text, &elsewhere)
        });
    told.collect()
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

fn repair<'a>(capture: Option<&Href<'a>>, repair: &'a Repair) -> RepairRow<'a> {
    let lines = match repair.kind {
        _ if repair.first == repair.last => repair.first.to_string(),
        RepairKind::Join => format!("{} and {}", repair.first, repair.last),
        _ => format!("{}–{}", repair.first, repair.last),
    };
    RepairRow {
        href: capture.map(|capture| capture.clone().at(line_id(repair.first))),
        lines,
        kind: repair_words(repair.kind),
        reason: &repair.reason,
    }
}
