//! Whole references and addresses that a reader copied from somewhere.

use crate::library::{DocumentId, FULL, Library, Place, Reference, SectionId};

/// The place that a text names in full: by its reference, as in `strategy/II.2.p3`, or by the
/// address of its page, as in `https://example.org/prefix/strategy/principles/sovereignty#II.2.p3`.
pub fn pasted_place(library: &Library, text: &str) -> Option<Place> {
    let path = match text.split_once("://") {
        Some((_, rest)) => rest.split_once('/')?.1,
        None => text,
    };
    let (path, fragment) = path.split_once('#').unwrap_or((path, ""));
    let path = path.split('?').next().unwrap_or(path);
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    // A site may stand below a path of its host.
    (0..parts.len()).find_map(|from| place_at(library, parts[from], &parts[from + 1..], fragment))
}

/// The place that the parts of a path mean, of which the first is to name a document.
fn place_at(library: &Library, document: &str, rest: &[&str], fragment: &str) -> Option<Place> {
    let document = document.to_lowercase();
    let own = library.document(&document)?;
    let referred = |name: &str| {
        let reference = Reference::parse(&format!("{document}/{name}"))?;
        library.resolve(&reference)
    };
    match rest {
        [] => referred(fragment),
        [name] if name.eq_ignore_ascii_case(FULL) => referred(fragment),
        [name] => {
            let place = referred(name)?;
            Some(referred(fragment).unwrap_or(place))
        }
        [kind, name] => {
            let section =
                section_of_page(library, own, &kind.to_lowercase(), &name.to_lowercase())?;
            Some(referred(fragment).unwrap_or(section.into()))
        }
        _ => None,
    }
}

/// The section of a document that a kind and a name stand for: `principles`, `sovereignty`.
fn section_of_page(
    library: &Library,
    document: DocumentId,
    kind: &str,
    name: &str,
) -> Option<SectionId> {
    let kind = library.kind_by_path(kind)?;
    let section = library.section_by_slug(document, name)?;
    (library[section].kind == kind).then_some(section)
}
