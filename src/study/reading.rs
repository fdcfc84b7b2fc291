//! What a page of the editors' asks its readers to read, and how much that is.

use std::collections::BTreeSet;

use crate::library::{Citable, Length, Library, Part, Place, Prose, Section, Target, TargetId};

/// Passages to be read together, such as before a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The passages, in the order in which they are asked for.
    pub passages: Vec<Place>,
    /// How long they are, headings included; what two of them share counts once.
    pub length: Length,
}

impl Reading {
    /// The reading with these targets.
    #[must_use]
    pub fn of(library: &Library, targets: &[TargetId]) -> Self {
        let passages = targets.iter().filter_map(|&target| match library[target] {
            Target::Place(place) => Some(place),
            Target::Site(_) | Target::Elsewhere(_) | Target::Nowhere => None,
        });
        let passages: Vec<Place> = passages.collect();
        let parts: BTreeSet<Part> = passages
            .iter()
            .flat_map(|&passage| parts(library, passage))
            .collect();
        let words = parts.into_iter().map(|part| library.prose(part));
        Self {
            length: words.map(Prose::length).sum(),
            passages,
        }
    }

    /// The passages, each once, but for those that stand in another: what it takes to have all words.
    #[must_use]
    pub fn outermost(&self, library: &Library) -> Vec<Place> {
        let mut found: Vec<Place> = Vec::new();
        for &passage in &self.passages {
            let mut others = self.passages.iter();
            let is_inside = others.any(|&other| is_inside(library, passage, other));
            if !is_inside && !found.contains(&passage) {
                found.push(passage);
            }
        }
        found
    }
}

/// Whether all of a passage stands in another.
fn is_inside(library: &Library, passage: Place, other: Place) -> bool {
    match other {
        Place::Section(id) => {
            let section = library.section_of(passage);
            passage != other && library[id].subtree.contains(section)
        }
        Place::Epigraph(_) | Place::Paragraph(_) => false,
    }
}

/// Everything in a passage that holds words, with all that stands below a section.
fn parts(library: &Library, passage: Place) -> Vec<Part> {
    match passage {
        Place::Section(id) => {
            let sections = library[library[id].subtree].iter();
            sections.flat_map(Section::parts).collect()
        }
        Place::Epigraph(id) => library.parts_of(Citable::Epigraph(id)),
        Place::Paragraph(id) => library.parts_of(Citable::Paragraph(id)),
    }
}
