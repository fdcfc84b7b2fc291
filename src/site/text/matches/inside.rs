//! The links inside one document, by what they say.

use std::collections::{BTreeMap, BTreeSet};

use crate::library::{End, Library, Place, Relation, SectionId};
use crate::site::context::RenderContext;
use crate::site::href::Link;
use crate::study::link_index::LinkEnd;

/// What links inside a document say of a place, as a heading.
pub struct InsideHeading {
    /// It goes on with what it is about: `Carried out by`.
    pub title: &'static str,
    pub id: &'static str,
    /// Whether a link of a relation, met at one end, belongs here.
    belongs: fn(Relation, End) -> bool,
}

/// A section in one line under a heading.
pub struct InsidePlace<'a> {
    /// To the section by its number, or to the paragraph where it is only one: `III.1`, `IV.4.p2`.
    pub link: Link<'a>,
    /// The title of the section, with the quotes of the source.
    pub title: &'a str,
}

/// What is done about a place, and what it does.
pub const CARRIED_OUT: [InsideHeading; 2] = [
    InsideHeading {
        title: "Carried out by",
        id: "site-carried-out",
        belongs: |relation, end| relation == Relation::Implements && end == End::From,
    },
    InsideHeading {
        title: "Carries out",
        id: "site-carries-out",
        belongs: |relation, end| relation == Relation::Implements && end == End::To,
    },
];

/// What else is said of it.
pub const RELATED: InsideHeading = InsideHeading {
    title: "Related to",
    id: "site-related",
    belongs: |relation, _| relation != Relation::Implements,
};

impl InsideHeading {
    /// The ends of links that belong here, in the order that is given.
    pub fn ends(&self, library: &Library, ends: &[LinkEnd]) -> Vec<LinkEnd> {
        let ends = ends.iter().copied();
        ends.filter(|met| (self.belongs)(library[met.link].relation, met.end))
            .collect()
    }

    /// Where the links lead that belong here, each section once, in reading order.
    pub fn places<'a>(&self, ctx: RenderContext<'a>, ends: &[LinkEnd]) -> Vec<InsidePlace<'a>> {
        let library = ctx.library;
        let mut by_section: BTreeMap<SectionId, BTreeSet<Place>> = BTreeMap::new();
        for met in self.ends(library, ends) {
            let place = library[met.link].passage(met.end.other()).place;
            let section = library.section_of(place);
            by_section.entry(section).or_default().insert(place);
        }
        let places = by_section
            .iter()
            .map(|(section, places)| match places.first() {
                Some(only) if places.len() == 1 => *only,
                _ => Place::from(*section),
            });
        places.map(|place| in_a_line(ctx, place)).collect()
    }
}

fn in_a_line(ctx: RenderContext<'_>, place: Place) -> InsidePlace<'_> {
    let library = ctx.library;
    InsidePlace {
        link: Link::new(ctx.place(place), library.reference(place).fragment()),
        title: &library[library.section_of(place)].title,
    }
}
