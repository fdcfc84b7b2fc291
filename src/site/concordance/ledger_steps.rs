//! What carries out what inside a document, in sentences of its ledger.

use super::finding::{Finding, link_to};
use crate::library::{Document, Kind, KindId, Place, pluralize};
use crate::site::context::RenderContext;
use crate::site::href::Link;
use crate::study::steps::{Step, stands_alone};

/// A step with its findings.
pub struct StepFindings<'a> {
    /// `Goals and actions`.
    pub heading: String,
    pub findings: Vec<Finding<'a>>,
}

/// What a step leaves out on either side.
pub fn step_findings<'a>(
    ctx: RenderContext<'a>,
    document: &Document,
    step: &Step,
) -> StepFindings<'a> {
    let upper = &ctx.library[step.announcing];
    let lower = &ctx.library[step.carrying];
    let size = |kind: &Kind| ctx.library.sections_of(document, kind.id).count();
    let mut findings = vec![
        Finding {
            says: if step.uncovered.is_empty() {
                let lower = with_article(lower);
                format!("Every {} is carried out by {lower}", upper.noun(1))
            } else {
                format!(
                    "No {} carries out {} of the {} {}",
                    lower.noun(1),
                    step.uncovered.len(),
                    size(upper),
                    upper.noun(2)
                )
            },
            links: links(ctx, &step.uncovered),
        },
        Finding {
            says: if step.unannounced.is_empty() {
                let upper = with_article(upper);
                format!("Every {} carries out {upper}", lower.noun(1))
            } else {
                format!(
                    "No {} announces {} of the {} {}",
                    upper.noun(1),
                    step.unannounced.len(),
                    size(lower),
                    lower.noun(2)
                )
            },
            links: links(ctx, &step.unannounced),
        },
    ];
    if !step.uncovered_paragraphs.is_empty() {
        findings.push(Finding {
            says: format!(
                "No {} carries out {} of the {}",
                lower.noun(1),
                pluralize(step.uncovered_paragraphs.len(), "paragraph"),
                upper.noun(2)
            ),
            links: links(ctx, &step.uncovered_paragraphs),
        });
    }
    StepFindings {
        heading: format!("{} and {}", upper.plural, lower.noun(2)),
        findings,
    }
}

/// For each kind that is carried out: which of its sections no link joins to another place.
pub fn alone<'a>(ctx: RenderContext<'a>, document: &Document, steps: &[Step]) -> Vec<Finding<'a>> {
    let mut kinds: Vec<KindId> = steps.iter().map(|step| step.announcing).collect();
    kinds.dedup();
    kinds
        .into_iter()
        .map(|id| {
            let kind = &ctx.library[id];
            let sections = ctx.library.sections_of(document, id);
            let links: Vec<Link<'a>> = sections
                .filter(|section| stands_alone(ctx.library, &ctx.study.links, section))
                .map(|section| link_to(ctx, section.id))
                .collect();
            let says = match links.len() {
                0 => format!("No {} stands alone", kind.noun(1)),
                count => format!("Alone: {count} {}", kind.noun(count)),
            };
            Finding { says, links }
        })
        .collect()
}

fn links<'a>(ctx: RenderContext<'a>, places: &[impl Copy + Into<Place>]) -> Vec<Link<'a>> {
    places.iter().map(|&place| link_to(ctx, place)).collect()
}

/// `a goal`, `an action`.
fn with_article(kind: &Kind) -> String {
    let noun = kind.noun(1);
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {noun}", if vowel { "an" } else { "a" })
}
