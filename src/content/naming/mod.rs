//! What headings say of themselves: kind, number and title, and the names that follow from them.
//!
//! A heading without attributes is offered finished ones, and an adopted text gets them. Both come
//! from here.

mod heading;
mod kind_word;
mod numeral;
mod ordinal;
mod propose;
mod references;
mod slug;

pub use heading::{HeadingReading, read_heading};
pub use kind_word::{KindName, depth, kind_name, kind_words};
pub use propose::{HeadingNames, OwnNames, UnnamedHeading, propose};
pub use slug::slug_of;
