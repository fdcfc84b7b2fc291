//! What sections and quotations are made of.

use super::item_mark::ItemMark;
use super::part::Part;
use crate::library::id::{IdRange, ParagraphId, QuotationLineId};

/// A part of a section's body, or of a quotation, whose paragraphs are its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block<P = ParagraphId> {
    /// What holds words: in the text a counted paragraph.
    Paragraph(P),
    /// A quotation set off from the text, such as an epigraph; it is not counted.
    Quotation(Quotation),
    /// A list, whose items hold blocks of their own.
    List(List<P>),
    /// Terms, each with what it means.
    Definitions(Vec<Definition<P>>),
    /// A line across the page.
    Rule,
}

/// A term with what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition<P = ParagraphId> {
    /// The term.
    pub term: P,
    /// What it means, in one or several ways.
    pub meanings: Vec<Vec<Block<P>>>,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List<P = ParagraphId> {
    /// Its items, in order.
    pub items: Vec<Item<P>>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item<P = ParagraphId> {
    /// What is printed before it; `None` for a bullet.
    pub mark: Option<ItemMark>,
    /// What it holds.
    pub blocks: Vec<Block<P>>,
}

/// A quotation, with its source if one is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The lines of what is quoted, those of lists and quotations in it included.
    pub lines: IdRange<QuotationLineId>,
    /// How they stand.
    pub blocks: Vec<Block<QuotationLineId>>,
    /// Who said it: the last paragraph, when it begins with an em dash.
    pub attribution: Option<QuotationLineId>,
}

impl<P> List<P> {
    /// Whether an item that is not the first has the number after that of the one before it.
    #[must_use]
    pub fn counts_on(&self, nth: usize) -> bool {
        let value = |nth: usize| self.items.get(nth)?.mark.as_ref().map(ItemMark::value);
        let before = nth.checked_sub(1).and_then(value);
        before.is_some_and(|before| Some(before + 1) == value(nth))
    }
}

impl Quotation {
    /// All its lines, the attribution last.
    pub fn all_lines(&self) -> impl Iterator<Item = QuotationLineId> + use<> {
        self.lines.into_iter().chain(self.attribution)
    }
}

/// Adds what holds the words of some blocks, in reading order.
pub(super) fn parts_in(blocks: &[Block], parts: &mut Vec<Part>) {
    for block in blocks {
        match block {
            Block::Paragraph(id) => parts.push(Part::Paragraph(*id)),
            Block::Quotation(quotation) => parts.extend(quotation.all_lines().map(Part::Quotation)),
            Block::List(list) => {
                let items = list.items.iter();
                items.for_each(|item| parts_in(&item.blocks, parts));
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    parts.push(Part::Paragraph(definition.term));
                    let meanings = definition.meanings.iter();
                    meanings.for_each(|meaning| parts_in(meaning, parts));
                }
            }
            Block::Rule => {}
        }
    }
}
