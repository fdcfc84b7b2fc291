//! What a text names that is not there, and what there is instead.

use super::figures::in_figures;
use super::lookup::Lookup;
use super::reading::PlaceName;
use crate::library::{DocumentId, KindId, SectionId};

/// For how many documents it is said.
const MOST: usize = 4;

/// Something that a reader asked for by its number and that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// A paragraph that this section does not have.
    Paragraph(SectionId),
    /// A part that this section does not have.
    Part(SectionId),
    /// A section of the highest level that this document does not have.
    Root(DocumentId),
    /// A section of this kind: these documents have fewer, or none.
    OfKind(KindId, Vec<DocumentId>),
}

/// What is missing of a name that means no place; nothing, where it may be no reference at all.
pub fn missing(lookup: Lookup<'_>, name: &PlaceName<'_>) -> Vec<Missing> {
    if let Some(otherwise) = &name.otherwise {
        return missing(lookup, otherwise);
    }
    if !may_be_reference(name) {
        return Vec::new();
    }
    let mut named = lookup.sections(name);
    named.truncate(MOST);
    if !named.is_empty() {
        return named.into_iter().map(Missing::Paragraph).collect();
    }
    if let Some(kind) = name.kind
        && !name.number.contains('.')
    {
        let documents = documents_to_tell_of(lookup, name, kind);
        let is_told = !documents.is_empty();
        return is_told
            .then_some(Missing::OfKind(kind, documents))
            .into_iter()
            .collect();
    }
    let mut number = name.number.as_str();
    while let Some((parent, _)) = number.rsplit_once('.') {
        let above = PlaceName {
            documents: name.documents,
            kind: None,
            kind_above: None,
            number: parent.to_owned(),
            paragraph: None,
            otherwise: None,
        };
        let mut parents = lookup.sections(&above);
        parents.truncate(MOST);
        if !parents.is_empty() {
            return parents.into_iter().map(Missing::Part).collect();
        }
        number = parent;
    }
    roots(lookup, name, number)
}

/// Whether a name is written as references are: in figures of one or two digits, and not as a mere
/// number or a word would be.
fn may_be_reference(name: &PlaceName<'_>) -> bool {
    let is_figure = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let in_figures = in_figures(&name.number);
    let is_marked = name.number.contains('.') || name.kind.is_some() || !name.documents.is_empty();
    in_figures.split('.').all(is_figure) && (is_marked || name.paragraph.is_some())
}

/// The documents that a reader asks about; if none is named, those that have sections of the kind.
fn documents_to_tell_of(lookup: Lookup<'_>, name: &PlaceName<'_>, kind: KindId) -> Vec<DocumentId> {
    let named = name.documents.iter().copied();
    let named: Vec<DocumentId> = named.filter(|&id| lookup.has(id)).collect();
    if !named.is_empty() {
        return named.into_iter().take(MOST).collect();
    }
    let having = lookup.library.documents_with(kind).map(|one| one.id);
    having.filter(|&id| lookup.has(id)).take(MOST).collect()
}

/// The documents whose sections of the highest level are numbered in such figures.
fn roots(lookup: Lookup<'_>, name: &PlaceName<'_>, number: &str) -> Vec<Missing> {
    let library = lookup.library;
    let is_roman = |number: &str| number.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_alike = |document: DocumentId| {
        let mut roots = library.roots(&library[document]);
        roots.any(|root| {
            let printed = root.reference.section.as_str();
            is_roman(printed) == is_roman(number) && is_number(printed)
        })
    };
    let candidates: Vec<DocumentId> = if name.documents.is_empty() {
        library.documents().iter().map(|one| one.id).collect()
    } else {
        name.documents.to_vec()
    };
    let candidates = candidates.into_iter().filter(|&id| lookup.has(id));
    let alike = candidates.filter(|&id| is_alike(id));
    alike.take(MOST).map(Missing::Root).collect()
}

/// Whether a section's number is one in figures, rather than a name such as `preface`.
#[must_use]
pub fn is_number(number: &str) -> bool {
    let figures = in_figures(number);
    figures
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.')
}
