//! What every page has around its content: head, header and footer.

mod byline;
mod nav;
mod page_shell;
mod preview;
mod sheet;

pub use byline::{byline, credit, minutes, thousands, year};
pub use preview::{CardFacts, card_facts};
pub use page_shell::{Head, Shell};
