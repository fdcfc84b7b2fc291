//! What a query looks for.

mod atom_reading;
mod concept;
mod other_names;
mod runs;
mod synonyms;
mod wording;

pub use concept::{Concept, Concepts};
pub use other_names::Included;
pub use synonyms::Synonyms;
pub use wording::{Wording, Words};
