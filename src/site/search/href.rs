//! The addresses of searches.

use std::borrow::Cow;
use std::fmt;

use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::routes::{Format, Route};

/// The address of a search; it is written when it is shown: `/search?q=root+servers&page=2`.
#[derive(Debug, Clone)]
pub struct SearchHref<'a> {
    path: Href<'a>,
    query: Cow<'a, str>,
    /// Counted from 1, which the address leaves out.
    page: usize,
}

/// A link to a search, with its words.
pub struct SearchLink<'a> {
    pub href: SearchHref<'a>,
    pub label: &'a str,
}

impl<'a> SearchHref<'a> {
    /// Of the first page of what a query finds.
    pub fn new(ctx: RenderContext<'a>, query: impl Into<Cow<'a, str>>) -> Self {
        Self {
            path: ctx.href(Route::Search(Format::Html)),
            query: query.into(),
            page: 1,
        }
    }

    /// The same search, at this page of its results, counted from 1.
    #[must_use]
    pub fn at_page(self, page: usize) -> Self {
        Self { page, ..self }
    }
}

impl<'a> SearchLink<'a> {
    /// A link to what a query finds, by the query itself.
    pub fn new(ctx: RenderContext<'a>, query: &'a str) -> Self {
        Self {
            href: SearchHref::new(ctx, query),
            label: query,
        }
    }
}

impl fmt::Display for SearchHref<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}?q=", self.path)?;
        for piece in form_urlencoded::byte_serialize(self.query.as_bytes()) {
            f.write_str(piece)?;
        }
        match self.page {
            1 => Ok(()),
            page => write!(f, "&page={page}"),
        }
    }
}
