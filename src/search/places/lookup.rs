//! From the name of a place to the places that it means.

use super::figures::{has_figure, in_figures};
use super::names::Names;
use super::reading::PlaceName;
use crate::library::{Library, Place, SectionId};

/// The most places that are offered for one name.
pub const MOST: usize = 20;

/// The places that a name means, in reading order. One with several meanings has several.
pub fn places(library: &Library, names: &Names, name: &PlaceName<'_>) -> Vec<Place> {
    let sections = sections(library, names, name).into_iter();
    let places = sections.filter_map(|section| match name.paragraph {
        None => Some(section.into()),
        Some(ordinal) => {
            let nth = ordinal.checked_sub(1)?;
            library[section].paragraphs.get(nth).map(Place::from)
        }
    });
    places.collect()
}

/// The sections that a name means: as printed if any is printed so, else in the other figures.
pub fn sections(library: &Library, names: &Names, name: &PlaceName<'_>) -> Vec<SectionId> {
    let fitting = |sections: &[SectionId]| -> Vec<SectionId> {
        let sections = sections.iter().copied();
        sections.filter(|&id| fits(library, id, name)).collect()
    };
    let number = name.number.as_str();
    let figures = in_figures(number);
    // "Principle 2" is the second of the principles of each text.
    if name.kind.is_some() && !number.contains('.') {
        // "Chapter II" is the one that prints "II"; "chapter 2" is any second chapter.
        let is_roman = number.bytes().all(|byte| byte.is_ascii_alphabetic());
        let printed = names.by_last_part(number);
        let printed = if is_roman {
            fitting(printed)
        } else {
            Vec::new()
        };
        return if printed.is_empty() {
            fitting(names.by_last_figure(&figures))
        } else {
            printed
        };
    }
    let printed = fitting(names.by_number(number));
    if printed.is_empty() && has_figure(&figures) {
        fitting(names.by_figures(&figures))
    } else {
        printed
    }
}

/// Whether a section is of the document and the kind that a name says, and the one above it as well.
fn fits(library: &Library, section: SectionId, name: &PlaceName<'_>) -> bool {
    let section = &library[section];
    let documents = name.documents;
    let in_document = documents.is_empty() || documents.binary_search(&section.document).is_ok();
    let above = section.parent.map(|parent| library[parent].kind);
    in_document
        && name.kind.is_none_or(|kind| section.kind == kind)
        && name.kind_above.is_none_or(|kind| above == Some(kind))
}
