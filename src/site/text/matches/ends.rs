//! The links that name a place, by what they lead to.

use std::cmp::Reverse;

use crate::library::Place;
use crate::site::context::RenderContext;
use crate::study::link_index::LinkEnd;

/// The links between this very place and other documents, the strongest first.
pub fn across(ctx: RenderContext<'_>, place: Place) -> Vec<LinkEnd> {
    strongest_first(ctx, place, true)
}

/// The links between this very place and others of its document, the strongest first.
pub fn inside(ctx: RenderContext<'_>, place: Place) -> Vec<LinkEnd> {
    strongest_first(ctx, place, false)
}

fn strongest_first(ctx: RenderContext<'_>, place: Place, crosses: bool) -> Vec<LinkEnd> {
    let library = ctx.library;
    let ends = ctx.study.links.at(place).iter().copied();
    let mut ends: Vec<LinkEnd> = ends
        .filter(|met| library.crosses(&library[met.link]) == crosses)
        .collect();
    ends.sort_by_key(|met| Reverse(library[met.link].strength));
    ends
}
