//! The links inside one document, by what they say.

use std::collections::BTreeSet;

use crate::library::{End, Library, Place, Relation};
use crate::site::context::RenderContext;
use crate::site::href::Link;
use crate::study::link_index::LinkEnd;

/// Links under one heading.
pub struct InsideGroup {
    pub title: &'static str,
    pub id: &'static str,
    pub ends: Vec<LinkEnd>,
}

/// A place in one line, under one of the same headings.
pub struct InsidePlace<'a> {
    /// By its number: `III.1`, `IV.4.p2`.
    pub link: Link<'a>,
    /// The title of its section, with the quotes of the source.
    pub title: &'a str,
}

/// Whether a link of a relation, met at one end, belongs under a heading.
type Belongs = fn(Relation, End) -> bool;

/// The headings with their ids, in the order in which they stand.
const HEADINGS: [(&str, &str, Belongs); 3] = [
    ("Carried out by", "site-carried-out", |relation, end| {
        relation == Relation::Implements && end == End::From
    }),
    ("Carries out", "site-carries-out", |relation, end| {
        relation == Relation::Implements && end == End::To
    }),
    ("Related in the same text", "site-related", |relation, _| {
        relation != Relation::Implements
    }),
];

/// Links inside a document under their headings, in the order that is given.
pub fn groups(ctx: RenderContext<'_>, ends: &[LinkEnd]) -> Vec<InsideGroup> {
    let groups = HEADINGS
        .into_iter()
        .map(|(title, id, belongs)| InsideGroup {
            title,
            id,
            ends: belonging(ctx.library, ends, belongs).collect(),
        });
    groups.filter(|group| !group.ends.is_empty()).collect()
}

/// Where links inside a document lead, each place once, in reading order, with the headings.
pub fn place_groups<'a>(
    ctx: RenderContext<'a>,
    ends: &[LinkEnd],
) -> Vec<(&'static str, Vec<InsidePlace<'a>>)> {
    let groups = HEADINGS.into_iter().map(|(title, _, belongs)| {
        let ends = belonging(ctx.library, ends, belongs);
        let places = ends.map(|met| ctx.library[met.link].passage(met.end.other()).place);
        let in_order: BTreeSet<_> = places
            .map(|place| (ctx.library.section_of(place), place))
            .collect();
        let places = in_order.into_iter();
        (
            title,
            places.map(|(_, place)| in_a_line(ctx, place)).collect(),
        )
    });
    groups
        .filter(|(_, places): &(_, Vec<_>)| !places.is_empty())
        .collect()
}

fn belonging(
    library: &Library,
    ends: &[LinkEnd],
    belongs: Belongs,
) -> impl Iterator<Item = LinkEnd> {
    let ends = ends.iter().copied();
    ends.filter(move |met| belongs(library[met.link].relation, met.end))
}

fn in_a_line<'a>(ctx: RenderContext<'a>, place: Place) -> InsidePlace<'a> {
    let library = ctx.library;
    InsidePlace {
        link: Link::new(ctx.place(place), library.reference(place).fragment()),
        title: &library[library.section_of(place)].title,
    }
}
