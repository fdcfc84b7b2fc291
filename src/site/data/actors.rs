//! The actors as JSON: the rule, and every sentence that it finds.

use serde::Serialize;

use crate::library::Actor;
use crate::site::context::RenderContext;
use crate::site::terms::mode_name;
use crate::study::actors::ActorSentence;

/// `{"rules": {"told": ["should", …], …}, "actors": [{"slug": "china", …}, …]}`.
#[derive(Serialize)]
pub struct ActorsData<'a> {
    rules: RulesData<'a>,
    actors: Vec<ActorData<'a>>,
}

/// Phrases without case.
#[derive(Serialize)]
struct RulesData<'a> {
    told: &'a [String],
    undertakes: &'a [String],
    adverbs: &'a [String],
    not_after: &'a [String],
    pronouns: &'a [String],
}

#[derive(Serialize)]
struct ActorData<'a> {
    slug: &'a str,
    label: &'a str,
    forms: &'a [String],
    /// In reading order.
    sentences: Vec<SentenceData<'a>>,
}

/// `{"ref": "strategy/I.p2", "mode": "told", "sentence": "China should …", "subject": [0, 5],
/// "verb": [6, 12]}`: subject and verb are characters of the sentence, the first and the one after
/// the last.
#[derive(Serialize)]
struct SentenceData<'a> {
    r#ref: String,
    mode: &'static str,
    sentence: &'a str,
    subject: [usize; 2],
    verb: [usize; 2],
}

impl<'a> ActorsData<'a> {
    /// All actors of the library.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let actors = &ctx.library.actors;
        Self {
            rules: RulesData {
                told: &actors.told,
                undertakes: &actors.undertakes,
                adverbs: &actors.adverbs,
                not_after: &actors.not_after,
                pronouns: &actors.pronouns,
            },
            actors: actors
                .actors
                .values()
                .iter()
                .map(|actor| actor_data(ctx, actor))
                .collect(),
        }
    }
}

fn actor_data<'a>(ctx: RenderContext<'a>, actor: &'a Actor) -> ActorData<'a> {
    let sentences = ctx.study.sentences_of(ctx.library, actor.id).iter();
    ActorData {
        slug: actor.slug.as_str(),
        label: &actor.label,
        forms: &actor.forms,
        sentences: sentences.map(|one| sentence_data(ctx, one)).collect(),
    }
}

fn sentence_data<'a>(ctx: RenderContext<'a>, one: &ActorSentence) -> SentenceData<'a> {
    let library = ctx.library;
    let text = &library.prose(one.part).text;
    let start = one.sentence.start;
    let characters = |to: usize| text[start..to].chars().count();
    SentenceData {
        r#ref: library.reference(library.place_of(one.part)).to_string(),
        mode: mode_name(one.mode),
        sentence: &text[one.sentence.clone()],
        subject: [one.subject.start, one.subject.end].map(characters),
        verb: [one.verb.start, one.verb.end].map(characters),
    }
}
