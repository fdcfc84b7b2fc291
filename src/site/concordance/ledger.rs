//! The ledger of a document: how many of its paragraphs have a match in another, and how close.

use super::finding::{Finding, link_to};
use super::ledger_steps::Steps;
use crate::library::{Document, Library, ParagraphId, Section};
use crate::site::context::RenderContext;
use crate::site::href::{Href, Link};
use crate::site::shell::thousands;
use crate::study::verdicts::{Tally, Verdict};

/// Where more paragraphs of a section than this have a verdict, and all of them do, the section
/// stands for them.
const MOST_LISTED: usize = 4;

/// What is known of one document.
pub struct Ledger<'a> {
    pub document: &'a Document,
    /// The totals in a sentence or two.
    pub totals: String,
    /// Where a match would stand: `in the paper`.
    pub elsewhere: String,
    /// The sections that have paragraphs.
    pub rows: Vec<LedgerRow<'a>>,
    pub total: Tally,
    /// The paragraphs with no match, then those with a loose one only, where there are any.
    pub lists: Vec<Finding<'a>>,
    /// What carries out what, where the editors set links inside the document.
    pub steps: Option<Steps<'a>>,
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
        let in_text = &document.metadata.in_text;
        let elsewhere = elsewhere(ctx.library, document);
        let sections = ctx.library[document.sections].iter();
        let counted =
            sections.filter(|section| !section.paragraphs.is_empty() && !section.is_apparatus);
        let lists = [
            (total.none, Verdict::None, "no match"),
            (total.weak, Verdict::Weak, "only a loose match"),
        ];
        let lists = lists.into_iter().filter_map(|(count, verdict, what)| {
            let links = with_verdict(ctx, document, verdict);
            let noun = ["paragraph", "paragraphs"].map(|noun| format!("{noun} of {in_text}"));
            let says = ["has", "have"].map(|have| format!("{have} {what} {elsewhere}"));
            (count > 0).then(|| Finding::of_places(count, links, &noun, &says))
        });
        Self {
            document,
            totals: totals(total, in_text, &elsewhere),
            rows: counted
                .map(|section| LedgerRow {
                    href: ctx.section(section.id),
                    section,
                    tally: verdicts.tally(section.paragraphs),
                })
                .collect(),
            total,
            lists: lists.collect(),
            steps: Steps::new(ctx, document),
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
    format!("in {}", other.metadata.in_text)
}

fn totals(tally: Tally, in_text: &str, elsewhere: &str) -> String {
    format!(
        "Of the {} paragraphs of {in_text}, {} {} a close match {elsewhere}, {} a clear one at \
         best, {} only a loose one and {} none. Close and clear matches quote {}% of its {} words.",
        thousands(tally.paragraphs()),
        tally.close,
        if tally.close == 1 { "has" } else { "have" },
        tally.clear(),
        tally.weak,
        tally.none,
        tally.quoted_per_cent(),
        thousands(tally.words),
    )
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
