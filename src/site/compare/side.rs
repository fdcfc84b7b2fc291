//! One of the two sections of a comparison: its units, and what is marked in them.

use std::collections::HashMap;
use std::ops::Range;

use crate::library::{
    Document, Library, Part, Passage, Place, Reference, Section, SectionId, TextSpan,
};
use crate::site::html::Html;
use crate::site::text::{Annotated, AnnotationStyle, ProseHtml};

/// What is shown of a section that is compared.
pub struct Side<'a> {
    library: &'a Library,
    pub document: &'a Document,
    pub section: &'a Section,
    /// What is shown of it in reading order, its own heading first.
    pub units: Vec<Unit>,
    unit_at: HashMap<Place, usize>,
    /// The bytes of shared wording, in order and apart.
    shared: HashMap<Part, Vec<Range<usize>>>,
}

/// A heading or paragraph, with the quotations that follow it.
pub struct Unit {
    /// The section that the heading names, or the paragraph.
    pub place: Place,
    /// What holds its words.
    part: Part,
    /// The lines of the quotations after it, which no reference names.
    pub quotations: Vec<Part>,
}

/// The sections of which a side shows what stands under their own headings: a section that has
/// paragraphs alone; one that has none, such as a chapter, with all below it, but for what the other
/// side shows.
pub fn shown_sections(section: &Section, other: &Section) -> Vec<SectionId> {
    if !section.paragraphs.is_empty() {
        return vec![section.id];
    }
    let elsewhere = |id: SectionId| other.id > section.id && other.subtree.contains(id);
    let sections = section.subtree.into_iter();
    sections.filter(|&id| !elsewhere(id)).collect()
}

impl<'a> Side<'a> {
    /// The side of a section of which these sections are shown, with the wording that the other
    /// side shares.
    pub fn new<'r>(
        library: &'a Library,
        section: &'a Section,
        shown: &[SectionId],
        shared: impl Iterator<Item = &'r TextSpan>,
    ) -> Self {
        let units: Vec<Unit> = shown.iter().flat_map(|&id| units(&library[id])).collect();
        let places = units.iter().enumerate();
        Self {
            library,
            document: &library[section.document],
            section,
            unit_at: places.map(|(at, unit)| (unit.place, at)).collect(),
            units,
            shared: merged(shared),
        }
    }

    /// Which unit is the paragraph or the heading of the section, under which its epigraph stands.
    pub fn unit(&self, place: Place) -> Option<usize> {
        let place = match place {
            Place::Epigraph(id) => self.library[id].section.into(),
            Place::Section(_) | Place::Paragraph(_) => place,
        };
        self.unit_at.get(&place).copied()
    }

    /// A part with its shared wording marked.
    pub fn words(&self, part: Part) -> Annotated<'a> {
        let shared = self.shared_in(part).iter().cloned();
        Annotated::from(self.library.prose(part))
            .in_language(&self.document.metadata.language)
            .with(shared, AnnotationStyle::Shared)
    }

    /// The words of a passage, marked in the same way, without links and notes.
    pub fn clause(&self, passage: &Passage) -> Html<ProseHtml> {
        let TextSpan { part, range } = &passage.span;
        let words = self.library.prose(*part).slice(range);
        let within = self.shared_in(*part).iter().filter_map(|shared| {
            let start = shared.start.max(range.start);
            let end = shared.end.min(range.end);
            (start < end).then(|| start - range.start..end - range.start)
        });
        let marked = Annotated::from(&words)
            .in_language(&self.document.metadata.language)
            .with(within, AnnotationStyle::Shared);
        Html(ProseHtml::bare(self.library, &marked))
    }

    fn shared_in(&self, part: Part) -> &[Range<usize>] {
        self.shared.get(&part).map_or(&[], Vec::as_slice)
    }
}

impl Unit {
    /// What holds its words.
    pub fn part(&self) -> Part {
        self.part
    }
}

/// The id of a unit's element; it has a hyphen, as all that are not references.
pub fn element_id(reference: &Reference) -> String {
    format!("{}-{}", reference.document, reference.fragment())
}

fn units(section: &Section) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for part in section.parts() {
        let place = match part {
            Part::Heading(id) => Place::Section(id),
            Part::Paragraph(id) => Place::Paragraph(id),
            Part::Quotation(_) => {
                // The heading comes first, so that there is a unit.
                if let Some(unit) = units.last_mut() {
                    unit.quotations.push(part);
                }
                continue;
            }
        };
        units.push(Unit {
            place,
            part,
            quotations: Vec::new(),
        });
    }
    units
}

/// The stretches by part, in order; those that overlap become one.
fn merged<'r>(spans: impl Iterator<Item = &'r TextSpan>) -> HashMap<Part, Vec<Range<usize>>> {
    let mut merged: HashMap<Part, Vec<Range<usize>>> = HashMap::new();
    for TextSpan { part, range } in spans {
        merged.entry(*part).or_default().push(range.clone());
    }
    for ranges in merged.values_mut() {
        ranges.sort_by_key(|range| (range.start, range.end));
        ranges.dedup_by(|next, range| {
            let overlaps = next.start < range.end;
            if overlaps {
                range.end = range.end.max(next.end);
            }
            overlaps
        });
    }
    merged
}
