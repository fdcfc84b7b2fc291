//! What the editors say of the texts: links and silences, terms, actors.

pub(super) mod actor;
pub(super) mod code;
pub(super) mod compared;
pub(super) mod concordance;
pub(super) mod matcher;
pub(super) mod term;
