//! The actors as JSON: every clause in which they act.

use schemars::JsonSchema;
use serde::Serialize;

use super::license::LicenseData;
use crate::library::{Act, Actor};
use crate::site::context::RenderContext;
use crate::site::terms::sentence_of;

/// `{"actors": [{"slug": "china", "label": "China", "acts": […]}, …]}`, in the order of the page.
#[derive(Serialize, JsonSchema)]
pub struct ActorsData<'a> {
    /// Of the editors' work; absent where they name none.
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<LicenseData<'a>>,
    actors: Vec<ActorData<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct ActorData<'a> {
    slug: &'a str,
    label: &'a str,
    /// In reading order.
    acts: Vec<ActData<'a>>,
}

/// `{"ref": "strategy/III.5.p1", "kind": "commitment", "words": "It encourages the development of
/// e-commerce", "sentence": "It encourages … economy."}`: the kind is `commitment`,
/// `recommendation`, `claim` or `prohibition`, the words are the marked clause, and the sentence is
/// the one around it, or several if the clause goes on that far.
#[derive(Serialize, JsonSchema)]
struct ActData<'a> {
    r#ref: String,
    kind: &'static str,
    words: &'a str,
    sentence: &'a str,
}

impl<'a> ActorsData<'a> {
    /// All actors of the library.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let actors = ctx.library.actors.actors.values().iter();
        Self {
            license: LicenseData::of(ctx),
            actors: actors.map(|actor| actor_data(ctx, actor)).collect(),
        }
    }
}

fn actor_data<'a>(ctx: RenderContext<'a>, actor: &'a Actor) -> ActorData<'a> {
    let acts = ctx.study.acts_of(ctx.library, actor.id).iter();
    ActorData {
        slug: actor.slug.as_str(),
        label: &actor.label,
        acts: acts.map(|act| act_data(ctx, act)).collect(),
    }
}

fn act_data<'a>(ctx: RenderContext<'a>, act: &Act) -> ActData<'a> {
    let library = ctx.library;
    let text = &library.prose(act.span.part).text;
    ActData {
        r#ref: library
            .reference(library.place_of(act.span.part))
            .to_string(),
        kind: act.kind.name(),
        words: &text[act.span.range.clone()],
        sentence: &text[sentence_of(library, &act.span)],
    }
}
