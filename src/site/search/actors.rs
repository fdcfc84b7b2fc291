//! The actors that a query names.

use crate::library::{Actor, TermId};
use crate::site::context::RenderContext;
use crate::site::href::Link;
use crate::site::routes::{Format, Route};

/// Links to what the actors are called on to do that a query names by any name, `terms` being the
/// terms that it names.
pub fn named_actors<'a>(ctx: RenderContext<'a>, query: &str, terms: &[TermId]) -> Vec<Link<'a>> {
    let query = plain(query);
    let terms = terms.iter().map(|&id| &ctx.library[id]);
    let called = terms.filter(|term| term.names().any(|name| plain(name) == query));
    let mut names: Vec<String> = called.flat_map(|term| term.names().map(plain)).collect();
    names.push(query);
    let is_named = |actor: &&Actor| {
        let mut own = std::iter::once(&actor.label).chain(&actor.forms);
        own.any(|name| names.contains(&plain(name)))
    };
    let actors = ctx.library.actors.actors.values().iter().filter(is_named);
    let page = ctx.href(Route::Actors(Format::Html));
    let link = |actor: &'a Actor| {
        let href = page.clone().at(format!("actor-{}", actor.slug));
        Link::new(href, actor.label.as_str())
    };
    actors.map(link).collect()
}

/// A name in lower case and without its article.
fn plain(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    match lower.strip_prefix("the ") {
        Some(rest) => rest.to_owned(),
        None => lower,
    }
}
