//! The strongest match of a paragraph, in the margin of a wide screen.

use super::ends::across;
use crate::library::{Place, Strength};
use crate::site::concordance::LinkCard;
use crate::site::context::RenderContext;
use crate::site::cut::shortened;

/// How many characters of the other text's words are shown.
const WORDS: usize = 64;

/// A small card: where the match stands, what it says of it, its words.
pub struct Beside<'a> {
    pub card: LinkCard<'a>,
    /// The first of its words, with the quotes of the source.
    pub words: String,
}

impl<'a> Beside<'a> {
    /// The strongest match of a place in other documents; `None` where all are loose.
    pub fn new(ctx: RenderContext<'a>, place: Place) -> Option<Self> {
        let strongest = across(ctx, place).into_iter().next()?;
        let card = LinkCard::new(ctx, strongest);
        (card.strength > Strength::Loose).then(|| Self {
            words: shortened(card.other.words, WORDS).into_owned(),
            card,
        })
    }
}
