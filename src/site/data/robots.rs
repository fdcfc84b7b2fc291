//! What the site asks of programs that visit it.

use crate::site::resource::Resource;

/// They may read everything: a page that search engines should leave out says so itself, which they
/// would never see if they were kept from it.
const ROBOTS: &str = "User-agent: *\nDisallow:\n";

/// What programs are asked.
pub fn robots() -> Resource {
    Resource::text("text/plain; charset=utf-8", ROBOTS)
}
