//! The actors that a query names.

use crate::analysis::{FoldedText, Folding};
use crate::library::{Actor, TermId};
use crate::site::context::RenderContext;
use crate::site::href::Link;
use crate::site::routes::{Format, Route};
use crate::site::terms::tally;

/// An actor and what the texts say of it.
pub struct NamedActor<'a> {
    /// As pages call it.
    pub name: &'a str,
    /// To its clauses.
    pub link: Link<'a>,
    /// `62 commitments, 44 recommendations`.
    pub tally: String,
}

/// The actors that a query names by their label, by one side of its "and" or by any name of their
/// term, `terms` being the terms that it names.
pub fn named_actors<'a>(
    ctx: RenderContext<'a>,
    query: &str,
    terms: &[TermId],
) -> Vec<NamedActor<'a>> {
    let query = plain(query);
    let terms = terms.iter().map(|&id| &ctx.library[id]);
    let called = terms.filter(|term| term.names().any(|name| plain(name) == query));
    let slugs: Vec<&str> = called.map(|term| term.slug.as_str()).collect();
    let is_named = |actor: &&Actor| {
        let label = plain(&actor.label);
        label == query
            || label.split(" and ").any(|side| side == query)
            || slugs.contains(&actor.slug.as_str())
    };
    let actors = ctx.library.actors.actors.values().iter().filter(is_named);
    let page = ctx.href(Route::Actors(Format::Html));
    let named = |actor: &'a Actor| NamedActor {
        name: &actor.label,
        link: Link::new(
            page.clone().at(format!("actor-{}", actor.slug)),
            actor.label.as_str(),
        ),
        tally: tally(ctx.study.acts_of(ctx.library, actor.id)),
    };
    actors.map(named).collect()
}

/// A name as names are compared, without its article.
fn plain(name: &str) -> String {
    let folded = FoldedText::of(name.trim(), Folding::Case).text;
    match folded.strip_prefix("the ") {
        Some(rest) => rest.to_owned(),
        None => folded,
    }
}
