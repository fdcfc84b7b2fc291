//! Who does what: the clauses of each actor.

use askama::Template;

use super::actor_acts::{ActorText, by_document};
use super::columns::{CountColumn, listed_documents};
use crate::library::{Actor, pluralize};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::routes::{Format, Route};
use crate::site::shell::{Head, Shell};

const LEAD: &str = "What each actor will, should, may or must not do, clause by clause.";

/// All actors.
#[derive(Template)]
#[template(path = "terms/actors.html")]
pub struct ActorsPage<'a> {
    shell: Shell<'a>,
    lead: &'static str,
    /// To the page that says how clauses are marked, if there is one.
    method: Option<Href<'a>>,
    columns: Vec<CountColumn<'a>>,
    actors: Vec<ActorPart<'a>>,
    /// The same for machines, with the clauses of every text.
    data: Href<'a>,
}

struct ActorPart<'a> {
    actor: &'a Actor,
    /// To every sentence that names the actor, if there is a term of the same slug.
    term: Option<Link<'a>>,
    /// How many clauses, for each column.
    counts: Vec<usize>,
    /// The first few texts, without those that have no clause.
    texts: Vec<ActorText<'a>>,
    /// `12 more clauses`: those of the other texts.
    more: Option<String>,
}

impl<'a> ActorsPage<'a> {
    /// All actors of the library.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let head = Head::new(Route::Actors(Format::Html), "Actors", LEAD);
        let columns = CountColumn::all(ctx.library);
        let actors = ctx.library.actors.actors.values().iter();
        let method = ctx.library.page("method").map(Route::Page);
        Self {
            shell: Shell::new(ctx, head),
            lead: LEAD,
            method: method.map(|method| ctx.href(method)),
            actors: actors
                .map(|actor| ActorPart::new(ctx, &columns, actor))
                .collect(),
            columns,
            data: ctx.href(Route::Actors(Format::Json)),
        }
    }
}

impl<'a> ActorPart<'a> {
    fn new(ctx: RenderContext<'a>, columns: &[CountColumn<'a>], actor: &'a Actor) -> Self {
        let found = by_document(ctx, actor);
        let total: usize = found.iter().map(|(_, acts)| acts.len()).sum();
        let counts = columns.iter().map(|column| match column.document {
            Some(document) => {
                let own = found.iter().find(|(own, _)| own.id == document.id);
                own.map_or(0, |(_, acts)| acts.len())
            }
            None => total,
        });
        let listed = listed_documents(ctx.library);
        let texts: Vec<ActorText<'a>> = found
            .iter()
            .filter(|(document, _)| listed.iter().any(|listed| listed.id == document.id))
            .map(|(document, acts)| ActorText::new(ctx, document, acts))
            .collect();
        let more = total - texts.iter().map(|text| text.count).sum::<usize>();
        Self {
            actor,
            term: ctx.library.term(actor.slug.as_str()).map(|term| {
                let label = format!("All sentences with “{}”", ctx.library[term].label);
                Link::new(ctx.term(term), label)
            }),
            counts: counts.collect(),
            texts,
            more: (more > 0).then(|| pluralize(more, "more clause")),
        }
    }
}
