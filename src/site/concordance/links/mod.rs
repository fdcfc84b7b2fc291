//! The links of the concordance: a choice of them in pages, and each on a page of its own.

mod card;
mod entry;
mod family;
mod filter_bar;
mod link;
mod link_words;
mod list;
mod of_section;

pub use card::{LinkCard, QuotedPassage, card_id};
pub use link::LinkPage;
pub use link_words::{SET_PHRASES, capitalized, matches};
pub use list::LinksPage;
