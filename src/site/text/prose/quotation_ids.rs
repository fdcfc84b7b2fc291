//! Ids for the lines of quotations, which have no reference of their own.

use crate::library::{Quotation, QuotationLineId, Reference};

/// Numbers the quotations of a section while they are read in order.
pub struct QuotationIds<'a> {
    section: &'a Reference,
    /// How many quotations have been read.
    read: usize,
}

impl<'a> QuotationIds<'a> {
    /// Before the first quotation of a section.
    pub fn new(section: &'a Reference) -> Self {
        Self { section, read: 0 }
    }

    /// The lines of the next quotation with their ids: `II.2-quotation-1-2`.
    pub fn next_lines(
        &mut self,
        quotation: &Quotation,
    ) -> impl Iterator<Item = (QuotationLineId, String)> + use<> {
        self.read += 1;
        let id = format!("{}-quotation-{}", self.section.fragment(), self.read);
        let lines = quotation.lines().zip(1..);
        lines.map(move |(line, nth)| (line, format!("{id}-{nth}")))
    }
}
