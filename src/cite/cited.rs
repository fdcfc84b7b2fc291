//! The things that can be cited, and their names.

use crate::library::{
    DocumentId, EpigraphId, Library, LinkCode, LinkId, ParagraphId, Place, Reference, SectionId,
};

/// A thing that can be cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cited {
    /// A document as a whole.
    Document(DocumentId),
    /// A section of one.
    Section(SectionId),
    /// The quotation that opens a section.
    Epigraph(EpigraphId),
    /// A paragraph.
    Paragraph(ParagraphId),
    /// A link of the concordance, which is the editors' own work.
    Link(LinkId),
}

impl From<Place> for Cited {
    fn from(place: Place) -> Self {
        match place {
            Place::Section(id) => Self::Section(id),
            Place::Epigraph(id) => Self::Epigraph(id),
            Place::Paragraph(id) => Self::Paragraph(id),
        }
    }
}

impl Cited {
    /// The place in a text that is cited; `None` for a document as a whole and for a link.
    #[must_use]
    pub fn place(self) -> Option<Place> {
        match self {
            Self::Document(_) | Self::Link(_) => None,
            Self::Section(id) => Some(id.into()),
            Self::Epigraph(id) => Some(id.into()),
            Self::Paragraph(id) => Some(id.into()),
        }
    }

    /// What a name means: `strategy`, `strategy/II.2.p2`, `m17`; `None` for what there is not.
    #[must_use]
    pub fn parse(library: &Library, name: &str) -> Option<Self> {
        if let Some(document) = library.document(&name.to_lowercase()) {
            return Some(Self::Document(document));
        }
        if let Some(code) = LinkCode::parse(&name.to_lowercase()) {
            return Some(Self::Link(library.link(code)?));
        }
        let place = library.resolve(&Reference::parse(name)?)?;
        Some(place.into())
    }

    /// Its name, which `parse` reads.
    #[must_use]
    pub fn name(self, library: &Library) -> String {
        match self {
            Self::Document(id) => library[id].slug.to_string(),
            Self::Section(id) => library[id].reference.to_string(),
            Self::Epigraph(id) => library[id].reference.to_string(),
            Self::Paragraph(id) => library[id].reference.to_string(),
            Self::Link(id) => library[id].code.to_string(),
        }
    }
}
