//! What the site asks of programs that visit it.

use bytes::Bytes;

use super::resource::{Keep, Resource};

/// They may read everything: a page that search engines should leave out says so itself, which they
/// would never see if they were kept from it.
pub fn robots() -> Resource {
    Resource {
        media_type: "text/plain; charset=utf-8",
        keep: Keep::Revalidate,
        body: Bytes::from_static(b"User-agent: *\nDisallow:\n"),
    }
}
