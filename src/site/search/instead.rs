//! What is offered where a query names several pairs, or something that the texts do not have.

use crate::library::{Place, SectionId};
use crate::search::Named;
use crate::site::context::RenderContext;
use crate::site::href::Link;
use crate::site::missing::{nearest, said};

/// What is said of a reference to something that the texts do not have.
pub struct MissingPart<'a> {
    /// What they have instead, in a sentence or two.
    pub said: String,
    /// The places nearest to it.
    pub nearest: Vec<NearestPlace<'a>>,
}

impl<'a> MissingPart<'a> {
    /// `None`, where nothing is missing.
    pub fn of(ctx: RenderContext<'a>, named: &Named) -> Option<Self> {
        let Named::Missing(missing) = named else {
            return None;
        };
        let places = nearest(ctx, missing).into_iter();
        Some(Self {
            said: said(ctx, missing),
            nearest: places.map(|place| NearestPlace::new(ctx, place)).collect(),
        })
    }
}

/// Where a reader may go instead: the reference and the heading of its section.
pub struct NearestPlace<'a> {
    pub colour: &'static str,
    pub name: String,
    pub link: Link<'a>,
}

impl<'a> NearestPlace<'a> {
    fn new(ctx: RenderContext<'a>, place: Place) -> Self {
        let section = &ctx.library[ctx.library.section_of(place)];
        Self {
            colour: ctx.library[section.document].metadata.colour.name(),
            name: ctx.place_name(place),
            link: Link::new(ctx.place(place), section.title.as_str())
                .in_language(ctx.library.language_at(place)),
        }
    }
}

/// The comparisons that a query may mean.
pub fn comparisons<'a>(ctx: RenderContext<'a>, named: &Named) -> Vec<Link<'a>> {
    let Named::Pairs(pairs) = named else {
        return Vec::new();
    };
    let link = |&(first, second): &(SectionId, SectionId)| {
        let [one, other] = [first, second].map(|section| ctx.section_name(section));
        let label = format!("Compare {one} with {other}");
        Some(Link::new(ctx.comparison(first, second)?, label))
    };
    pairs.iter().filter_map(link).collect()
}
