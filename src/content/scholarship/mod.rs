//! Reads what the editors say of the texts, and holds every claim against them.

mod actors;
mod acts;
mod codes;
mod concordance;
mod contradictions;
mod files;
mod formulas;
mod near_quote;
mod passage;
mod pattern;
mod searched;
mod silence;
mod term_draft;
mod term_forms;
mod terms;

pub use files::read_scholarship;
