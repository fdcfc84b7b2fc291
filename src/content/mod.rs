//! From files to a library: a pure function, but for `source`, the only reader.
//!
//! Bad content is data: a load returns every diagnostic, and a library only where there is none.
//! `load` has the steps in order. `toml` and `text` read single files, `scholarship` holds the
//! editors' claims against the texts, `assembly` puts everything together, and `diagnostics` says
//! what is wrong. The addresses of the site are not known here: see [`Loaded::with_unknown_links`].

mod adopt;
mod assembly;
mod control;
mod diagnostics;
mod language;
mod load;
mod naming;
mod scholarship;
mod source;
mod stamp;
mod text;
mod text_files;
mod toml;
mod unread;
mod words;
mod write;

pub use adopt::{AdoptError, Adopted, Fate, Options as AdoptOptions, SourceText, Taken, adopt};
pub use assembly::Loaded;
pub use diagnostics::{
    Diagnostic, Fault, HeadingFault, HeadingFaults, NearQuote, Problem, Severity, Typed, caught,
    github, in_one_line, report, sarif, visible,
};
pub use load::load;
pub use source::{File, Source, is_empty, read, read_if_there, read_text, starter};
pub use stamp::{Stamp, stamp};
pub use write::{NewFile, write};
