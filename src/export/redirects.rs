//! Other names of pages, as web servers read them.

use askama::Template;

use crate::site::{BaseUrl, Redirect, RenderError, Site};

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

/// A line each for Netlify, Cloudflare Pages and their like.
pub fn netlify(site: &Site, redirects: &[Redirect]) -> String {
    lines(site, redirects, |from, to| format!("{from} {to} 308\n"))
}

/// The lines of a `map $uri $moved_to { include …; }` for nginx.
pub fn nginx(site: &Site, redirects: &[Redirect]) -> String {
    lines(site, redirects, |from, to| format!("{from} {to};\n"))
}

/// A directive each for Caddy.
pub fn caddy(site: &Site, redirects: &[Redirect]) -> String {
    lines(site, redirects, |from, to| {
        format!("redir {from} {to} 308\n")
    })
}

fn lines(site: &Site, redirects: &[Redirect], line: impl Fn(&str, &str) -> String) -> String {
    let prefix = prefix(site);
    let whole = |path: &str| format!("{prefix}{path}");
    redirects
        .iter()
        .map(|one| line(&whole(&one.from), &whole(&one.to)))
        .collect()
}

/// The path below which the site stands.
fn prefix(site: &Site) -> &str {
    site.base().map_or("", BaseUrl::path)
}
