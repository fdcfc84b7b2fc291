//! The lines of quotations that are set off from a text.

use std::collections::BTreeMap;

use super::block::{Block, Quotation};
use super::item_mark::ItemMark;
use super::prose::Prose;
use crate::library::id::{QuotationLineId, SectionId};

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

impl Quotation {
    /// The same without those of the quotations in it.
    #[must_use]
    pub fn own_lines(&self) -> Vec<QuotationLineId> {
        let mut reader = Reader {
            goes_into_quotations: false,
            ..Reader::default()
        };
        reader.read(&self.blocks);
        reader.lines.into_iter().chain(self.attribution).collect()
    }

    /// What is printed before each line that opens an item of a list: `4.`, `(a)`.
    #[must_use]
    pub fn line_numbers(&self) -> BTreeMap<QuotationLineId, String> {
        let mut reader = Reader {
            goes_into_quotations: true,
            ..Reader::default()
        };
        reader.read(&self.blocks);
        reader.numbers
    }
}

/// What is known while the blocks of a quotation are read in order.
#[derive(Default)]
struct Reader {
    goes_into_quotations: bool,
    lines: Vec<QuotationLineId>,
    numbers: BTreeMap<QuotationLineId, String>,
    /// What is printed before the next line.
    marks: Vec<String>,
}

impl Reader {
    fn read(&mut self, blocks: &[Block<QuotationLineId>]) {
        for block in blocks {
            match block {
                Block::Paragraph(line) => self.line(*line),
                Block::Quotation(inner) if self.goes_into_quotations => self.read(&inner.blocks),
                Block::List(list) => {
                    for item in &list.items {
                        let mark = item.mark.as_ref().map(ItemMark::printed);
                        self.marks.extend(mark.map(str::to_owned));
                        self.read(&item.blocks);
                        self.marks.clear();
                    }
                }
                Block::Definitions(definitions) => {
                    for definition in definitions {
                        self.line(definition.term);
                        let meanings = definition.meanings.iter();
                        meanings.for_each(|meaning| self.read(meaning));
                    }
                }
                Block::Quotation(_) | Block::Rule => {}
            }
        }
    }

    fn line(&mut self, line: QuotationLineId) {
        self.lines.push(line);
        let marks = std::mem::take(&mut self.marks);
        if !marks.is_empty() {
            self.numbers.insert(line, marks.join(" "));
        }
    }
}
