//! Every match of a place in few words, for paper.

use super::ends::{across, inside};
use crate::library::Place;
use crate::site::concordance::LinkCard;
use crate::site::context::RenderContext;

/// All that the concordance says of this very place: other texts first, each by strength.
pub fn compact_matches(ctx: RenderContext<'_>, place: Place) -> Vec<LinkCard<'_>> {
    let mut ends = across(ctx, place);
    ends.extend(inside(ctx, place));
    ends.into_iter()
        .map(|met| LinkCard::new(ctx, met))
        .collect()
}
