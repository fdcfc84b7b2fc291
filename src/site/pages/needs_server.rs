//! Pages of a copy for what depends on a query: they say that the copy does not have it, and lead on.

use askama::Template;

use crate::library::Document;
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::Link;
use crate::site::routes::{Format, HandoutFormat, Route};
use crate::site::shell::{Head, Shell};

/// How many documents such a page leads to.
const MOST_DOCUMENTS: usize = 6;

/// What a copy does not have, and where readers find something like it.
#[derive(Template)]
#[template(path = "pages/needs_server.html")]
pub struct NeedsServer<'a> {
    shell: Shell<'a>,
    title: &'static str,
    said: &'static str,
    instead: Vec<Link<'a>>,
}

impl<'a> NeedsServer<'a> {
    /// In place of the search.
    pub fn search(ctx: RenderContext<'a>) -> Self {
        let said = "This copy of the site has no search, which needs Lectern’s own server. Your browser finds words on a page: open a whole text, or look a term up in the index.";
        let route = Route::Search(Format::Html);
        Self::new(ctx, route, "Search", said, instead_of_search(ctx))
    }

    /// In place of the form of handouts.
    pub fn handout(ctx: RenderContext<'a>) -> Self {
        let said = "This copy of the site makes no handouts, which need Lectern’s own server. Every section, chapter and comparison prints as a sheet of its own.";
        let route = Route::Handout(HandoutFormat::Html);
        Self::new(
            ctx,
            route,
            "Make a handout",
            said,
            whole_texts(ctx).collect(),
        )
    }

    /// In place of the form of citations.
    pub fn citing(ctx: RenderContext<'a>) -> Self {
        let said = "This copy of the site does not take the day on which you read it. Every page of a text has its citations under “Cite”.";
        Self::new(
            ctx,
            Route::Citing,
            "Cite a passage",
            said,
            whole_texts(ctx).collect(),
        )
    }

    fn new(
        ctx: RenderContext<'a>,
        route: Route,
        title: &'static str,
        said: &'static str,
        instead: Vec<Link<'a>>,
    ) -> Self {
        Self {
            shell: Shell::new(ctx, Head::new(route, title, said)),
            title,
            said,
            instead,
        }
    }
}

/// Where words are found without a search: in whole texts, and in the index of terms.
pub fn instead_of_search(ctx: RenderContext<'_>) -> Vec<Link<'_>> {
    let terms = Link::new(ctx.href(Route::Terms), "Terms");
    let has_terms = !ctx.library.terms().is_empty();
    let whole = whole_texts(ctx).chain(has_terms.then_some(terms));
    whole.collect()
}

/// The first documents as wholes.
fn whole_texts(ctx: RenderContext<'_>) -> impl Iterator<Item = Link<'_>> {
    let documents = ctx.library.documents().iter().take(MOST_DOCUMENTS);
    documents.map(move |document: &Document| {
        let metadata = &document.metadata;
        Link::new(ctx.href(Route::FullText(document.id)), &metadata.title)
            .in_language(&metadata.language)
    })
}
