//! Links to pages of the site, whose addresses are not known while content is loaded.

use std::ops::Range;

use crate::content::diagnostics::{Diagnostic, Problem, suggest, suggest_reference};
use crate::library::{Library, Reference, SitePath, Slug};

/// A link inside the site that names no section or paragraph, so that only the site's routes can
/// tell whether it leads anywhere.
#[derive(Debug)]
pub struct SiteLink {
    /// The number of the file it stands in.
    pub file: usize,
    /// Where in the file.
    pub span: Range<usize>,
    pub path: SitePath,
    pub meant: Meant,
}

/// What a link says it leads to.
#[derive(Debug)]
pub enum Meant {
    /// To any page, and what it reads as if it reads as a reference.
    Page(Option<Reference>),
    /// To a passage: no page of the site will do.
    Passage(Reference),
    /// To something of its own document.
    Here { document: Slug, name: String },
}

/// The ids of the sections of a document.
fn slugs<'a>(library: &'a Library, document: &Slug) -> impl Iterator<Item = &'a str> {
    let document = library.document(document.as_str());
    let sections = document.map(|id| &library[library[id].sections]);
    let sections = sections.into_iter().flatten();
    sections.map(|section| section.slug.as_str())
}

impl SiteLink {
    /// Whether a page of the site will do for it.
    pub fn may_be_page(&self) -> bool {
        matches!(self.meant, Meant::Page(_))
    }

    /// What is wrong with it where it leads nowhere; `known_paths` are those that may be meant.
    pub fn unknown<'a>(
        &self,
        library: &Library,
        known_paths: impl IntoIterator<Item = &'a str>,
    ) -> Diagnostic {
        let problem = match &self.meant {
            Meant::Page(Some(reference)) | Meant::Passage(reference) => {
                let reference = reference.to_string();
                let near = suggest_reference(library, &reference);
                Problem::UnknownReference { reference, near }
            }
            Meant::Page(None) => {
                let path = self.path.path().to_owned();
                let near = suggest(&path, known_paths);
                Problem::UnknownPage { path, near }
            }
            Meant::Here { document, name } => Problem::UnknownId {
                id: name.clone(),
                near: suggest(name, slugs(library, document)),
            },
        };
        Diagnostic {
            file: self.file,
            span: Some(self.span.clone()),
            problem,
        }
    }
}
