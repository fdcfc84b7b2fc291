//! What a book says of its text before it begins.

use askama::Template;

use super::places::title_file;
use super::sheet::Sheet;
use crate::library::{Document, Metadata, Settings};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::routes::{Route, TextFormat};
use crate::site::shell::byline;

/// The title of a document or of a whole library, with who made it and where it comes from.
#[derive(Template)]
#[template(path = "exports/epub/title_page.xml")]
pub struct TitlePage<'a> {
    sheet: Sheet<'a>,
    settings: &'a Settings,
    title: &'a str,
    byline: String,
    /// The page of the document or the home page, where its address is known.
    address: Option<String>,
    metadata: Option<&'a Metadata>,
    /// The texts of a library.
    texts: Vec<TextLine<'a>>,
}

/// A text that has a title page of its own in the book.
struct TextLine<'a> {
    href: String,
    title: &'a str,
    byline: String,
}

impl<'a> TitlePage<'a> {
    /// Of a document.
    pub fn of_document(ctx: RenderContext<'a>, document: &'a Document) -> Self {
        let metadata = &document.metadata;
        let route = Route::Document(document.id, TextFormat::Html);
        Self {
            title: &metadata.title,
            byline: byline(metadata),
            metadata: Some(metadata),
            ..Self::new(ctx, &metadata.title, route)
        }
    }

    /// Of the library.
    pub fn of_library(ctx: RenderContext<'a>) -> Self {
        let texts = ctx.library.documents().iter().map(|document| TextLine {
            href: title_file(document),
            title: &document.metadata.title,
            byline: byline(&document.metadata),
        });
        Self {
            texts: texts.collect(),
            ..Self::new(ctx, &ctx.library.settings.tagline, Route::Home)
        }
    }

    fn new(ctx: RenderContext<'a>, title: &'a str, route: Route) -> Self {
        let settings = &ctx.library.settings;
        let path = ctx.href(route).to_string();
        Self {
            sheet: Sheet {
                title: title.to_owned(),
                language: None,
            },
            settings,
            title,
            byline: settings.editors.clone(),
            address: ctx.base.map(|base| base.whole(&path)),
            metadata: None,
            texts: Vec::new(),
        }
    }
}
