//! What a browser needs to know to search this site from its address bar.

use askama::Template;

use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::routes::{Format, Route};

/// The longest name and description that the format allows, in characters.
const NAME: usize = 16;
const DESCRIPTION: usize = 1024;

/// The description.
#[derive(Template)]
#[template(path = "data/opensearch.xml")]
pub struct OpenSearch<'a> {
    name: String,
    description: String,
    /// Where the site is reached: `http://127.0.0.1:8080`.
    origin: &'a str,
    search: Href<'a>,
    search_data: Href<'a>,
    itself: Href<'a>,
}

impl<'a> OpenSearch<'a> {
    /// For a site that is reached at this origin, the path of its base included.
    pub fn new(ctx: RenderContext<'a>, origin: &'a str) -> Self {
        let settings = &ctx.library.settings;
        Self {
            name: settings.title.chars().take(NAME).collect(),
            description: settings.tagline.chars().take(DESCRIPTION).collect(),
            origin,
            search: ctx.href(Route::Search(Format::Html)),
            search_data: ctx.href(Route::Search(Format::Json)),
            itself: ctx.href(Route::OpenSearch),
        }
    }
}
