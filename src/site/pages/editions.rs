//! The editions of the site: what each changed for readers.

use askama::Template;

use super::page_blocks::{PageBlocks, prose};
use crate::library::Edition;
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::html::Html;
use crate::site::routes::Route;
use crate::site::shell::{Head, Shell};
use crate::site::text::ProseHtml;

const TITLE: &str = "Editions";
const LEAD: &str = "What each edition of the editors’ work changed for readers.";

/// All editions, the newest first.
#[derive(Template)]
#[template(path = "pages/editions.html")]
pub struct EditionsPage<'a> {
    shell: Shell<'a>,
    title: &'static str,
    lead: &'static str,
    editions: Vec<EditionPart<'a>>,
}

struct EditionPart<'a> {
    edition: &'a Edition,
    /// Of its element: `edition-2`.
    id: String,
    changes: Vec<ChangePart<'a>>,
}

struct ChangePart<'a> {
    heading: Option<Html<ProseHtml>>,
    blocks: Html<PageBlocks<'a>>,
}

impl<'a> EditionsPage<'a> {
    /// All editions of the site.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let editions = ctx.library.editions.iter();
        Self {
            shell: Shell::new(ctx, Head::new(Route::Editions, TITLE, LEAD)),
            title: TITLE,
            lead: LEAD,
            editions: editions.map(|edition| part(ctx, edition)).collect(),
        }
    }
}

fn part<'a>(ctx: RenderContext<'a>, edition: &'a Edition) -> EditionPart<'a> {
    let sections = edition.sections.values().iter();
    let changes = sections.map(|section| ChangePart {
        heading: section.heading.as_ref().map(|heading| prose(ctx, heading)),
        blocks: Html(PageBlocks::new(
            ctx,
            section.heading.as_ref(),
            &section.blocks,
        )),
    });
    EditionPart {
        id: edition_anchor(edition),
        edition,
        changes: changes.collect(),
    }
}

/// The id of the element that tells of an edition.
pub fn edition_anchor(edition: &Edition) -> String {
    format!("edition-{}", edition.number)
}
