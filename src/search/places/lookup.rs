//! From the name of a place to the places that it means.

use std::collections::BTreeSet;

use super::figures::{has_figure, in_figures};
use super::names::Names;
use super::reading::PlaceName;
use crate::library::{DocumentId, Library, Place, SectionId};

/// The most places that are offered for one name.
const MOST: usize = 20;

/// Where a name is looked up.
#[derive(Clone, Copy)]
pub struct Lookup<'a> {
    pub library: &'a Library,
    pub names: &'a Names,
    /// The documents that count; all, where there is none.
    pub documents: &'a BTreeSet<DocumentId>,
}

impl Lookup<'_> {
    /// Whether a document is among those that count.
    pub fn has(self, document: DocumentId) -> bool {
        self.documents.is_empty() || self.documents.contains(&document)
    }

    /// The places that a name means, in reading order. One with several meanings has several.
    pub fn places(self, name: &PlaceName<'_>) -> Vec<Place> {
        let sections = self.sections(name).into_iter();
        let places = sections.filter_map(|section| match name.paragraph {
            None => Some(section.into()),
            Some(ordinal) => {
                let nth = ordinal.checked_sub(1)?;
                let paragraph = self.library[section].paragraphs.get(nth);
                paragraph.map(Place::from)
            }
        });
        places.take(MOST).collect()
    }

    /// The sections that a name means: as printed if any is printed so, else in the other figures.
    pub fn sections(self, name: &PlaceName<'_>) -> Vec<SectionId> {
        let fitting = |sections: &[SectionId]| -> Vec<SectionId> {
            let sections = sections.iter().copied();
            sections.filter(|&id| self.fits(id, name)).collect()
        };
        let number = name.number.as_str();
        let figures = in_figures(number);
        // "Principle 2" is the second of the principles of each text.
        if name.kind.is_some() && !number.contains('.') {
            // "Chapter II" is the one that prints "II"; "chapter 2" is any second chapter.
            let is_roman = number.bytes().all(|byte| byte.is_ascii_alphabetic());
            let printed = self.names.by_last_part(number);
            let printed = if is_roman {
                fitting(printed)
            } else {
                Vec::new()
            };
            return if printed.is_empty() {
                fitting(self.names.by_last_figure(&figures))
            } else {
                printed
            };
        }
        let printed = fitting(self.names.by_number(number));
        if printed.is_empty() && has_figure(&figures) {
            fitting(self.names.by_figures(&figures))
        } else {
            printed
        }
    }

    /// Whether a section is of the document and the kind that a name says, and the one above it as
    /// well.
    fn fits(self, section: SectionId, name: &PlaceName<'_>) -> bool {
        let section = &self.library[section];
        let documents = name.documents;
        let is_named = documents.is_empty() || documents.binary_search(&section.document).is_ok();
        let above = section.parent.map(|parent| self.library[parent].kind);
        is_named
            && self.has(section.document)
            && name.kind.is_none_or(|kind| section.kind == kind)
            && name.kind_above.is_none_or(|kind| above == Some(kind))
    }
}
