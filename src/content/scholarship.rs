//! Loads the editors' scholarship into a library whose texts are known.

use super::sink::Sink;
use super::{File, Load, actors, concordance, terms};
use crate::library::Library;

/// The file of links and silences.
const CONCORDANCE: &str = "concordance.toml";
/// The file of terms.
const TERMS: &str = "terms.toml";
/// The file of actors.
const ACTORS: &str = "actors.toml";

impl Load {
    /// Adds what the files of scholarship hold; a site may do without any of them.
    ///
    /// Claims are checked against the texts only where the texts are whole: a claim about a damaged
    /// text may be right. What needs no text is checked in any case.
    pub(super) fn scholarship(
        &mut self,
        files: &[File],
        texts: &[Option<&str>],
        mut library: Option<Library>,
    ) -> Option<Library> {
        let known = library.as_ref().filter(|_| self.damaged.is_empty());
        let read = |name: &str| {
            let at = files.iter().position(|file| file.name == name)?;
            Some((texts[at]?, Sink::new(at)))
        };
        let mut sinks = Vec::new();
        let mut concordance = None;
        let mut terms = None;
        let mut actors = None;
        if let Some((text, sink)) = read(CONCORDANCE) {
            concordance = concordance::load(text, known, &sink);
            sinks.push(sink);
        }
        if let Some((text, sink)) = read(TERMS) {
            terms = terms::load(text, known, &sink);
            sinks.push(sink);
        }
        if let Some((text, sink)) = read(ACTORS) {
            actors = actors::load(text, &sink);
            sinks.push(sink);
        }
        if let Some(library) = &mut library {
            library.concordance = concordance.unwrap_or_default();
            library.terms = terms.unwrap_or_default();
            library.actors = actors.unwrap_or_default();
        }
        let before = self.diagnostics.len();
        for sink in sinks {
            self.close(sink);
        }
        self.scholarship_damaged = !self.damaged.is_empty() || self.diagnostics.len() > before;
        library
    }
}
