//! The words of texts and queries: which there are, and what forms share.

mod draft;
mod family;
mod groups;
mod vocabulary;

pub use draft::{EDITORS, VocabularyDraft};
pub use vocabulary::{Likeness, Spelling, Vocabulary, narrow};
