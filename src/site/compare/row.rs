//! A row of a comparison as its page shows it.

use askama::Template;

use super::comparison::{Comparison, JoinedLink};
use super::gap::GapPart;
use super::rows::{Cell, Row};
use super::side::{Side, element_id};
use crate::cite::locator;
use crate::library::{Language, Part, Passage, Place, Prose, Reference};
use crate::site::citing::copied_credit;
use crate::site::concordance::card_id;
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::Href;
use crate::site::html::Html;
use crate::site::text::{NotePart, ProseHtml, SetWords};

/// What stands on the two sides of a row, and the links between them.
#[derive(Template)]
#[template(path = "compare/row.html")]
pub struct RowPart<'a> {
    layout: Layout,
    first: CellPart<'a>,
    second: CellPart<'a>,
    links: Vec<LinkPart<'a>>,
}

/// Where the links of a row stand.
#[derive(PartialEq, Eq)]
enum Layout {
    /// Below both sides, or where neither stands.
    Across,
    /// On the first side, beside a unit of the second.
    First,
    /// On the second side, beside a unit of the first.
    Second,
}

enum CellPart<'a> {
    Whole(Box<UnitPart<'a>>),
    /// Nothing stands here that matches the other side.
    Gap(GapPart<'a>),
    /// Nothing is expected here, or the links stand here.
    Empty,
}

/// A heading or paragraph with its quotations.
struct UnitPart<'a> {
    id: String,
    colour: &'static str,
    language: &'a Language,
    credit: String,
    /// Where its section is, as a footnote says it.
    at: String,
    reference: &'a Reference,
    words: UnitWords<'a>,
    notes: Vec<NotePart>,
    quotations: Vec<Html<SetWords>>,
}

enum UnitWords<'a> {
    Heading(HeadingPart<'a>),
    Paragraph(Html<SetWords>),
}

struct HeadingPart<'a> {
    words: Html<ProseHtml>,
    /// 2 for the two that are compared, 3 for those below them.
    level: usize,
    /// The section's page.
    href: Href<'a>,
    /// The signs of its notes.
    signs: Html<ProseHtml>,
}

/// A link of the concordance, read from the first side to the second.
struct LinkPart<'a> {
    id: String,
    first: ClausePart<'a>,
    second: ClausePart<'a>,
    verb: &'static str,
    strength: &'static str,
    reason: &'a str,
}

/// Quoted words with their place on this page.
struct ClausePart<'a> {
    href: Href<'a>,
    /// `Strategy II.2.p1`.
    name: String,
    colour: &'static str,
    language: &'a Language,
    words: Html<ProseHtml>,
    /// Whether its paragraph stands whole on another row.
    elsewhere: bool,
}

impl<'a> RowPart<'a> {
    /// This row of a comparison.
    pub fn new(ctx: RenderContext<'a>, comparison: &Comparison<'a>, row: &Row) -> Self {
        let (first, second) = (&comparison.first, &comparison.second);
        let whole = [row.first, row.second].map(|cell| cell.is_some_and(|cell| cell.whole));
        let links = comparison.links_of(row).iter();
        Self {
            layout: match whole {
                [true, false] => Layout::Second,
                [false, true] => Layout::First,
                _ => Layout::Across,
            },
            first: cell(ctx, (first, row.first), (second, row.second)),
            second: cell(ctx, (second, row.second), (first, row.first)),
            links: links
                .map(|link| self::link(ctx, comparison, *link, whole))
                .collect(),
        }
    }
}

fn cell<'a>(
    ctx: RenderContext<'a>,
    (side, own): (&Side<'a>, Option<Cell>),
    (other_side, other): (&Side<'a>, Option<Cell>),
) -> CellPart<'a> {
    match (own, other) {
        (Some(own), _) if own.whole => CellPart::Whole(Box::new(unit(ctx, side, own.unit))),
        (None, Some(other)) => {
            let paragraph = other_side.units[other.unit].place.paragraph();
            let gap = paragraph.and_then(|id| GapPart::new(ctx, id, other_side, side));
            gap.map_or(CellPart::Empty, CellPart::Gap)
        }
        _ => CellPart::Empty,
    }
}

fn unit<'a>(ctx: RenderContext<'a>, side: &Side<'a>, at: usize) -> UnitPart<'a> {
    let own = &side.units[at];
    let reference = ctx.library.reference(own.place);
    let id = element_id(reference);
    let place = |place| ctx.place(place);
    let words = side.words(own.part());
    let mut notes = NotePart::of(ctx.library, words.prose, &id, &place);
    let mut quotations = Vec::new();
    for (nth, &part) in own.quotations.iter().enumerate() {
        let owner = format!("{id}-quotation-{}", nth + 1);
        let quoted = side.words(part);
        notes.extend(NotePart::of(ctx.library, quoted.prose, &owner, &place));
        quotations.push(Html(SetWords::new(ctx.library, &quoted, &owner, &place)));
    }
    let metadata = &side.document.metadata;
    let words = if let Part::Heading(section) = own.part() {
        // The words of a heading are a link themselves; its notes stand after it.
        UnitWords::Heading(HeadingPart {
            words: Html(if words.prose.text.is_empty() {
                let supplied = Prose::plain(ctx.library[section].heading_text());
                ProseHtml::bare(ctx.library, &(&supplied).into())
            } else {
                ProseHtml::bare(ctx.library, &words)
            }),
            level: if at == 0 { 2 } else { 3 },
            href: ctx.section(section),
            signs: Html(ProseHtml::signs(words.prose, &id)),
        })
    } else {
        let words = SetWords::new(ctx.library, &words, &id, &place);
        UnitWords::Paragraph(Html(words.named().in_language(&metadata.language)))
    };
    UnitPart {
        colour: metadata.colour.name(),
        language: &metadata.language,
        credit: copied_credit(ctx, side.document),
        at: locator(ctx.library, ctx.library.section_of(own.place).into()),
        reference,
        words,
        notes,
        quotations,
        id,
    }
}

/// `whole` tells which of the two units stand whole on the link's row.
fn link<'a>(
    ctx: RenderContext<'a>,
    comparison: &Comparison<'a>,
    joined: JoinedLink<'a>,
    whole: [bool; 2],
) -> LinkPart<'a> {
    LinkPart {
        id: card_id(joined.link.code),
        first: clause(ctx, &comparison.first, joined.first(), whole[0]),
        second: clause(ctx, &comparison.second, joined.second(), whole[1]),
        verb: joined.verb(),
        strength: joined.link.strength.name(),
        reason: &joined.link.reason,
    }
}

fn clause<'a>(
    ctx: RenderContext<'a>,
    side: &Side<'a>,
    passage: &'a Passage,
    whole: bool,
) -> ClausePart<'a> {
    let metadata = &side.document.metadata;
    // An epigraph stands under the heading of its section.
    let shown: Place = match passage.place.paragraph() {
        Some(paragraph) => paragraph.into(),
        None => ctx.library.section_of(passage.place).into(),
    };
    ClausePart {
        href: Href::here(element_id(ctx.library.reference(shown))),
        name: ctx.place_name(passage.place),
        colour: metadata.colour.name(),
        language: &metadata.language,
        words: side.clause(passage),
        elsewhere: !whole && passage.place.paragraph().is_some(),
    }
}
