//! Links to pages of the site, whose addresses are not known while content is loaded.

use std::ops::Range;

use crate::content::diagnostics::{Diagnostic, MOST_SUGGESTIONS, Problem, references, suggest};
use crate::library::{Library, Reference, SitePath, Slug, TargetId};

/// A link inside the site that names no section or paragraph, so that only the site's routes can
/// tell whether it leads anywhere.
#[derive(Debug)]
pub struct SiteLink {
    /// The number of the file it stands in.
    pub file: usize,
    /// Where in the file.
    pub span: Range<usize>,
    /// Its target in the library; `None` where its document is not part of that.
    pub target: Option<TargetId>,
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

    /// The part of the site that it leads into, if the site does without that part.
    fn absent_part(&self, library: &Library) -> Option<AbsentPart> {
        let mut names = self.path.path().split('/').skip(1);
        let first = names.next()?;
        let absent = |is_absent: bool, part, file| is_absent.then_some(AbsentPart { part, file });
        match first {
            _ if !self.may_be_page() => None,
            "concordance" => {
                let is_absent = library.links().is_empty();
                absent(is_absent, "there is no concordance", "`concordance.toml`")
            }
            "terms" => absent(
                library.terms().is_empty(),
                "there are no terms",
                "`terms.toml`",
            ),
            "actors" => absent(
                library.actors.acts.is_empty(),
                "there are no actors",
                "`actors.toml`",
            ),
            "editions" => absent(
                library.editions.is_empty(),
                "there are no editions",
                "a folder `editions`",
            ),
            _ => {
                let is_absent = library.pages().is_empty() && names.next().is_none();
                absent(is_absent, "there are no pages", "a folder `pages`")
            }
        }
    }

    /// What is wrong with it where it leads nowhere.
    pub fn unknown(&self, library: &Library, known: &mut KnownNames) -> Diagnostic {
        let path = self.path.path().to_owned();
        let problem = if let Some(AbsentPart { part, file }) = self.absent_part(library) {
            Problem::AbsentPart { path, part, file }
        } else {
            match &self.meant {
                Meant::Page(Some(reference)) | Meant::Passage(reference) => {
                    let reference = reference.to_string();
                    let near = known.reference_like(&reference);
                    Problem::UnknownReference { reference, near }
                }
                Meant::Page(None) => {
                    let near = known.path_like(&path);
                    Problem::UnknownPage { path, near }
                }
                Meant::Here { document, name } => Problem::UnknownId {
                    id: name.clone(),
                    near: suggest(name, slugs(library, document)),
                },
            }
        };
        Diagnostic {
            file: self.file,
            span: Some(self.span.clone()),
            problem,
        }
    }
}

/// A part that the site does without, in words, and what would bring it.
struct AbsentPart {
    part: &'static str,
    file: &'static str,
}

/// What links may have meant. Each search goes through all of it, so only so many are made: more
/// diagnostics are not shown.
pub struct KnownNames {
    paths: Vec<String>,
    references: Vec<String>,
    searches: usize,
}

impl KnownNames {
    pub fn of(library: &Library, paths: &dyn Fn(&Library) -> Vec<String>) -> Self {
        Self {
            paths: paths(library),
            references: references(library),
            searches: 0,
        }
    }

    fn reference_like(&mut self, wrong: &str) -> Option<String> {
        self.searches += 1;
        let may = self.searches <= MOST_SUGGESTIONS;
        may.then(|| suggest(wrong, self.references.iter().map(String::as_str)))?
    }

    fn path_like(&mut self, wrong: &str) -> Option<String> {
        self.searches += 1;
        let may = self.searches <= MOST_SUGGESTIONS;
        may.then(|| suggest(wrong, self.paths.iter().map(String::as_str)))?
    }
}
