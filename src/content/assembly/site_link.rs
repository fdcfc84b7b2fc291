//! Links to pages of the site, whose addresses are not known while content is loaded.

use std::ops::Range;

use crate::content::diagnostics::{Diagnostic, Problem, suggest, suggest_reference};
use crate::library::{Library, Reference, SitePath};

/// A link inside the site that names no section or paragraph, so that only the site's routes can
/// tell whether it leads anywhere.
#[derive(Debug)]
pub struct SiteLink {
    /// The number of the file it stands in.
    pub file: usize,
    /// Where in the file.
    pub span: Range<usize>,
    pub path: SitePath,
    /// The reference that it reads as, if it reads as one.
    pub reference: Option<Reference>,
    /// Whether it has to name a passage of a document: then no page of the site will do.
    pub is_passage: bool,
}

impl SiteLink {
    /// What is wrong with it where it leads nowhere; `known_paths` are those that may be meant.
    pub fn unknown<'a>(
        &self,
        library: &Library,
        known_paths: impl IntoIterator<Item = &'a str>,
    ) -> Diagnostic {
        let problem = if let Some(reference) = &self.reference {
            let reference = reference.to_string();
            let near = suggest_reference(library, &reference);
            Problem::UnknownReference { reference, near }
        } else {
            let path = self.path.path().to_owned();
            let near = suggest(&path, known_paths);
            Problem::UnknownPage { path, near }
        };
        Diagnostic {
            file: self.file,
            span: Some(self.span.clone()),
            problem,
        }
    }
}
