//! What carries out what inside a document, in sentences of its ledger.

use super::finding::{Finding, link_to};
use crate::library::{Document, Kind, KindId, Place};
use crate::site::context::RenderContext;
use crate::site::href::Link;
use crate::study::steps::{Step, stands_alone, steps};

/// How the kinds of section in a document connect.
pub struct Steps<'a> {
    /// `How principles, goals and actions connect within the strategy`.
    pub heading: String,
    pub pairs: Vec<StepFindings<'a>>,
    /// Which sections have no match inside the document, in a sentence for each kind.
    pub alone: Vec<Finding<'a>>,
}

/// A step with its findings.
pub struct StepFindings<'a> {
    /// `Goals and actions`.
    pub heading: String,
    pub findings: Vec<Finding<'a>>,
}

impl<'a> Steps<'a> {
    /// Those of a document; `None` where the editors set no links inside it that make a step.
    pub fn new(ctx: RenderContext<'a>, document: &Document) -> Option<Self> {
        let steps = steps(ctx.library, &ctx.study.links, document);
        let mut kinds: Vec<KindId> = Vec::new();
        for kind in steps
            .iter()
            .flat_map(|step| [step.announcing, step.carrying])
        {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        let nouns: Vec<String> = kinds.iter().map(|&id| ctx.library[id].noun(2)).collect();
        let (last, others) = nouns.split_last()?;
        let in_text = &document.metadata.in_text;
        let findings = steps.iter().map(|step| StepFindings::new(ctx, step));
        Some(Self {
            heading: format!(
                "How {} and {last} connect within {in_text}",
                others.join(", ")
            ),
            pairs: findings.collect(),
            alone: kinds
                .into_iter()
                .map(|kind| alone(ctx, document, &ctx.library[kind]))
                .collect(),
        })
    }
}

impl<'a> StepFindings<'a> {
    /// What a step leaves out on either side.
    fn new(ctx: RenderContext<'a>, step: &Step) -> Self {
        let upper = &ctx.library[step.announcing];
        let lower = &ctx.library[step.carrying];
        let by_none = format!("carried out by no {}", lower.noun(1));
        let by_none = [format!("is {by_none}"), format!("are {by_none}")];
        let from_none =
            ["follows", "follow"].map(|verb| format!("{verb} from no {}", upper.noun(1)));
        let every = |kind: &Kind, says: &str, other: &Kind| {
            Finding::general(&format!("Every {} {says} {}", kind.noun(1), article(other)))
        };
        let mut findings = vec![
            if step.uncovered.is_empty() {
                every(upper, "is carried out by", lower)
            } else {
                of_places(links(ctx, &step.uncovered), &nouns(upper), &by_none)
            },
            if step.unannounced.is_empty() {
                every(lower, "carries out", upper)
            } else {
                of_places(links(ctx, &step.unannounced), &nouns(lower), &from_none)
            },
        ];
        if !step.uncovered_paragraphs.is_empty() {
            let noun =
                ["paragraph", "paragraphs"].map(|noun| format!("{noun} of the {}", upper.noun(2)));
            findings.push(of_places(
                links(ctx, &step.uncovered_paragraphs),
                &noun,
                &by_none,
            ));
        }
        Self {
            heading: format!("{} and {}", upper.plural, lower.noun(2)),
            findings,
        }
    }
}

/// Which sections of a kind no link joins to another place of the document.
fn alone<'a>(ctx: RenderContext<'a>, document: &Document, kind: &Kind) -> Finding<'a> {
    let sections = ctx.library.sections_of(document, kind.id);
    let links: Vec<Link<'a>> = sections
        .filter(|section| stands_alone(ctx.library, &ctx.study.links, section))
        .map(|section| link_to(ctx, section.id))
        .collect();
    let in_text = &document.metadata.in_text;
    if links.is_empty() {
        let noun = kind.noun(1);
        Finding::general(&format!("Every {noun} has a match elsewhere in {in_text}"))
    } else {
        let says = ["has", "have"].map(|have| format!("{have} no match elsewhere in {in_text}"));
        of_places(links, &nouns(kind), &says)
    }
}

fn of_places<'a>(links: Vec<Link<'a>>, noun: &[String; 2], says: &[String; 2]) -> Finding<'a> {
    Finding::of_places(links.len(), links, noun, says)
}

fn nouns(kind: &Kind) -> [String; 2] {
    [kind.noun(1), kind.noun(2)]
}

fn links<'a>(ctx: RenderContext<'a>, places: &[impl Copy + Into<Place>]) -> Vec<Link<'a>> {
    places.iter().map(|&place| link_to(ctx, place)).collect()
}

/// `a goal`, `an action`.
fn article(kind: &Kind) -> String {
    let noun = kind.noun(1);
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {noun}", if vowel { "an" } else { "a" })
}
