//! The whole text of a document on one page.

use askama::Template;

use super::contents::{Ending, Rail};
use super::excerpt::Excerpt;
use super::section_part::SectionPart;
use crate::cite::Cited;
use crate::library::{Document, Metadata};
use crate::site::citing::{CitePanel, copied_credit};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::Href;
use crate::site::html::Html;
use crate::site::routes::{Route, TextFormat};
use crate::site::shell::{Head, Shell, byline};

/// Every section, in reading order.
#[derive(Template)]
#[template(path = "text/full.html")]
pub struct FullPage<'a> {
    shell: Shell<'a>,
    rail: Html<Rail<'a>>,
    /// The page about the document.
    about: Href<'a>,
    metadata: &'a Metadata,
    byline: String,
    cite: Html<CitePanel<'a>>,
    credit: String,
    sections: Vec<Html<SectionPart<'a>>>,
    ending: Html<Ending<'a>>,
}

impl<'a> FullPage<'a> {
    /// The whole of this document.
    pub fn new(ctx: RenderContext<'a>, document: &'a Document) -> Self {
        let metadata = &document.metadata;
        let title = format!("{}, full text", metadata.title);
        let description = format!("The full text on one page. {}", metadata.summary);
        let head = Head::new(Route::FullText(document.id), title, description).of(document);
        let mut shell = Shell::new(ctx, head);
        shell.sheet.running = Some(&metadata.title);
        Self {
            shell,
            rail: Html(Rail::of_document(ctx, document)),
            about: ctx.href(Route::Document(document.id, TextFormat::Html)),
            metadata,
            byline: byline(metadata),
            cite: Html(CitePanel::new(ctx, Cited::Document(document.id))),
            credit: copied_credit(ctx, document),
            sections: SectionPart::all(Excerpt::whole(ctx, document)),
            ending: Html(Ending::new(ctx, document)),
        }
    }
}
