//! The index of terms, and what stands in the texts where: terms, actors, words in context.

mod actor_acts;
mod actors;
mod columns;
mod exclusive;
mod here;
mod in_context;
mod index;
mod strip;
mod term;
mod term_column;

pub use actor_acts::tally;
pub use actors::ActorsPage;
pub use here::{TermHere, terms_in, terms_of};
pub use in_context::{Piece, pieces, sentence_of};
pub use index::{TermsPage, sorted_terms};
pub use strip::{SectionCount, Strip};
pub use term::TermPage;
