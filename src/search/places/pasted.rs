//! Whole references and addresses that a reader copied from somewhere.

use crate::library::{Library, Place, Reference, SectionId};

/// The place that a text names in full: by its reference, as in `strategy/II.2.p3`, or by the
/// address of its page, as in `https://example.org/strategy/principles/sovereignty#II.2.p3`.
pub fn pasted_place(library: &Library, text: &str) -> Option<Place> {
    let path = match text.split_once("://") {
        Some((_, rest)) => rest.split_once('/')?.1,
        None => text.trim_start_matches('/'),
    };
    let (path, fragment) = path.split_once('#').unwrap_or((path, ""));
    let (document, rest) = path.split_once('/')?;
    let document = document.to_lowercase();
    let referred = |name: &str| {
        let reference = Reference::parse(&format!("{document}/{name}"))?;
        library.resolve(&reference)
    };
    referred(rest).or_else(|| {
        let section = section_of_page(library, &document, &rest.to_lowercase())?;
        Some(referred(fragment).unwrap_or(section.into()))
    })
}

/// The section that a document, a kind and a name stand for: `strategy`, `principles/sovereignty`.
fn section_of_page(library: &Library, document: &str, rest: &str) -> Option<SectionId> {
    let (kind, name) = rest.split_once('/')?;
    let kind = library.kind_by_path(kind)?;
    let section = library.section_by_slug(library.document(document)?, name)?;
    (library[section].kind == kind).then_some(section)
}
