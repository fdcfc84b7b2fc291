//! Ids for the lines of quotations, which have no reference of their own.

use std::collections::HashMap;

use crate::library::{Block, Quotation, QuotationLineId, Section};

/// The ids of the lines of a section's quotations, which are counted in reading order:
/// `II.2-quotation-1-2`. The lines of a quotation inside another are lines of that one.
#[derive(Debug, Default)]
pub struct QuotationIds {
    ids: HashMap<QuotationLineId, String>,
    /// How many quotations have been read.
    read: usize,
}

impl QuotationIds {
    /// Those of a section.
    pub fn of(section: &Section) -> Self {
        let mut ids = Self::default();
        ids.read(&section.blocks, &section.reference.fragment());
        ids
    }

    /// The id of a line; empty for one of another section.
    pub fn of_line(&self, line: QuotationLineId) -> &str {
        self.ids.get(&line).map_or("", String::as_str)
    }

    fn read(&mut self, blocks: &[Block], section: &str) {
        for block in blocks {
            match block {
                Block::Quotation(quotation) => self.number(quotation, section),
                Block::List(list) => {
                    let items = list.items.iter();
                    items.for_each(|item| self.read(&item.blocks, section));
                }
                Block::Definitions(definitions) => {
                    let meanings = definitions.iter().flat_map(|one| &one.meanings);
                    meanings.for_each(|meaning| self.read(meaning, section));
                }
                Block::Paragraph(_) | Block::Rule => {}
            }
        }
    }

    fn number(&mut self, quotation: &Quotation, section: &str) {
        self.read += 1;
        let read = self.read;
        let lines = quotation.all_lines().zip(1..);
        let ids = lines.map(|(line, nth)| (line, format!("{section}-quotation-{read}-{nth}")));
        self.ids.extend(ids);
    }
}
