//! From the name of a place to the places that it means.

use std::collections::BTreeSet;

use super::figures::{has_figure, in_figures};
use super::names::Names;
use super::pasted::pasted_place;
use super::reading::{PlaceName, read};
use crate::library::{DocumentId, Library, Place, SectionId};

/// The longest text that is tried, in bytes.
const LONGEST: usize = 120;

/// The most places that are offered for one name.
const MOST: usize = 20;

/// The places that a text names, in reading order; none, where it is no name of a place. A text
/// with several meanings has several. Only those in `documents` count, unless that is empty.
#[must_use]
pub fn places(
    library: &Library,
    names: &Names,
    text: &str,
    documents: &BTreeSet<DocumentId>,
) -> Vec<Place> {
    // What a browser is to highlight names no place.
    let text = text.split(":~:").next().unwrap_or(text).trim();
    if text.is_empty() || text.len() > LONGEST {
        return Vec::new();
    }
    let is_wanted =
        |section: SectionId| documents.is_empty() || documents.contains(&library[section].document);
    if let Some(place) = pasted_place(library, text) {
        let wanted = is_wanted(library.section_of(place));
        return wanted.then_some(place).into_iter().collect();
    }
    let Some(name) = read(text, names) else {
        return Vec::new();
    };
    let sections = sections(library, names, &name).into_iter();
    let wanted = sections.filter(|&section| is_wanted(section));
    let places = wanted.filter_map(|section| match name.paragraph {
        None => Some(section.into()),
        Some(ordinal) => {
            let nth = ordinal.checked_sub(1)?;
            library[section].paragraphs.get(nth).map(Place::from)
        }
    });
    places.take(MOST).collect()
}

/// The sections that a name means: as printed if any is printed so, else in the other figures.
fn sections(library: &Library, names: &Names, name: &PlaceName<'_>) -> Vec<SectionId> {
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

/// Whether a section is of the document and the kind that a name says.
fn fits(library: &Library, section: SectionId, name: &PlaceName<'_>) -> bool {
    let section = &library[section];
    let documents = name.documents;
    let in_document = documents.is_empty() || documents.binary_search(&section.document).is_ok();
    in_document && name.kind.is_none_or(|kind| section.kind == kind)
}
