//! The editions of the site as an Atom feed (RFC 4287).

use askama::Template;

use crate::library::{Edition, Settings};
use crate::site::context::RenderContext;
use crate::site::hash::permanent_id;
use crate::site::href::Href;
use crate::site::pages::edition_anchor;
use crate::site::routes::{Discovery, Route};

/// All editions, the newest first.
#[derive(Template)]
#[template(path = "discovery/editions.atom", escape = "html")]
pub struct EditionsFeed<'a> {
    root: &'a str,
    settings: &'a Settings,
    id: String,
    this: Href<'a>,
    page: Href<'a>,
    entries: Vec<Entry<'a>>,
}

struct Entry<'a> {
    edition: &'a Edition,
    id: String,
    href: Href<'a>,
}

impl<'a> EditionsFeed<'a> {
    /// The editions of a site whose paths stand below this root. Their ids do not change with it: an
    /// edition is the same one wherever it is read.
    pub fn new(ctx: RenderContext<'a>, root: &'a str) -> Self {
        let settings = &ctx.library.settings;
        let editions = ctx.library.editions.iter();
        Self {
            root,
            settings,
            id: permanent_id(&[&settings.title]),
            this: ctx.href(Route::Discovery(Discovery::EditionsFeed)),
            page: ctx.href(Route::Editions),
            entries: editions
                .map(|edition| Entry {
                    edition,
                    id: permanent_id(&[&settings.title, &edition.number]),
                    href: ctx.href(Route::Editions).at(edition_anchor(edition)),
                })
                .collect(),
        }
    }
}
