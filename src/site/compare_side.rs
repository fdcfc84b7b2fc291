//! One of the two sections of a comparison: its units, and what is marked in them.

use std::collections::HashMap;
use std::ops::Range;

use crate::library::Library;
use crate::library::concordance::Passage;
use crate::library::document::Document;
use crate::library::pair::Place;
use crate::library::part::Part;
use crate::library::prose::{Prose, Style};
use crate::library::reference::Reference;
use crate::library::section::Section;
use crate::study::shared::Occurrence;

/// What is shown of a section that is compared.
pub struct Side<'a> {
    /// Its document.
    pub document: &'a Document,
    /// The section itself.
    pub section: &'a Section,
    /// The places of the sections that are shown: itself, or with those below it.
    pub shown: Vec<usize>,
    /// Their headings and paragraphs in reading order, the section's own heading first.
    pub units: Vec<Unit<'a>>,
    /// The bytes of shared wording by section and part, in order and apart.
    shared: HashMap<(usize, Part), Vec<Range<usize>>>,
}

/// A heading or paragraph, with the quotations that follow it.
pub struct Unit<'a> {
    /// The place of its section.
    at: usize,
    /// Its section.
    pub section: &'a Section,
    /// Which part of that.
    pub part: Part,
    /// Each prose of the quotations after it, which no reference names.
    pub quotations: Vec<Part>,
}

impl<'a> Side<'a> {
    /// The section at a place, without what is shown on the other side if that is below it.
    ///
    /// A section is compared by its own paragraphs; one that has none, such as a chapter, by those
    /// of the sections below it.
    pub fn new(library: &'a Library, place: Place, other: Place) -> Self {
        let (document, at) = (&library.documents[place.0], place.1);
        let section = &document.sections[at];
        let shown = if section.paragraphs().is_empty() {
            let others = match other {
                (document, at) if document == place.0 && at > place.1 => {
                    library.documents[document].subtree(at)
                }
                _ => 0..0,
            };
            let below = document.subtree(at);
            below.filter(|at| !others.contains(at)).collect()
        } else {
            vec![at]
        };
        Self {
            units: shown
                .iter()
                .flat_map(|&at| units(at, &document.sections[at]))
                .collect(),
            document,
            section,
            shown,
            shared: HashMap::new(),
        }
    }

    /// The sections that are shown.
    pub fn sections(&self) -> impl Iterator<Item = &'a Section> {
        let document = self.document;
        self.shown.iter().map(|&at| &document.sections[at])
    }

    /// The place of the unit that a reference names.
    pub fn unit(&self, reference: &Reference) -> Option<usize> {
        let mut units = self.units.iter();
        units.position(|unit| unit.reference() == *reference)
    }

    /// The place of the heading above what a reference names.
    pub fn heading(&self, reference: &Reference) -> Option<usize> {
        self.unit(&Reference {
            paragraph: None,
            ..reference.clone()
        })
    }

    /// Takes note of shared wording; what overlaps becomes one stretch.
    pub fn share<'b>(&mut self, places: impl Iterator<Item = &'b Occurrence>) {
        for place in places {
            let key = (place.section.section, place.spot.part);
            self.shared
                .entry(key)
                .or_default()
                .push(place.spot.range.clone());
        }
        for ranges in self.shared.values_mut() {
            ranges.sort_by_key(|range| (range.start, range.end));
            ranges.dedup_by(|next, range| {
                let overlaps = next.start < range.end;
                if overlaps {
                    range.end = range.end.max(next.end);
                }
                overlaps
            });
        }
    }

    /// A part of a unit's section, with shared wording marked.
    pub fn prose(&self, unit: &Unit<'_>, part: Part) -> Prose {
        self.marked(unit.at, unit.section, part)
    }

    /// The words of a passage, marked in the same way.
    pub fn clause(&self, passage: &Passage) -> Prose {
        let found = self.document.section(&passage.reference.section);
        found.map_or_else(Prose::default, |(at, section)| {
            let spot = &passage.spot;
            self.marked(at, section, spot.part).slice(&spot.range)
        })
    }

    fn marked(&self, at: usize, section: &Section, part: Part) -> Prose {
        let ranges = self.shared.get(&(at, part)).cloned().unwrap_or_default();
        let prose = section.part(part).cloned().unwrap_or_default();
        prose.marked(ranges, &Style::Shared)
    }
}

impl Unit<'_> {
    /// Its most exact reference.
    pub fn reference(&self) -> Reference {
        self.section.reference_of(self.part)
    }

    /// Whether it is a heading.
    pub fn is_heading(&self) -> bool {
        self.part == Part::Heading
    }
}

fn units(at: usize, section: &Section) -> Vec<Unit<'_>> {
    let mut units: Vec<Unit<'_>> = Vec::new();
    for (part, _) in section.parts() {
        match (part, units.last_mut()) {
            (Part::Quotation(_), Some(unit)) => unit.quotations.push(part),
            _ => units.push(Unit {
                at,
                section,
                part,
                quotations: Vec::new(),
            }),
        }
    }
    units
}
