//! The sheet.

use askama::Template;

use super::entry::Entry;
use super::gathered::Handout;
use super::passage_part::{PassagePart, passage_parts};
use super::sources::Sources;
use crate::library::{Form, Style, pluralize};
use crate::site::context::RenderContext;
use crate::site::exports::pieces::TextPiece;
use crate::site::filters;
use crate::site::href::Href;
use crate::site::routes::{HandoutFormat, HandoutHref, Route};
use crate::site::shell::{Head, Shell};
use crate::site::text::{FramePiece, Inline, ItemNumber, ListNumbers, Row};

/// A handout as a page, which is printed as a sheet.
#[derive(Template)]
#[template(path = "handout/page.html")]
pub struct HandoutPage<'a> {
    shell: Shell<'a>,
    title: &'a str,
    note: &'a str,
    /// What of the request is not on the sheet, in sentences.
    faults: Vec<String>,
    entries: Vec<EntryPart<'a>>,
    sources: Sources<'a>,
    /// The same to be pasted.
    markdown: HandoutHref<'a>,
    /// The form with what is on it.
    change: HandoutHref<'a>,
    /// The form with nothing.
    clear: Href<'a>,
}

struct EntryPart<'a> {
    /// One passage, or two side by side.
    passages: Vec<PassagePart<'a>>,
    /// As the address has it.
    reference: String,
    /// The handout without it.
    without: String,
}

impl<'a> HandoutPage<'a> {
    /// The page of a handout that has something on it.
    pub fn new(ctx: RenderContext<'a>, handout: &'a Handout) -> Self {
        let library = ctx.library;
        let title = handout.shown_title();
        let route = Route::Handout(HandoutFormat::Html);
        let description = format!(
            "{} to be printed and handed round.",
            pluralize(handout.entries.len(), "passage")
        );
        let head = Head::new(route, title, description).without_address();
        let parts = passage_parts(ctx, &handout.entries).into_iter();
        let entries = parts.zip(&handout.entries);
        let form = ctx.href(route);
        let entry = |(passages, &entry): (Vec<PassagePart<'a>>, &Entry)| EntryPart {
            passages,
            reference: entry.reference(library),
            without: match handout.href_without(library, entry) {
                Some(href) => href.to_string(),
                None => form.to_string(),
            },
        };
        Self {
            shell: Shell::new(ctx, head)
                .not_indexed("")
                .with_sources_of_its_own(),
            title,
            note: &handout.note,
            faults: handout.faults.iter().map(|fault| fault.says(ctx)).collect(),
            entries: entries.map(entry).collect(),
            sources: Sources::of(ctx, handout),
            markdown: handout.href(library, HandoutFormat::Markdown),
            change: handout.href(library, HandoutFormat::Html).choosing_from(""),
            clear: form,
        }
    }
}
