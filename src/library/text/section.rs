//! A section of a document, and the blocks it is made of.

use super::part::Part;
use super::prose::Prose;
use crate::library::id::{
    DocumentId, EpigraphId, IdRange, KindId, ParagraphId, QuotationLineId, SectionId,
};
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
    /// The heading as printed, number included.
    pub heading: Prose,
    /// The number as printed: `Chapter II`, `2.`, `2.2.1`.
    pub number: Option<String>,
    /// The heading without the number.
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

/// A part of a section's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A counted paragraph.
    Paragraph(ParagraphId),
    /// A quotation set off from the text, such as an epigraph; it is not counted.
    Quotation(Quotation),
    /// A list, whose items hold blocks of their own.
    List(List),
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
    /// Its words, run-in head included.
    pub prose: Prose,
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

/// A quotation, with its source if one is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// What is quoted.
    pub paragraphs: IdRange<QuotationLineId>,
    /// Who said it: the last paragraph, when it begins with an em dash.
    pub attribution: Option<QuotationLineId>,
}

/// A paragraph or the attribution of a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotationLine {
    /// Its place in the library.
    pub id: QuotationLineId,
    /// The section it stands in.
    pub section: SectionId,
    /// Its words.
    pub prose: Prose,
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
    /// Everything in it that holds words, its children left out, in reading order.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = vec![Part::Heading(self.id)];
        collect(&self.blocks, &mut parts);
        parts
    }

    /// The heading as printed, number included, without notes.
    #[must_use]
    pub fn heading_text(&self) -> &str {
        &self.heading.text
    }
}

impl Quotation {
    /// All its lines, the attribution last.
    pub fn lines(&self) -> impl Iterator<Item = QuotationLineId> + use<> {
        self.paragraphs.into_iter().chain(self.attribution)
    }
}

fn collect(blocks: &[Block], parts: &mut Vec<Part>) {
    for block in blocks {
        match block {
            Block::Paragraph(id) => parts.push(Part::Paragraph(*id)),
            Block::Quotation(quotation) => parts.extend(quotation.lines().map(Part::Quotation)),
            Block::List(list) => list.items.iter().for_each(|item| collect(item, parts)),
        }
    }
}
