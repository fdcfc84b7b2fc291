//! What every page has around its content: head, header and footer.

mod byline;
mod json_ld;
mod nav;
mod page_shell;
mod preview;
mod scholar;
mod sheet;

pub use crate::library::thousands;
pub use byline::{byline, extent, year};
pub use page_shell::{Head, Shell};
pub use preview::{CardFacts, card_facts};
