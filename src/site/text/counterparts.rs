//! What answers a paragraph in the other documents: its verdict, and the cards of its links.

use std::cmp::Reverse;

use askama::Template;

use super::prose::{Annotation, AnnotationStyle};
use crate::library::{Paragraph, ParagraphId, Part, Reference, Strength};
use crate::site::concordance::LinkCard;
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::study::link_index::LinkEnd;
use crate::study::verdicts::Verdict;

/// How many cards stand open beside a paragraph; the others fold away.
const OPEN: usize = 2;

/// The cards of a paragraph, the strongest first.
#[derive(Template)]
#[template(path = "text/counterparts.html")]
pub struct Counterparts<'a> {
    reference: &'a Reference,
    /// What is said where no card of strength 2 or 3 is there.
    verdict: Option<&'static str>,
    open: Vec<LinkCard<'a>>,
    folded: Vec<LinkCard<'a>>,
    weak: Vec<LinkCard<'a>>,
}

impl<'a> Counterparts<'a> {
    /// Those of a paragraph; `None` in an apparatus, and where no link of the library joins two
    /// documents.
    pub fn new(ctx: RenderContext<'a>, paragraph: &'a Paragraph) -> Option<Self> {
        if !ctx.study.links.crosses() {
            return None;
        }
        let verdict = ctx.study.verdicts.paragraph(paragraph.id)?;
        let cards = links_across(ctx, paragraph.id).into_iter();
        let cards = cards.map(|met| LinkCard::new(ctx, met));
        let (weak, mut open): (Vec<LinkCard<'a>>, Vec<LinkCard<'a>>) =
            cards.partition(LinkCard::is_loose);
        let folded = open.split_off(open.len().min(OPEN));
        Some(Self {
            reference: &paragraph.reference,
            verdict: (verdict != Verdict::Counterpart).then(|| verdict.label()),
            open,
            folded,
            weak,
        })
    }
}

/// The passages of a paragraph that its open and folded cards quote, for these to point at.
pub fn quoted_passages(ctx: RenderContext<'_>, paragraph: ParagraphId) -> Vec<Annotation> {
    let cards = (1..).zip(links_across(ctx, paragraph));
    let quoted = cards.filter_map(|(card, met)| {
        let link = &ctx.library[met.link];
        let span = &link.passage(met.end).span;
        let shown = link.strength != Strength::Loose && span.part == Part::Paragraph(paragraph);
        shown.then(|| Annotation {
            range: span.range.clone(),
            style: AnnotationStyle::Quoted {
                card,
                link: link.id,
            },
        })
    });
    quoted.collect()
}

/// The links to other documents that quote a paragraph, the strongest first.
fn links_across(ctx: RenderContext<'_>, paragraph: ParagraphId) -> Vec<LinkEnd> {
    let library = ctx.library;
    let met = ctx.study.links.in_paragraph(paragraph).iter().copied();
    let mut across: Vec<LinkEnd> = met
        .filter(|met| library.crosses(&library[met.link]))
        .collect();
    across.sort_by_key(|met| Reverse(library[met.link].strength));
    across
}
