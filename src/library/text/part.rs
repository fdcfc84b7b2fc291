//! Parts that hold words, places that have a reference, and stretches of text.

use std::ops::Range;

use crate::library::id::{EpigraphId, ParagraphId, QuotationLineId, SectionId};

/// Something that holds words: what no sentence, quotation or phrase crosses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The heading of a section, number included.
    Heading(SectionId),
    /// A counted paragraph.
    Paragraph(ParagraphId),
    /// A paragraph or the attribution of a quotation.
    Quotation(QuotationLineId),
}

/// What a reference names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// A section as a whole.
    Section(SectionId),
    /// The quotation that opens a section.
    Epigraph(EpigraphId),
    /// A paragraph.
    Paragraph(ParagraphId),
}

/// What has a reference and nothing below it: an epigraph or a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Citable {
    /// The quotation that opens a section.
    Epigraph(EpigraphId),
    /// A paragraph.
    Paragraph(ParagraphId),
}

/// A stretch of one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextSpan {
    /// Which part.
    pub part: Part,
    /// The bytes of its text.
    pub range: Range<usize>,
}

impl Place {
    /// The paragraph, if it is one.
    #[must_use]
    pub fn paragraph(self) -> Option<ParagraphId> {
        match self {
            Self::Section(_) | Self::Epigraph(_) => None,
            Self::Paragraph(id) => Some(id),
        }
    }
}

impl From<SectionId> for Place {
    fn from(id: SectionId) -> Self {
        Self::Section(id)
    }
}

impl From<Citable> for Place {
    fn from(citable: Citable) -> Self {
        match citable {
            Citable::Epigraph(id) => Self::Epigraph(id),
            Citable::Paragraph(id) => Self::Paragraph(id),
        }
    }
}

impl From<EpigraphId> for Place {
    fn from(id: EpigraphId) -> Self {
        Self::Epigraph(id)
    }
}

impl From<ParagraphId> for Place {
    fn from(id: ParagraphId) -> Self {
        Self::Paragraph(id)
    }
}
