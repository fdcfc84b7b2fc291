//! Reads what a reader typed.

mod lexemes;
mod notice;
mod parse;

pub use notice::Notice;
pub use parse::{Atom, LONGEST, MOST_WORDS, Query};
