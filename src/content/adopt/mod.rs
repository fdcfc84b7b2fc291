//! Makes a document of a text as it is found: front matter, headings with their names, and a list of
//! all that the document does not keep.
//!
//! [`adopt`] is a pure function. It changes the source only where it must (`edits`), so that the rest
//! stays as it is written, and lets the loader say what that is (`refused`).

mod adopted;
mod blocks;
mod dedent;
mod edits;
mod error;
mod kinds;
mod levels;
mod metadata;
mod pattern;
mod refused;
mod report;
mod taken;

pub use adopted::{Adopted, Options, SourceText, adopt};
pub use error::AdoptError;
pub use taken::{Fate, Taken};
