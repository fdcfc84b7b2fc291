//! A document: its metadata and its sections in reading order.

use super::metadata::Metadata;
use super::prose::Prose;
use super::reference::{Number, Reference, Slug};
use super::section::{Paragraph, Section};

/// One text of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its name in references and addresses.
    pub id: Slug,
    /// What is known about it.
    pub metadata: Metadata,
    /// All sections in reading order, each before its children.
    pub sections: Vec<Section>,
}

impl Document {
    /// The section with this number, in any letter case, and its place.
    #[must_use]
    pub fn section(&self, number: &Number) -> Option<(usize, &Section)> {
        self.sections.iter().enumerate().find(|(_, section)| {
            section
                .reference
                .section
                .as_str()
                .eq_ignore_ascii_case(number.as_str())
        })
    }

    /// The sections that have no parent, with their places.
    pub fn roots(&self) -> impl Iterator<Item = usize> {
        (0..self.sections.len()).filter(|&at| self.sections[at].parent.is_none())
    }

    /// The places of a section and everything below it: a run, since children follow parents.
    #[must_use]
    pub fn subtree(&self, at: usize) -> std::ops::Range<usize> {
        let level = self.sections[at].level;
        let below = self.sections[at + 1..]
            .iter()
            .take_while(|section| section.level > level)
            .count();
        at..at + 1 + below
    }

    /// The places of the sections above this one, the highest first.
    #[must_use]
    pub fn ancestors(&self, at: usize) -> Vec<usize> {
        let mut above: Vec<usize> =
            std::iter::successors(self.sections[at].parent, |&up| self.sections[up].parent)
                .collect();
        above.reverse();
        above
    }

    /// The section before this one in reading order.
    #[must_use]
    pub fn previous(&self, at: usize) -> Option<&Section> {
        at.checked_sub(1).map(|before| &self.sections[before])
    }

    /// The section after this one in reading order.
    #[must_use]
    pub fn next(&self, at: usize) -> Option<&Section> {
        self.sections.get(at + 1)
    }

    /// The first section after this one that is not inside it.
    #[must_use]
    pub fn next_outside(&self, at: usize) -> Option<&Section> {
        self.sections.get(self.subtree(at).end)
    }

    /// All counted paragraphs in reading order.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.sections.iter().flat_map(Section::paragraphs)
    }

    /// The number of words in headings and body.
    #[must_use]
    pub fn word_count(&self) -> usize {
        self.sections.iter().map(Section::word_count).sum()
    }

    /// The paragraphs whose text links to this one.
    pub fn citing<'a>(&'a self, cited: &'a Reference) -> impl Iterator<Item = &'a Paragraph> {
        self.paragraphs()
            .filter(move |paragraph| paragraph.prose.cited().any(|reference| reference == cited))
    }

    /// Every prose that carries an editors' note, with the reference where it stands: a heading's
    /// and a quotation's is the section's.
    pub fn annotated(&self) -> impl Iterator<Item = (&Reference, &Prose)> {
        let proses = self.sections.iter().flat_map(Section::proses);
        proses.filter(|(_, prose)| !prose.notes.is_empty())
    }
}
