//! What a query looks for.

mod atom_reading;
mod concept;
mod question_words;
mod synonyms;
mod wording;

pub use concept::{Concept, Concepts};
pub use synonyms::Synonyms;
pub use wording::{Wording, Words};
