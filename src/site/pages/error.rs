//! Pages for what cannot be served. They say why, and lead on.

use askama::Template;

use super::near::{NearMatch, NotFound};
use crate::library::Document;
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::routes::{Route, TextFormat};
use crate::site::shell::{Head, Shell};

/// How many documents an error page leads to.
const MOST_DOCUMENTS: usize = 6;

/// An error, and where to go from it.
#[derive(Template)]
#[template(path = "pages/error.html")]
pub struct ErrorPage<'a> {
    shell: Shell<'a>,
    status: u16,
    title: &'a str,
    message: String,
    near: Vec<NearMatch<'a>>,
    home: Href<'a>,
    documents: Vec<DocumentLink<'a>>,
    /// To all documents, where there are more than these.
    all_texts: Option<Href<'a>>,
}

struct DocumentLink<'a> {
    colour: &'static str,
    link: Link<'a>,
}

impl<'a> ErrorPage<'a> {
    /// For a path that leads nowhere.
    pub fn not_found(ctx: RenderContext<'a>, found: NotFound<'a>) -> Self {
        Self::new(ctx, 404, "Not found", found.message, found.near)
    }

    /// For any path that a copy does not have.
    pub fn missing_from_copy(ctx: RenderContext<'a>) -> Self {
        let message = "There is no page at this address.".to_owned();
        Self::new(ctx, 404, "Not found", message, Vec::new())
    }

    /// For a request that cannot be answered otherwise.
    pub fn status(ctx: RenderContext<'a>, status: u16, reason: &'a str) -> Self {
        let message = match status {
            400 => "The request could not be understood.",
            405 => "This site is read-only: it answers GET and HEAD.",
            412 => "The page has changed: none of the entity tags in If-Match is its own.",
            414 | 431 => "The request is too long.",
            501 => "The server does not know how to do what was asked of it.",
            503 => "The server has too much to do. Please try again in a moment.",
            505 => "The server speaks HTTP/1.1 and HTTP/1.0.",
            _ => "Something went wrong on the server. Please try again.",
        };
        Self::new(ctx, status, reason, message.to_owned(), Vec::new())
    }

    fn new(
        ctx: RenderContext<'a>,
        status: u16,
        title: &'a str,
        message: String,
        near: Vec<NearMatch<'a>>,
    ) -> Self {
        let documents = ctx.library.documents();
        let head = Head {
            route: None,
            title: Some(title.into()),
            description: message.clone().into(),
            document: None,
        };
        let shown = documents.iter().take(MOST_DOCUMENTS);
        Self {
            shell: Shell::new(ctx, head),
            status,
            title,
            message,
            near,
            home: ctx.href(Route::Home),
            documents: shown.map(|document| document_link(ctx, document)).collect(),
            all_texts: (documents.len() > MOST_DOCUMENTS).then(|| ctx.href(Route::Texts)),
        }
    }
}

fn document_link<'a>(ctx: RenderContext<'a>, document: &'a Document) -> DocumentLink<'a> {
    let href = ctx.href(Route::Document(document.id, TextFormat::Html));
    DocumentLink {
        colour: document.metadata.colour.name(),
        link: Link::new(href, document.metadata.title.as_str())
            .in_language(&document.metadata.language),
    }
}
