//! The parts of a section that hold words, and places in them.

use std::ops::Range;

use super::prose::Prose;
use super::reference::Reference;
use super::section::{Block, Section};

/// Which prose of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// Its heading, number included.
    Heading,
    /// A counted paragraph, by its ordinal from 1: the one in its reference.
    Paragraph(usize),
    /// A paragraph or attribution of its quotations, from 1 through the whole section.
    Quotation(usize),
}

/// A stretch of one prose of a section that is known from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Which prose.
    pub part: Part,
    /// The bytes of its text.
    pub range: Range<usize>,
}

impl Section {
    /// Everything in it that holds words, its children left out, in reading order.
    #[must_use]
    pub fn parts(&self) -> Vec<(Part, &Prose)> {
        let mut found = vec![(Part::Heading, &self.heading)];
        let mut counts = Counts::default();
        collect(&self.blocks, &mut counts, &mut found);
        found
    }

    /// One of its parts.
    #[must_use]
    pub fn part(&self, part: Part) -> Option<&Prose> {
        let parts = self.parts();
        let found = parts.into_iter().find(|(here, _)| *here == part)?;
        Some(found.1)
    }

    /// The most exact reference of a part: the paragraph's, or else the section's.
    #[must_use]
    pub fn reference_of(&self, part: Part) -> Reference {
        match part {
            Part::Paragraph(ordinal) => self.reference.with_paragraph(ordinal),
            Part::Heading | Part::Quotation(_) => self.reference.clone(),
        }
    }
}

#[derive(Default)]
struct Counts {
    paragraphs: usize,
    quotations: usize,
}

fn collect<'a>(blocks: &'a [Block], counts: &mut Counts, found: &mut Vec<(Part, &'a Prose)>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                counts.paragraphs += 1;
                found.push((Part::Paragraph(counts.paragraphs), &paragraph.prose));
            }
            Block::Quotation(quotation) => {
                for prose in quotation.proses() {
                    counts.quotations += 1;
                    found.push((Part::Quotation(counts.quotations), prose));
                }
            }
            Block::List(list) => list
                .items
                .iter()
                .for_each(|item| collect(item, counts, found)),
        }
    }
}
