//! The one analysis of words: what a word is, where it stands, and which words are the same.
//!
//! Everything that compares wording goes through here: search, terms, shared wording, quotations,
//! actors and formulas. A word is compared [`folded`]: compatibility forms, letter case, soft
//! hyphens and signs without width make no difference. What differs in its marks alone is the same
//! by second choice ([`unmarked()`]), and by the endings of its language where that is asked for
//! ([`Stemming`]). Nothing here changes a text: every word knows its bytes.

mod arabic;
mod elision;
mod english;
mod folded_text;
mod folding;
mod parts;
mod signs;
mod stemming;
mod unmarked;
mod word_lists;
mod words;

pub use folded_text::{FoldedText, Folding};
pub use folding::folded;
pub use parts::parts;
pub use signs::is_unspaced;
pub use stemming::Stemming;
pub use unmarked::unmarked;
pub use word_lists::WordLists;
pub use words::{Word, words};
