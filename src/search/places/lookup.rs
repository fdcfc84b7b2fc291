//! From the name of a place to the places that it means.

use std::collections::BTreeSet;

use super::figures::{has_figure, in_figures};
use super::names::Names;
use super::paragraph_name::ParagraphName;
use super::reading::PlaceName;
use crate::library::{DocumentId, Library, Place, Section, SectionId};

/// The most places that are offered for one name.
pub const MOST: usize = 20;

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
        let mut places = self.places_as_read(name);
        places.extend(self.items(name));
        if places.is_empty()
            && let Some(otherwise) = &name.otherwise
        {
            return self.places(otherwise);
        }
        places.sort_by_key(|&place| (self.library.section_of(place), place));
        places.dedup();
        places.truncate(MOST);
        places
    }

    fn places_as_read(self, name: &PlaceName<'_>) -> Vec<Place> {
        let sections = self.sections(name).into_iter();
        let places = sections.flat_map(|section| match &name.paragraph {
            None => vec![section.into()],
            Some(paragraph) => {
                let paragraphs = paragraph.paragraphs(self.library, section);
                paragraphs.into_iter().map(Place::from).collect()
            }
        });
        places.collect()
    }

    /// The items that a number with full stops may mean: `2.4` is item 4 of section 2.
    fn items(self, name: &PlaceName<'_>) -> Vec<Place> {
        let Some((number, item)) = name.number.rsplit_once('.') else {
            return Vec::new();
        };
        if name.kind_above.is_some() {
            // "Part II, article 2" says itself what the second number is of.
            return Vec::new();
        }
        let mut path = vec![item.to_owned()];
        match &name.paragraph {
            None => {}
            Some(ParagraphName::Printed(inside)) => path.extend(inside.iter().cloned()),
            Some(_) => return Vec::new(),
        }
        let item = PlaceName {
            number: number.to_owned(),
            paragraph: Some(ParagraphName::Printed(path)),
            otherwise: None,
            ..name.clone()
        };
        let mut places = self.places_as_read(&item);
        places.extend(self.items(&item));
        places
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
        let mut found = fitting(self.names.by_number(number));
        if found.is_empty() && has_figure(&figures) {
            found = fitting(self.names.by_figures(&figures));
        }
        if found.is_empty() {
            found = self.sections_below(name);
        }
        found
    }

    /// The sections of a kind that are numbered inside another, whether or not their reference says
    /// so: article 2 of part II is `2` or `II.2`.
    fn sections_below(self, name: &PlaceName<'_>) -> Vec<SectionId> {
        let Some((above, own)) = name.number.rsplit_once('.') else {
            return Vec::new();
        };
        let (Some(kind), Some(kind_above)) = (name.kind, name.kind_above) else {
            return Vec::new();
        };
        let own_name = PlaceName {
            kind: Some(kind),
            kind_above: None,
            number: own.to_owned(),
            otherwise: None,
            ..name.clone()
        };
        let above = in_figures(above);
        let is_below = |id: &SectionId| {
            let parent = |id: &SectionId| self.library[*id].parent;
            let mut around = std::iter::successors(parent(id), parent);
            around.any(|around| {
                let section = &self.library[around];
                let number = in_figures(section.reference.section.last_part());
                section.kind == kind_above && number == above
            })
        };
        let sections = self.sections(&own_name).into_iter();
        sections.filter(is_below).collect()
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
            && (name.otherwise.is_none() || prints(section, name))
    }
}

/// Whether a section prints the number of a name whose kind may be noise: "section 2" is not 2.2.
fn prints(section: &Section, name: &PlaceName<'_>) -> bool {
    let Some(number) = &section.number else {
        return true;
    };
    let bare = number.trim_end_matches(['.', ':']);
    let bare = bare.rsplit(char::is_whitespace).next().unwrap_or(bare);
    let figures = in_figures(&name.number);
    let asked = figures.rsplit('.').next().unwrap_or(&figures);
    let printed = in_figures(bare);
    printed == figures || printed == asked && !bare.contains('.')
}
