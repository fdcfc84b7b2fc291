//! The page at another name of a page.

use askama::Template;

use super::servers::prefix;
use crate::site::{Redirect, RenderError, Site};

/// The page at a name that leads elsewhere.
#[derive(Template)]
#[template(path = "export/moved.html")]
struct MovedPage {
    to: String,
}

/// The page at a name that leads elsewhere, for servers that are told of no redirects.
pub fn moved_page(site: &Site, redirect: &Redirect) -> Result<String, RenderError> {
    let to = format!("{}{}", prefix(site), redirect.to);
    Ok(MovedPage { to }.render()?)
}
