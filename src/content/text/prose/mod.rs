//! Prose: words with their marks, notes and links, as the parser's inline nodes have them.

mod footnotes;
mod inlines;
mod line_ends;
mod links;
mod positions;
mod text;
mod typed;
mod wiki;

pub use inlines::{FOOTNOTE_ON_PAGE, InlineContext, Inlines};
pub use links::{Destination, PendingLink};
pub use positions::Positions;
