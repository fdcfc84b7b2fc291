//! The ledger of verdicts: which paragraphs of a document have a counterpart.

use super::finding::{Finding, link_to};
use super::ledger_steps::{StepFindings, alone, step_findings};
use crate::library::{Document, Library, ParagraphId, Section, pluralize};
use crate::site::context::RenderContext;
use crate::site::href::{Href, Link};
use crate::site::shell::thousands;
use crate::study::steps::steps;
use crate::study::verdicts::{Tally, Verdict};

/// Where more paragraphs of a section than this have a verdict, and all of them do, the section
/// stands for them.
const MOST_LISTED: usize = 4;

/// What is known of one document.
pub struct Ledger<'a> {
    pub document: &'a Document,
    /// The short title inside a sentence: `strategy`.
    pub name: String,
    /// The totals in a sentence.
    pub totals: String,
    /// Where a counterpart would stand: `in the paper`.
    pub elsewhere: String,
    /// The sections that have paragraphs.
    pub rows: Vec<LedgerRow<'a>>,
    pub total: Tally,
    /// The paragraphs with no counterpart, then those with a weak one only.
    pub lists: [Finding<'a>; 2],
    /// What carries out what; empty where the editors linked nothing inside the document.
    pub steps: Vec<StepFindings<'a>>,
    /// Which sections stand alone, in a sentence for each kind that is carried out.
    pub alone: Vec<Finding<'a>>,
}

pub struct LedgerRow<'a> {
    pub href: Href<'a>,
    pub section: &'a Section,
    pub tally: Tally,
}

impl<'a> Ledger<'a> {
    /// The ledger of a document.
    pub fn new(ctx: RenderContext<'a>, document: &'a Document) -> Self {
        let verdicts = &ctx.study.verdicts;
        let total = verdicts.tally(document.paragraphs);
        let name = document.metadata.short_title.to_lowercase();
        let elsewhere = elsewhere(ctx.library, document);
        let sections = ctx.library[document.sections].iter();
        let with_paragraphs =
            sections.filter(|section| !section.paragraphs.is_empty() && !section.is_apparatus);
        let steps = steps(ctx.library, &ctx.study.links, document);
        Self {
            document,
            totals: totals(total, &name, &elsewhere),
            rows: with_paragraphs
                .map(|section| LedgerRow {
                    href: ctx.section(section.id),
                    section,
                    tally: verdicts.tally(section.paragraphs),
                })
                .collect(),
            total,
            lists: [
                (Verdict::None, total.none, "no counterpart"),
                (Verdict::Weak, total.weak, "only a weak counterpart"),
            ]
            .map(|(verdict, count, counterpart)| Finding {
                says: format!(
                    "{} of the {name} {} {counterpart} {elsewhere}",
                    pluralize(count, "paragraph"),
                    have(count)
                ),
                links: with_verdict(ctx, document, verdict),
            }),
            alone: alone(ctx, document, &steps),
            steps: steps
                .iter()
                .map(|step| step_findings(ctx, document, step))
                .collect(),
            name,
            elsewhere,
        }
    }
}

/// `in the paper` from the strategy; `in another text` where there are several others.
fn elsewhere(library: &Library, document: &Document) -> String {
    let other = match library.documents() {
        [first, second] if first.id == document.id => second,
        [first, second] if second.id == document.id => first,
        _ => return "in another text".to_owned(),
    };
    format!("in the {}", other.metadata.short_title.to_lowercase())
}

fn totals(tally: Tally, name: &str, elsewhere: &str) -> String {
    format!(
        "{} of {} of the {name} {} a counterpart {elsewhere}, {} only a weak one, {} none. {} of \
         its {} words stand in passages that a clear or close link quotes, {} %.",
        tally.counterpart,
        pluralize(tally.paragraphs(), "paragraph"),
        have(tally.counterpart),
        tally.weak,
        tally.none,
        thousands(tally.quoted),
        thousands(tally.words),
        tally.quoted_per_cent(),
    )
}

fn have(count: usize) -> &'static str {
    if count == 1 { "has" } else { "have" }
}

/// The paragraphs of a document with a verdict.
fn with_verdict<'a>(
    ctx: RenderContext<'a>,
    document: &Document,
    verdict: Verdict,
) -> Vec<Link<'a>> {
    let mut links = Vec::new();
    for section in &ctx.library[document.sections] {
        let has = |id: &ParagraphId| ctx.study.verdicts.paragraph(*id) == Some(verdict);
        let found: Vec<ParagraphId> = section.paragraphs.into_iter().filter(has).collect();
        if found.len() == section.paragraphs.len() && found.len() > MOST_LISTED {
            let label = format!("all {} of {}", found.len(), section.reference);
            links.push(Link::new(ctx.section(section.id), label));
        } else {
            links.extend(found.into_iter().map(|id| link_to(ctx, id)));
        }
    }
    links
}
