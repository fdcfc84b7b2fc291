//! A section of a document, and the blocks it is made of.

use super::block::{Block, Quotation, parts_in};
use super::part::Part;
use super::prose::Prose;
use crate::library::id::{DocumentId, EpigraphId, IdRange, KindId, ParagraphId, SectionId};
use crate::library::reference::{Reference, Slug};

/// A chapter, principle, task, preface…: a heading and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its place in the library.
    pub id: SectionId,
    /// The document it belongs to.
    pub document: DocumentId,
    /// Its name in references: `strategy/II.2`.
    pub reference: Reference,
    /// Its name in its address, unique in the document.
    pub slug: Slug,
    /// What sort of section it is.
    pub kind: KindId,
    /// The heading as printed, number included; empty where none is.
    pub heading: Prose,
    /// The number as printed: `Chapter II`, `2.`, `2.2.1`.
    pub number: Option<String>,
    /// The heading without the number; where none is printed, what the editors supply, in brackets.
    pub title: String,
    /// The outline level of its heading, 2 for the highest.
    pub level: u8,
    /// The section that it is part of.
    pub parent: Option<SectionId>,
    /// The sections that are parts of it, in order; theirs are left out.
    pub children: Vec<SectionId>,
    /// Itself and every section below it: a run, since children follow their parents.
    pub subtree: IdRange<SectionId>,
    /// What stands under the heading, before any child.
    pub blocks: Vec<Block>,
    /// The quotation that opens it: then its first block is that quotation.
    pub epigraph: Option<EpigraphId>,
    /// Its counted paragraphs in reading order, those in lists included and its children's left out.
    pub paragraphs: IdRange<ParagraphId>,
    /// Whether it is no argument of the text but a list of references or the like, of which nobody
    /// asks whether the other text has it too.
    pub is_apparatus: bool,
}

/// The smallest thing that has a reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its place in the library.
    pub id: ParagraphId,
    /// The section it stands in.
    pub section: SectionId,
    /// Its name: `strategy/II.2.p3`.
    pub reference: Reference,
    /// The number that the source prints at its beginning.
    pub number: Option<PrintedNumber>,
    /// Its words, run-in head included.
    pub prose: Prose,
}

/// The number that a source prints at the beginning of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedNumber {
    /// As it is printed: `4.`, `(a)`.
    pub printed: String,
    /// With the numbers of what it stands in, as readers cite it: `4`, `a`.
    pub path: Vec<String>,
    /// Whether it stands in the words of the paragraph, and not before an item of a list.
    pub in_words: bool,
}

/// A quotation that opens a section. It has a reference, and no place in the count of paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Epigraph {
    /// Its place in the library.
    pub id: EpigraphId,
    /// The section that it opens.
    pub section: SectionId,
    /// Its name: `strategy/preface.epigraph`.
    pub reference: Reference,
    /// Its lines.
    pub quotation: Quotation,
}

impl Section {
    /// Everything in it that holds words, its children left out, in reading order.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = vec![Part::Heading(self.id)];
        parts_in(&self.blocks, &mut parts);
        parts
    }

    /// The heading as printed, number included, without notes; what the editors supply where none is
    /// printed.
    #[must_use]
    pub fn heading_text(&self) -> &str {
        if self.is_untitled() {
            &self.title
        } else {
            &self.heading.text
        }
    }

    /// Whether the source prints no heading over it: it stands before the first one.
    #[must_use]
    pub fn is_untitled(&self) -> bool {
        self.heading.text.is_empty()
    }
}

impl PrintedNumber {
    /// As readers cite it behind the number of its section: `(4)(a)`.
    #[must_use]
    pub fn cited(&self) -> String {
        self.path
            .iter()
            .map(|number| format!("({number})"))
            .collect()
    }
}
