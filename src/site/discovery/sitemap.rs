//! The addresses of all pages, for search engines (sitemaps.org).

use askama::Template;

use crate::library::Date;
use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::routes::{ADDRESSES_PER_SITEMAP, Discovery, PageNumber, Route, sitemap_parts};

/// The pages of a site, or some of them.
#[derive(Template)]
#[template(path = "discovery/sitemap.xml")]
pub struct Sitemap<'a> {
    root: &'a str,
    pages: Vec<ListedPage<'a>>,
}

struct ListedPage<'a> {
    href: Href<'a>,
    /// The last day on which it changed, where that is known: what an edition changed is told in
    /// words, so only the page of editions surely changed with the last.
    changed: Option<Date>,
}

/// The sitemaps of a site whose pages are too many for one.
#[derive(Template)]
#[template(path = "discovery/sitemap_index.xml")]
pub struct SitemapIndex<'a> {
    root: &'a str,
    parts: Vec<Href<'a>>,
}

impl<'a> Sitemap<'a> {
    /// All pages of a site, whose paths stand below this root.
    pub fn whole(ctx: RenderContext<'a>, root: &'a str) -> Self {
        Self::of(ctx, root, &listed(ctx))
    }

    /// As many of them as one sitemap may have.
    pub fn part(ctx: RenderContext<'a>, root: &'a str, part: PageNumber) -> Self {
        let pages = listed(ctx);
        let mut parts = pages.chunks(ADDRESSES_PER_SITEMAP);
        Self::of(ctx, root, parts.nth(part.number() - 1).unwrap_or_default())
    }

    fn of(ctx: RenderContext<'a>, root: &'a str, pages: &[Route]) -> Self {
        let edition_date = ctx.library.settings.edition_date;
        let pages = pages.iter().map(|&page| ListedPage {
            href: ctx.href(page),
            changed: (page == Route::Editions).then_some(edition_date),
        });
        Self {
            root,
            pages: pages.collect(),
        }
    }
}

impl<'a> SitemapIndex<'a> {
    /// `None` where one sitemap has all pages.
    pub fn of(ctx: RenderContext<'a>, root: &'a str) -> Option<Self> {
        let parts = sitemap_parts(listed(ctx).len());
        let parts = parts.map(|part| ctx.href(Route::Discovery(Discovery::SitemapPart(part))));
        let parts: Vec<Href<'a>> = parts.collect();
        (!parts.is_empty()).then_some(Self { root, parts })
    }
}

fn listed(ctx: RenderContext<'_>) -> Vec<Route> {
    Route::listed(ctx.library, &ctx.study.links)
}
