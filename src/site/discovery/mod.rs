//! The files that other programs look for at fixed addresses.

mod feed;
mod indexing;
mod opensearch;
mod robots;
mod security;
mod sitemap;

pub use indexing::Indexing;

use askama::Template;

use super::context::RenderContext;
use super::resource::Resource;
use super::routes::Discovery;
use feed::EditionsFeed;
use opensearch::OpenSearch;
use robots::robots;
use security::security_txt;
use sitemap::{Sitemap, SitemapIndex};

/// What is sent for such a file of a site that is reached at this origin, `http://127.0.0.1:8080`,
/// where its base is not known. Without either, addresses are paths.
///
/// # Errors
/// If a template fails, which is a fault of the program.
pub fn resource(
    ctx: RenderContext<'_>,
    file: Discovery,
    origin: Option<&str>,
    indexing: Indexing,
) -> Result<Resource, askama::Error> {
    let base = ctx.base.map(|base| base.whole(""));
    let root = base.as_deref().or(origin);
    let paths_from = root.unwrap_or_default();
    let text = |body| Resource::text("text/plain; charset=utf-8", body);
    let sitemap = |body| Resource::text("application/xml", body);
    Ok(match file {
        Discovery::OpenSearch => Resource::text(
            "application/opensearchdescription+xml",
            OpenSearch::new(ctx, paths_from).render()?,
        ),
        Discovery::Robots => text(robots(ctx, root, indexing)),
        Discovery::Sitemap => sitemap(match SitemapIndex::of(ctx, paths_from) {
            Some(index) => index.render()?,
            None => Sitemap::whole(ctx, paths_from).render()?,
        }),
        Discovery::SitemapPart(part) => sitemap(Sitemap::part(ctx, paths_from, part).render()?),
        Discovery::EditionsFeed => Resource::text(
            "application/atom+xml",
            EditionsFeed::new(ctx, paths_from).render()?,
        ),
        Discovery::SecurityTxt => text(security_txt(ctx)),
    })
}
