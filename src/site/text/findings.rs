//! What is found of a section as a whole: its counterparts by section, and what it carries out or
//! is carried out by in its own document.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use askama::Template;

use crate::library::{End, Reference, Relation, Section, SectionId, Strength, pluralize};
use crate::site::concordance::LinkCard;
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::study::link_index::LinkEnd;

/// The findings of one section, below its text.
#[derive(Template)]
#[template(path = "text/findings.html")]
pub struct Findings<'a> {
    reference: &'a Reference,
    partners: Vec<Partner<'a>>,
    inside: Vec<LinkGroup<'a>>,
}

/// A section of another document that links join to this one.
struct Partner<'a> {
    section: Link<'a>,
    reference: &'a Reference,
    colour: &'static str,
    comparison: Option<Href<'a>>,
    /// `3 links, 1 weak`.
    count: String,
    /// The sum of the links' strengths.
    weight: usize,
    /// The links of this section as a whole, which stand beside no paragraph.
    cards: Vec<LinkCard<'a>>,
}

/// The links inside the document that say one thing of this section.
struct LinkGroup<'a> {
    title: &'static str,
    cards: Vec<LinkCard<'a>>,
    /// The thin links, which fold away.
    weak: Vec<LinkCard<'a>>,
}

/// Whether a link of a relation, met at one end, belongs to a group.
type Belongs = fn(Relation, End) -> bool;

/// The groups in the order in which they stand.
const GROUPS: [(&str, Belongs); 3] = [
    ("Carried out by", |relation, end| {
        relation == Relation::Implements && end == End::From
    }),
    ("Carries out", |relation, end| {
        relation == Relation::Implements && end == End::To
    }),
    ("Related in the same text", |relation, _| {
        relation != Relation::Implements
    }),
];

impl<'a> Findings<'a> {
    /// Those of a section; `None` where no link meets it.
    pub fn new(ctx: RenderContext<'a>, section: &'a Section) -> Option<Self> {
        let library = ctx.library;
        let met = ctx.study.links.in_section(section.id);
        if met.is_empty() {
            return None;
        }
        let (across, inside): (Vec<LinkEnd>, Vec<LinkEnd>) = met
            .iter()
            .partition(|met| library.crosses(&library[met.link]));
        let groups = GROUPS.into_iter();
        Some(Self {
            reference: &section.reference,
            partners: partners(ctx, section, across),
            inside: groups
                .filter_map(|(title, belongs)| group(ctx, title, &inside, belongs))
                .collect(),
        })
    }
}

/// The partners, the most closely linked first; of equals, by reference.
fn partners<'a>(
    ctx: RenderContext<'a>,
    section: &Section,
    across: Vec<LinkEnd>,
) -> Vec<Partner<'a>> {
    let mut by_section: BTreeMap<SectionId, Vec<LinkEnd>> = BTreeMap::new();
    for met in across {
        let other = ctx
            .library
            .section_at(&ctx.library[met.link], met.end.other());
        by_section.entry(other).or_default().push(met);
    }
    let mut partners: Vec<Partner<'a>> = by_section
        .into_iter()
        .map(|(other, links)| partner(ctx, section, &ctx.library[other], &links))
        .collect();
    partners.sort_by_key(|partner| (Reverse(partner.weight), partner.reference));
    partners
}

fn partner<'a>(
    ctx: RenderContext<'a>,
    section: &Section,
    other: &'a Section,
    links: &[LinkEnd],
) -> Partner<'a> {
    let library = ctx.library;
    let strengths = || links.iter().map(|met| library[met.link].strength);
    let weak = strengths().filter(|one| *one == Strength::Loose).count();
    let count = pluralize(links.len(), "link");
    let whole = links.iter().filter(|met| {
        let passage = library[met.link].passage(met.end);
        passage.place.paragraph().is_none()
    });
    Partner {
        section: Link::new(ctx.section(other.id), other.heading_text()),
        reference: &other.reference,
        colour: library[other.document].metadata.colour.name(),
        comparison: ctx.comparison(section.id, other.id),
        count: if weak == 0 {
            count
        } else {
            format!("{count}, {weak} weak")
        },
        weight: strengths().map(Strength::number).sum(),
        cards: whole.map(|met| LinkCard::new(ctx, *met)).collect(),
    }
}

fn group<'a>(
    ctx: RenderContext<'a>,
    title: &'static str,
    inside: &[LinkEnd],
    belongs: Belongs,
) -> Option<LinkGroup<'a>> {
    let library = ctx.library;
    let met = inside.iter().copied();
    let mut met: Vec<LinkEnd> = met
        .filter(|met| belongs(library[met.link].relation, met.end))
        .collect();
    met.sort_by_key(|met| Reverse(library[met.link].strength));
    // A link inside one section has both ends here, and is shown once.
    met.dedup_by_key(|met| met.link);
    if met.is_empty() {
        return None;
    }
    let cards = met.into_iter().map(|met| LinkCard::new(ctx, met));
    let (weak, cards): (Vec<LinkCard<'a>>, Vec<LinkCard<'a>>) = cards.partition(LinkCard::is_loose);
    Some(LinkGroup { title, cards, weak })
}
