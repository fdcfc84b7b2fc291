//! The links of header and footer.

use std::borrow::Cow;

use crate::library::{Document, Language, PageId, pluralize};
use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::routes::{Format, HandoutFormat, Route, TextFormat};

/// How many documents the header leads to; where there are more, one link leads to all of them.
const MOST_DOCUMENTS: usize = 4;

/// A link of the header or footer.
pub struct NavLink<'a> {
    /// Its word.
    pub label: Cow<'a, str>,
    /// Where it leads.
    pub href: Href<'a>,
    /// The language of its word, where that is a text's own; `None` for English.
    pub language: Option<&'a Language>,
    /// The colour of its document, if it leads to one.
    pub colour: Option<&'static str>,
    /// Whether the page is this place or below it.
    pub current: bool,
}

/// The links of the header, on a page at this route that may belong to a document.
pub(super) fn header_links<'a>(
    ctx: RenderContext<'a>,
    route: Option<Route>,
    own: Option<&Document>,
) -> Vec<NavLink<'a>> {
    let library = ctx.library;
    let settings = &library.settings;
    let at = |label: Cow<'a, str>, to: Route, current: bool| NavLink {
        label,
        href: ctx.href(to),
        language: None,
        colour: None,
        current: current || route == Some(to),
    };
    let documents = shown_documents(ctx, own)
        .into_iter()
        .map(|document| NavLink {
            label: document.metadata.short_title.as_str().into(),
            href: ctx.href(Route::Document(document.id, TextFormat::Html)),
            language: document
                .metadata
                .language_of(&document.metadata.short_title),
            colour: Some(document.metadata.colour.name()),
            current: own.is_some_and(|own| own.id == document.id),
        });
    let mut links: Vec<NavLink<'a>> = documents.collect();
    let count = library.documents().len();
    if count > MOST_DOCUMENTS {
        let all = format!("All {}", pluralize(count, "text"));
        links.push(at(all.into(), Route::Texts, false));
    }
    let compared = settings.compare_kind;
    if library.is_shared(compared) {
        let label = library[compared].plural.as_str();
        links.push(at(label.into(), Route::Kind(compared), false));
    }
    let comparing = matches!(route, Some(Route::Comparison(..)));
    links.push(at("Compare".into(), Route::Compare, comparing));
    if !library.links().is_empty() {
        let within = matches!(
            route,
            Some(Route::Links(..) | Route::Link(_) | Route::Silences)
        );
        let concordance = Route::Concordance(Format::Html);
        links.push(at("Concordance".into(), concordance, within));
    }
    if !library.terms().is_empty() {
        let within = matches!(route, Some(Route::Term(..)));
        links.push(at("Terms".into(), Route::Terms, within));
    }
    let page = |&page: &PageId| {
        at(
            library[page].title.as_str().into(),
            Route::Page(page),
            false,
        )
    };
    links.extend(settings.nav.iter().map(page));
    links
}

/// The first few documents, the one that the page belongs to among them.
fn shown_documents<'a>(ctx: RenderContext<'a>, own: Option<&Document>) -> Vec<&'a Document> {
    let documents = ctx.library.documents();
    if documents.len() <= MOST_DOCUMENTS {
        return documents.iter().collect();
    }
    let mut shown: Vec<&Document> = documents.iter().take(MOST_DOCUMENTS - 1).collect();
    if let Some(own) = own
        && shown.iter().all(|document| document.id != own.id)
    {
        shown.pop();
        shown.push(&ctx.library[own.id]);
    }
    shown
}

/// The links of the footer: the pages that the header does not lead to.
pub(super) fn footer_links(ctx: RenderContext<'_>, route: Option<Route>) -> Vec<NavLink<'_>> {
    let library = ctx.library;
    let pages = library.pages().iter();
    let pages = pages.filter(|page| !library.settings.nav.contains(&page.id));
    let mut links: Vec<(&str, Route)> = pages
        .map(|page| (page.title.as_str(), Route::Page(page.id)))
        .collect();
    if !library.actors.actors.values().is_empty() {
        links.push(("Actors", Route::Actors(Format::Html)));
    }
    links.push(("Handout", Route::Handout(HandoutFormat::Html)));
    links.push(("Search", Route::Search(Format::Html)));
    links.push(("API", Route::Api));
    let links = links.into_iter().map(|(label, to)| NavLink {
        label: label.into(),
        href: ctx.href(to),
        language: None,
        colour: None,
        current: route == Some(to),
    });
    links.collect()
}
