//! What the site asks of programs that visit it.

use super::indexing::Indexing;
use crate::site::context::RenderContext;
use crate::site::routes::{Discovery, Route};

/// What programs are asked, with the address of the sitemap where the root of the site is known.
///
/// They may read everything: a page that search engines should leave out says so itself, which they
/// would never see if they were kept from it. Where they should leave out the whole site, most of
/// them need not come at all; every answer says so to the others.
pub fn robots(ctx: RenderContext<'_>, root: Option<&str>, indexing: Indexing) -> String {
    match (indexing, root) {
        (Indexing::Refused, _) => "User-agent: *\nDisallow: /\n".to_owned(),
        (Indexing::Allowed, None) => "User-agent: *\nDisallow:\n".to_owned(),
        (Indexing::Allowed, Some(root)) => {
            let sitemap = ctx.href(Route::Discovery(Discovery::Sitemap));
            format!("User-agent: *\nDisallow:\n\nSitemap: {root}{sitemap}\n")
        }
    }
}
