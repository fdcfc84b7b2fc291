//! All documents in one list, however many there are.

use askama::Template;

use crate::library::{Document, Metadata};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::Href;
use crate::site::routes::{Route, TextFormat};
use crate::site::shell::{Head, Shell, byline, extent, year};

const TITLE: &str = "All texts";

/// The page of all documents.
#[derive(Template)]
#[template(path = "pages/texts.html")]
pub struct TextsPage<'a> {
    shell: Shell<'a>,
    title: &'static str,
    lead: String,
    texts: Vec<ListedText<'a>>,
}

struct ListedText<'a> {
    metadata: &'a Metadata,
    year: Option<String>,
    byline: String,
    href: Href<'a>,
    /// The whole text on one page.
    full: Href<'a>,
    minutes: usize,
    /// How long it is: `4,679 words`.
    extent: String,
}

impl<'a> TextsPage<'a> {
    /// The page of all documents of the library, in its order.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let documents = ctx.library.documents();
        let lead = match documents.len() {
            1 => "Who made the text on this site, when, and how long it takes to read.".to_owned(),
            count => format!(
                "Who made the {count} texts on this site, when, and how long they take to read."
            ),
        };
        Self {
            shell: Shell::new(ctx, Head::new(Route::Texts, TITLE, lead.clone())),
            title: TITLE,
            lead,
            texts: documents
                .iter()
                .map(|document| listed(ctx, document))
                .collect(),
        }
    }
}

fn listed<'a>(ctx: RenderContext<'a>, document: &'a Document) -> ListedText<'a> {
    let metadata = &document.metadata;
    let length = ctx.library.length(document.sections);
    ListedText {
        metadata,
        year: year(metadata),
        byline: byline(metadata),
        href: ctx.href(Route::Document(document.id, TextFormat::Html)),
        full: ctx.href(Route::FullText(document.id)),
        minutes: length.minutes(),
        extent: extent(length),
    }
}
