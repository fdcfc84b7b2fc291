//! The files of scholarship; a site may do without any of them.

use super::actors::read_actors;
use super::concordance::read_concordance;
use super::terms::read_terms;
use crate::content::diagnostics::guarded;
use crate::content::text_files::TextFiles;
use crate::library::{Actors, Concordance, Library, Term};

/// What the files of scholarship hold, each as far as it could be read.
#[derive(Default)]
pub struct Scholarship {
    pub concordance: Concordance,
    pub terms: Vec<Term>,
    pub actors: Actors,
}

/// Reads the files of scholarship. Without a library of whole texts only what needs no text is
/// checked: a claim about a damaged text may be right.
pub fn read_scholarship(files: &TextFiles<'_>, library: Option<&Library>) -> Scholarship {
    let named = |name: &str| {
        let file = files.named(name)?;
        Some((file.text, file.sink))
    };
    let concordance = named("concordance.toml")
        .and_then(|(text, sink)| guarded(sink, || read_concordance(text, library, sink)));
    let terms = named("terms.toml")
        .and_then(|(text, sink)| guarded(sink, || read_terms(text, library, sink)));
    let actors = named("actors.toml")
        .and_then(|(text, sink)| guarded(sink, || read_actors(text, library, sink)));
    Scholarship {
        concordance: concordance.unwrap_or_default(),
        terms: terms.unwrap_or_default(),
        actors: actors.unwrap_or_default(),
    }
}
