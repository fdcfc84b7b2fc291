//! The ledger of a document: how its paragraphs are matched in those that were compared with it.

use super::distribution::distribution;
use super::finding::{Finding, link_to};
use super::ledger_steps::Steps;
use crate::library::{Document, ParagraphId, Section};
use crate::site::context::RenderContext;
use crate::site::href::{Href, Link};
use crate::site::routes::{Format, Route};
use crate::study::coverage::{Coverage, Tally};

/// Where more paragraphs of a section than this have a coverage, and all of them do, the section
/// stands for them.
const MOST_LISTED: usize = 4;

/// How many of the compared documents have figures.
pub const MOST_COMPARED: usize = 3;

/// What is known of one document.
pub struct Ledger<'a> {
    pub id: String,
    pub document: &'a Document,
    /// `How much of the strategy has a match`.
    pub heading: String,
    /// A part for each document that was compared with it.
    pub parts: Vec<LedgerPart<'a>>,
    /// How many more were.
    pub more: usize,
    /// Where all figures are.
    pub data: Href<'a>,
    /// What carries out what, where the editors set links inside the document.
    pub steps: Option<Steps<'a>>,
}

/// How one document is matched in another.
pub struct LedgerPart<'a> {
    /// The totals in a sentence or two.
    pub totals: String,
    /// Where a match would stand: `in the paper`.
    pub elsewhere: String,
    /// The sections that have paragraphs.
    pub rows: Vec<LedgerRow<'a>>,
    pub total: Tally,
    /// The paragraphs with no match, with one that differs only, with a loose one at best.
    pub lists: Vec<Finding<'a>>,
}

pub struct LedgerRow<'a> {
    pub href: Href<'a>,
    pub section: &'a Section,
    pub tally: Tally,
}

impl<'a> Ledger<'a> {
    /// The ledger of a document; `None` where nobody compared it and nothing in it carries out
    /// anything else.
    pub fn new(ctx: RenderContext<'a>, document: &'a Document) -> Option<Self> {
        let compared = || ctx.library.compared.with(document.id);
        let parts = compared().take(MOST_COMPARED);
        let parts = parts.map(|other| LedgerPart::new(ctx, document, &ctx.library[other]));
        let parts: Vec<LedgerPart<'a>> = parts.collect();
        let steps = Steps::new(ctx, document);
        let in_text = &document.metadata.in_text;
        let heading = match parts.is_empty() {
            true if steps.is_none() => return None,
            true => format!("Inside {in_text}"),
            false => format!("How much of {in_text} has a match"),
        };
        Some(Self {
            id: ledger_id(document),
            document,
            heading,
            data: ctx.href(Route::Concordance(Format::Json)),
            more: compared().count() - parts.len(),
            parts,
            steps,
        })
    }
}

/// The id of a document's ledger, by its heading.
pub fn ledger_id(document: &Document) -> String {
    format!("site-ledger-{}", document.slug)
}

impl<'a> LedgerPart<'a> {
    fn new(ctx: RenderContext<'a>, document: &'a Document, other: &Document) -> Self {
        let tally = |paragraphs| ctx.study.coverage.tally(ctx.library, paragraphs, other.id);
        let total = tally(document.paragraphs);
        let in_text = &document.metadata.in_text;
        let elsewhere = format!("in {}", other.metadata.in_text);
        let sections = ctx.library[document.sections].iter();
        let counted =
            sections.filter(|section| !section.paragraphs.is_empty() && !section.is_apparatus);
        let lists = [
            (total.none, Coverage::None, format!("no match {elsewhere}")),
            (
                total.differs,
                Coverage::Differs,
                format!("only differing matches {elsewhere}"),
            ),
            (
                total.loose,
                Coverage::Loose,
                format!("a loose match {elsewhere} at best"),
            ),
        ];
        let lists = lists.into_iter().filter_map(|(count, coverage, what)| {
            let links = with_coverage(ctx, document, other, coverage);
            let noun = ["paragraph", "paragraphs"].map(|noun| format!("{noun} of {in_text}"));
            let says = ["has", "have"].map(|have| format!("{have} {what}"));
            (count > 0).then(|| Finding::of_places(count, links, &noun, &says))
        });
        Self {
            totals: distribution(total, in_text, &elsewhere),
            rows: counted
                .map(|section| LedgerRow {
                    href: ctx.section(section.id),
                    section,
                    tally: tally(section.paragraphs),
                })
                .collect(),
            total,
            lists: lists.collect(),
            elsewhere,
        }
    }
}

/// The paragraphs of a document that are covered so in another.
fn with_coverage<'a>(
    ctx: RenderContext<'a>,
    document: &Document,
    other: &Document,
    coverage: Coverage,
) -> Vec<Link<'a>> {
    let of = |id| ctx.study.coverage.at(ctx.library, id, other.id);
    let mut links = Vec::new();
    for section in &ctx.library[document.sections] {
        let has = |id: &ParagraphId| of((*id).into()) == Some(coverage);
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
