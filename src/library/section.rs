//! A section of a document, and the blocks it is made of.

use super::kind::Kind;
use super::prose::Prose;
use super::reference::{Reference, Slug};

/// A chapter, principle, task, preface…: a heading and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its name in references: `strategy/II.2`.
    pub reference: Reference,
    /// Its name in its address, unique in the document.
    pub slug: Slug,
    /// What sort of section it is.
    pub kind: Kind,
    /// The heading as printed, number included.
    pub heading: Prose,
    /// The number as printed: `Chapter II`, `2.`, `2.2.1`.
    pub number: Option<String>,
    /// The heading without the number.
    pub title: String,
    /// The outline level of its heading, 2 for the highest.
    pub level: u8,
    /// Its parent's place in the document's sections.
    pub parent: Option<usize>,
    /// Its children's places, in order.
    pub children: Vec<usize>,
    /// What stands under the heading, before any child.
    pub blocks: Vec<Block>,
}

/// A part of a section's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A counted paragraph.
    Paragraph(Paragraph),
    /// A quotation set off from the text, such as an epigraph; it is not counted.
    Quotation(Quotation),
    /// A list, whose items hold blocks of their own.
    List(List),
}

/// The smallest thing that has a reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its name: `strategy/II.2.p3`.
    pub reference: Reference,
    /// Its words, run-in head included.
    pub prose: Prose,
}

/// A quotation, with its source if one is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// What is quoted.
    pub paragraphs: Vec<Prose>,
    /// Who said it: the last paragraph, when it begins with an em dash.
    pub attribution: Option<Prose>,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The number of the first item; `None` for a list without numbers.
    pub start: Option<usize>,
    /// The items, each a run of blocks.
    pub items: Vec<Vec<Block>>,
}

impl Section {
    /// The counted paragraphs in reading order, those in lists included.
    #[must_use]
    pub fn paragraphs(&self) -> Vec<&Paragraph> {
        let mut found = Vec::new();
        collect(&self.blocks, &mut found);
        found
    }

    /// Everything in it that holds words, in reading order, with the reference where it stands.
    #[must_use]
    pub fn proses(&self) -> Vec<(&Reference, &Prose)> {
        let mut found = vec![(&self.reference, &self.heading)];
        proses(&self.blocks, &self.reference, &mut found);
        found
    }

    /// The heading in a few words: number and title, without notes.
    #[must_use]
    pub fn heading_text(&self) -> &str {
        &self.heading.text
    }

    /// The number of words in its heading and its own body.
    #[must_use]
    pub fn word_count(&self) -> usize {
        self.proses()
            .iter()
            .map(|(_, prose)| prose.word_count())
            .sum()
    }
}

fn collect<'a>(blocks: &'a [Block], found: &mut Vec<&'a Paragraph>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => found.push(paragraph),
            Block::Quotation(_) => {}
            Block::List(list) => list.items.iter().for_each(|item| collect(item, found)),
        }
    }
}

fn proses<'a>(
    blocks: &'a [Block],
    section: &'a Reference,
    found: &mut Vec<(&'a Reference, &'a Prose)>,
) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => found.push((&paragraph.reference, &paragraph.prose)),
            Block::Quotation(quotation) => {
                found.extend(quotation.proses().map(|prose| (section, prose)));
            }
            Block::List(list) => {
                for item in &list.items {
                    proses(item, section, found);
                }
            }
        }
    }
}

impl Quotation {
    /// All its prose, the attribution last.
    pub fn proses(&self) -> impl Iterator<Item = &Prose> {
        self.paragraphs.iter().chain(&self.attribution)
    }
}
