//! The page of one paragraph or epigraph: its words, and everything that is known about it.

mod cards;
mod neighbour;
mod own_words;
mod page;

pub use page::ParagraphPage;
