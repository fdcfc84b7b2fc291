//! Addresses: the path of every page, made in this one place.

use super::Library;
use super::document::Document;
use super::kind::KindNames;
use super::page::Page;
use super::reference::{Reference, Slug};
use super::section::Section;

/// First parts of paths that no document, kind or page may take.
pub const RESERVED: [&str; 8] = [
    "compare",
    "concordance",
    "handout",
    "healthz",
    "search",
    "static",
    "terms",
    "actors",
];

/// The last part of the path of a document's whole text, which no section's number may be.
pub const FULL: &str = "full";

/// The home page.
pub const HOME: &str = "/";

/// About a document.
#[must_use]
pub fn document(document: &Document) -> String {
    format!("/{}", document.id)
}

/// A document's whole text.
#[must_use]
pub fn full(document: &Document) -> String {
    format!("/{}/{FULL}", document.id)
}

/// A section with everything below it.
#[must_use]
pub fn section(section: &Section) -> String {
    let document = &section.reference.document;
    format!("/{document}/{}/{}", section.kind.path, section.slug)
}

/// The sections of a kind in one document.
#[must_use]
pub fn listing(document: &Document, kind: &KindNames) -> String {
    format!("/{}/{}", document.id, kind.path)
}

/// The sections of a kind in all documents; leads on to the listing where one document has them.
#[must_use]
pub fn kind(kind: &KindNames) -> String {
    format!("/{}", kind.path)
}

/// A page of the editors'.
#[must_use]
pub fn page(page: &Page) -> String {
    page_by_slug(&page.slug)
}

/// The same, by its name.
#[must_use]
pub fn page_by_slug(slug: &Slug) -> String {
    format!("/{slug}")
}

/// The short address of a section or paragraph, which redirects to where it stands.
#[must_use]
pub fn short(reference: &Reference) -> String {
    format!("/{reference}")
}

/// Where a section or paragraph stands, if the library has it.
#[must_use]
pub fn of(library: &Library, reference: &Reference) -> Option<String> {
    let found = library.resolve(reference)?;
    let path = section(found.section);
    Some(match found.reference.paragraph {
        Some(_) => format!("{path}#{}", found.reference.fragment()),
        None => path,
    })
}

/// The path of every HTML page.
#[must_use]
pub fn all(library: &Library) -> Vec<String> {
    let mut paths = vec![HOME.to_owned()];
    paths.extend(library.pages.iter().map(page));
    paths.extend(library.shared_kinds().map(|names| kind(names)));
    for text in &library.documents {
        paths.extend([document(text), full(text)]);
        let kinds = library.kinds_of(text);
        paths.extend(kinds.map(|names| listing(text, names)));
        paths.extend(text.sections.iter().map(section));
    }
    paths
}
