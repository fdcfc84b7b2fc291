//! Who is told or undertakes to do what: the sentences of each actor.

use askama::Template;

use super::actor_sentences::{ActorText, by_document};
use super::columns::{CountColumn, listed_documents};
use crate::library::{Actor, pluralize};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::Href;
use crate::site::routes::{Format, Route};
use crate::site::shell::{Head, Shell};

/// All actors.
#[derive(Template)]
#[template(path = "terms/actors.html")]
pub struct ActorsPage<'a> {
    shell: Shell<'a>,
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
        let head = Head::new(
            Route::Actors(Format::Html),
            "Actors",
            "Who is told or undertakes to do what, sentence by sentence.",
        );
        let actors = &ctx.library.actors;
        let rule = |name, words: &'a Vec<String>| Rule { name, words };
        let columns = CountColumn::all(ctx.library);
        let parts = actors.actors.values().iter();
        Self {
            shell: Shell::new(ctx, head),
            rules: [
                rule("Told to act", &actors.told),
                rule("Undertakes to act", &actors.undertakes),
                rule("May stand in between", &actors.adverbs),
                rule("Not the subject after", &actors.not_after),
                rule(
                    "Takes up the actor of the sentence before",
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
            counts: counts.collect(),
            texts,
            more: (more > 0).then(|| pluralize(more, "more sentence")),
        }
    }
}
