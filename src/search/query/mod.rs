//! Reads what a reader typed.

mod lexemes;
mod notice;
mod parse;

pub use lexemes::is_control;
pub use notice::Notice;
pub use parse::{Atom, LONGEST, MOST_WORDS, Query};
