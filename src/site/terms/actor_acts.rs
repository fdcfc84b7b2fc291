//! What an actor does in one text, kind by kind.

use super::in_context::{ContextLine, sentence_of};
use crate::library::{Act, ActKind, Actor, Document, pluralize};
use crate::site::context::RenderContext;

/// How many clauses of one text stand open; more fold away.
const MOST_OPEN: usize = 8;

/// What an actor does in one text.
pub struct ActorText<'a> {
    pub document: &'a Document,
    /// How many clauses there are.
    pub count: usize,
    /// `61 commitments, 15 claims`.
    pub tally: String,
    pub is_open: bool,
    /// The kinds that the text has of the actor.
    pub kinds: Vec<KindPart<'a>>,
}

/// The acts of one kind, in reading order.
pub struct KindPart<'a> {
    /// `Commitments`.
    pub heading: &'static str,
    /// A sentence each, or a few sentences if a clause goes on that far; its clauses are marked.
    pub sentences: Vec<ContextLine<'a>>,
}

/// What an actor does, by text, in the order of the library.
pub fn by_document<'a>(ctx: RenderContext<'a>, actor: &Actor) -> Vec<(&'a Document, &'a [Act])> {
    let document = |act: &Act| {
        let section = ctx.library.section_of_part(act.span.part);
        ctx.library[section].document
    };
    let acts = ctx.study.acts_of(ctx.library, actor.id);
    let chunks = acts.chunk_by(|a, b| document(a) == document(b));
    chunks
        .map(|chunk| (&ctx.library[document(&chunk[0])], chunk))
        .collect()
}

/// `61 commitments, 2 prohibitions`, without what there is none of.
pub fn tally(acts: &[Act]) -> String {
    let count = |kind: ActKind| acts.iter().filter(|act| act.kind == kind).count();
    let counts = ActKind::ALL.map(|kind| (count(kind), kind.name()));
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, noun)| pluralize(count, noun)).collect();
    counts.join(", ")
}

impl<'a> ActorText<'a> {
    /// These acts of a text, in reading order.
    pub fn new(ctx: RenderContext<'a>, document: &'a Document, acts: &[Act]) -> Self {
        let kinds = ActKind::ALL.into_iter();
        Self {
            document,
            count: acts.len(),
            tally: tally(acts),
            is_open: acts.len() <= MOST_OPEN,
            kinds: kinds
                .filter_map(|kind| KindPart::new(ctx, kind, acts))
                .collect(),
        }
    }
}

impl<'a> KindPart<'a> {
    /// Those of the acts that are of this kind, if any is.
    fn new(ctx: RenderContext<'a>, kind: ActKind, acts: &[Act]) -> Option<Self> {
        let own: Vec<&Act> = acts.iter().filter(|act| act.kind == kind).collect();
        let sentence = |act: &Act| sentence_of(ctx.library, &act.span);
        let one_line = |a: &&Act, b: &&Act| {
            a.span.part == b.span.part
                && a.span.range.end <= b.span.range.start
                && sentence(a) == sentence(b)
        };
        let line = |acts: &[&Act]| {
            let marks = acts.iter().map(|act| (act.span.range.clone(), "mark"));
            let marks: Vec<_> = marks.collect();
            ContextLine::new(ctx, acts[0].span.part, &sentence(acts[0]), &marks)
        };
        (!own.is_empty()).then(|| Self {
            heading: heading(kind),
            sentences: own.chunk_by(one_line).map(line).collect(),
        })
    }
}

fn heading(kind: ActKind) -> &'static str {
    match kind {
        ActKind::Commitment => "Commitments",
        ActKind::Recommendation => "Recommendations",
        ActKind::Claim => "Claims",
        ActKind::Prohibition => "Prohibitions",
    }
}
