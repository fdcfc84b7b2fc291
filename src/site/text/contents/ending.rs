//! What stands after the last words of a whole text: where to read on.

use askama::Template;

use crate::library::{Document, Library};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::routes::{Format, Route, TextFormat};

/// How many other texts are named; where there are more, one link leads to all of them.
const MOST_TEXTS: usize = 3;

/// The ways on from the end of a document.
#[derive(Template)]
#[template(path = "text/ending.html")]
pub struct Ending<'a> {
    /// The document in the middle of a sentence.
    name: &'a str,
    texts: Vec<NextText<'a>>,
    /// Comparisons, the concordance, and back to the page about the document.
    links: Vec<Link<'a>>,
}

struct NextText<'a> {
    name: &'a str,
    /// Its whole text.
    href: Href<'a>,
    minutes: usize,
}

impl<'a> Ending<'a> {
    /// The ways on from the end of this document.
    pub fn new(ctx: RenderContext<'a>, document: &'a Document) -> Self {
        Self {
            name: &document.metadata.in_text,
            texts: others(ctx.library, document)
                .take(MOST_TEXTS)
                .map(|other| next_text(ctx, other))
                .collect(),
            links: links(ctx, document),
        }
    }
}

/// The other documents, from the one after this; after the last comes the first.
fn others<'a>(library: &'a Library, document: &Document) -> impl Iterator<Item = &'a Document> {
    let documents = library.documents().iter();
    let after = documents.clone().filter(|one| one.id > document.id);
    after.chain(documents.filter(|one| one.id < document.id))
}

fn next_text<'a>(ctx: RenderContext<'a>, document: &'a Document) -> NextText<'a> {
    NextText {
        name: &document.metadata.in_text,
        href: ctx.href(Route::FullText(document.id)),
        minutes: ctx.library.length(document.sections).minutes(),
    }
}

fn links<'a>(ctx: RenderContext<'a>, document: &'a Document) -> Vec<Link<'a>> {
    let library = ctx.library;
    let compared = &library[library.settings.compare_kind];
    let count = library.documents().len();
    let link = |shown: bool, route, label: String| shown.then(|| Link::new(ctx.href(route), label));
    let links = [
        link(
            count > MOST_TEXTS + 1,
            Route::Texts,
            format!("All {count} texts"),
        ),
        link(
            library.is_shared(compared.id) && document.kinds.contains(&compared.id),
            Route::Kind(compared.id),
            format!("Compare the {}", compared.noun(2)),
        ),
        link(
            !library.links().is_empty(),
            Route::Concordance(Format::Html),
            "See how the texts match".to_owned(),
        ),
        link(
            true,
            Route::Document(document.id, TextFormat::Html),
            format!("About {}", document.metadata.in_text),
        ),
    ];
    links.into_iter().flatten().collect()
}
