//! What the editors say of the texts: links, formulas and silences, terms, actors.

mod abbreviated;
pub(super) mod actor;
pub(super) mod code;
pub(super) mod compared;
pub(super) mod concordance;
pub(super) mod formula;
pub(super) mod matcher;
pub(super) mod mention;
pub(super) mod strength;
pub(super) mod term;
mod web_address;
