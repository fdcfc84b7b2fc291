//! What a browser needs to know to search this site from its address bar.

use askama::Template;

use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::routes::{Discovery, Format, Route};

/// How many characters the format allows for a name and for a description.
const LONGEST_NAME: usize = 16;
const LONGEST_DESCRIPTION: usize = 1024;

/// The description.
#[derive(Template)]
#[template(path = "discovery/opensearch.xml")]
pub struct OpenSearch<'a> {
    name: &'a str,
    description: &'a str,
    base: &'a str,
    page: Href<'a>,
    data: Href<'a>,
    this: Href<'a>,
}

impl<'a> OpenSearch<'a> {
    /// For a site that stands below this base: `http://127.0.0.1:8080`.
    pub fn new(ctx: RenderContext<'a>, base: &'a str) -> Self {
        let settings = &ctx.library.settings;
        Self {
            name: beginning(&settings.title, LONGEST_NAME),
            description: beginning(&settings.tagline, LONGEST_DESCRIPTION),
            base,
            page: ctx.href(Route::Search(Format::Html)),
            data: ctx.href(Route::Search(Format::Json)),
            this: ctx.href(Route::Discovery(Discovery::OpenSearch)),
        }
    }
}

/// At most so many characters of a text.
fn beginning(text: &str, most: usize) -> &str {
    let end = text.char_indices().nth(most);
    end.map_or(text, |(end, _)| &text[..end])
}
