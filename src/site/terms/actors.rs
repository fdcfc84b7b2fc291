//! Who is called on, or undertakes, to do what: the sentences of each actor.

use askama::Template;

use super::actor_sentences::{ActorText, by_document};
use super::columns::{CountColumn, listed_documents};
use crate::library::{Actor, pluralize};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::routes::{Format, Route};
use crate::site::shell::{Head, Shell};

const LEAD: &str = "Who is called on, or undertakes, to do what, sentence by sentence.";

/// All actors.
#[derive(Template)]
#[template(path = "terms/actors.html")]
pub struct ActorsPage<'a> {
    shell: Shell<'a>,
    lead: &'static str,
    rules: [Rule<'a>; 5],
    columns: Vec<CountColumn<'a>>,
    actors: Vec<ActorPart<'a>>,
    /// The same for machines, with the sentences of every text.
    data: Href<'a>,
}

/// A list of the words that the rule speaks of.
struct Rule<'a> {
    name: &'static str,
    words: &'a [String],
}

struct ActorPart<'a> {
    actor: &'a Actor,
    /// To every sentence that names the actor, if there is a term of the same slug.
    term: Option<Link<'a>>,
    /// How many sentences, for each column.
    counts: Vec<usize>,
    /// The first few texts, without those that have no sentence.
    texts: Vec<ActorText<'a>>,
    /// `12 more sentences`: those of the other texts.
    more: Option<String>,
}

impl<'a> ActorsPage<'a> {
    /// All actors of the library.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let head = Head::new(Route::Actors(Format::Html), "Actors", LEAD);
        let actors = &ctx.library.actors;
        let rule = |name, words: &'a Vec<String>| Rule { name, words };
        let columns = CountColumn::all(ctx.library);
        let parts = actors.actors.values().iter();
        Self {
            shell: Shell::new(ctx, head),
            lead: LEAD,
            rules: [
                rule("Verbs of a recommendation", &actors.told),
                rule("Verbs of a commitment", &actors.undertakes),
                rule("Allowed between name and verb", &actors.adverbs),
                rule("Not counted after", &actors.not_after),
                rule(
                    "Pronouns for the previous sentence’s actor",
                    &actors.pronouns,
                ),
            ],
            actors: parts
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
        let total: usize = found.iter().map(|(_, sentences)| sentences.len()).sum();
        let counts = columns.iter().map(|column| match column.document {
            Some(document) => {
                let own = found.iter().find(|(own, _)| own.id == document.id);
                own.map_or(0, |(_, sentences)| sentences.len())
            }
            None => total,
        });
        let listed = listed_documents(ctx.library);
        let texts: Vec<ActorText<'a>> = found
            .iter()
            .filter(|(document, _)| listed.iter().any(|listed| listed.id == document.id))
            .map(|(document, sentences)| ActorText::new(ctx, document, sentences))
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
            more: (more > 0).then(|| pluralize(more, "more sentence")),
        }
    }
}
