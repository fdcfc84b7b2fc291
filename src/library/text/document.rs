//! A document: its metadata, and which sections of the library are its own.

use super::quotation::QuotationLine;
use super::section::{Epigraph, Paragraph, Section};
use crate::library::id::{DocumentId, IdRange, KindId, ParagraphId, SectionId};
use crate::library::metadata::Metadata;
use crate::library::reference::Slug;

/// One text of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its place in the library.
    pub id: DocumentId,
    /// Its name in references and addresses: `strategy`.
    pub slug: Slug,
    /// What is known about it.
    pub metadata: Metadata,
    /// All its sections in reading order, each before its children.
    pub sections: IdRange<SectionId>,
    /// Those of them that have no parent, in the same order.
    pub roots: Vec<SectionId>,
    /// All its counted paragraphs in reading order.
    pub paragraphs: IdRange<ParagraphId>,
    /// The kinds that it has sections of, in the order of declaration.
    pub kinds: Vec<KindId>,
}

/// A document that has no place in a library yet: the ids in it count from its own start.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentText {
    /// Its sections in reading order.
    pub sections: Vec<Section>,
    /// Its counted paragraphs in reading order.
    pub paragraphs: Vec<Paragraph>,
    /// The quotations that open its sections, in reading order.
    pub epigraphs: Vec<Epigraph>,
    /// The lines of its quotations in reading order.
    pub quotation_lines: Vec<QuotationLine>,
    /// How many links it has, whose targets come with the library's.
    pub targets: usize,
}
