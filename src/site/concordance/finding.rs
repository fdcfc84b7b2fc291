//! A sentence of a ledger that ends in a list of places.

use crate::library::Place;
use crate::site::context::RenderContext;
use crate::site::href::Link;

/// What is found, and where; there may be nothing to list.
pub struct Finding<'a> {
    /// The sentence, without a stop at its end.
    pub says: String,
    pub links: Vec<Link<'a>>,
}

/// A link to a section or paragraph by its reference.
pub fn link_to(ctx: RenderContext<'_>, place: impl Into<Place>) -> Link<'_> {
    let place = place.into();
    Link::new(ctx.place(place), ctx.library.reference(place).to_string())
}
