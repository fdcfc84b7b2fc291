//! What a load comes to.

use super::site_link::{KnownNames, SiteLink};
use crate::content::diagnostics::Diagnostic;
use crate::library::Library;

/// What a load comes to.
#[derive(Debug)]
pub struct Loaded {
    /// The library, if there is no error.
    pub library: Option<Library>,
    /// Everything that is wrong, by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// What could be read of the library where something is wrong, for the check of links only.
    partial: Option<Library>,
    /// The links whose paths are still to be checked.
    site_links: Vec<SiteLink>,
}

impl Loaded {
    pub(in crate::content) fn new(
        library: Option<Library>,
        mut diagnostics: Vec<Diagnostic>,
        site_links: Vec<SiteLink>,
    ) -> Self {
        let start = |one: &Diagnostic| one.span.as_ref().map_or(0, |span| span.start);
        diagnostics.sort_by_key(|one| (one.file, start(one)));
        diagnostics.dedup();
        let (library, partial) = if diagnostics.iter().all(|one| !one.is_error()) {
            (library, None)
        } else {
            (None, library)
        };
        Self {
            library,
            diagnostics,
            partial,
            site_links,
        }
    }

    /// Finishes the check of links, for which the paths of the site have to be known: reports those
    /// whose path, without query and fragment, is not `is_known`. `paths` has those that an editor
    /// may have meant; it is asked only where a link is wrong.
    #[must_use]
    pub fn with_unknown_links(
        self,
        is_known: &dyn Fn(&Library, &str) -> bool,
        paths: &dyn Fn(&Library) -> Vec<String>,
    ) -> Self {
        let mut diagnostics = self.diagnostics;
        let mut library = self.library.or(self.partial);
        if let Some(library) = &mut library {
            let is_unknown =
                |link: &SiteLink| !link.may_be_page() || !is_known(library, link.path.path());
            let mut unknown = self.site_links;
            unknown.retain(is_unknown);
            unknown.sort_by_key(|link| (link.file, link.span.start));
            let mut known = None;
            for link in &unknown {
                let known = known.get_or_insert_with(|| KnownNames::of(library, paths));
                let diagnostic = link.unknown(library, known);
                // Where the site does without what a link leads to, its words stand alone.
                if let (Some(target), false) = (link.target, diagnostic.is_error()) {
                    library.drop_target(target);
                }
                diagnostics.push(diagnostic);
            }
        }
        Self::new(library, diagnostics, Vec::new())
    }
}
