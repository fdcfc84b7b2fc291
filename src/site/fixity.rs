//! By what a reader can tell that words are the same.

use super::hash::sha256;
use super::language::folded;
use crate::cite::Cited;
use crate::library::{Citable, DocumentId, Library, Part, Place, Section};

/// Words that have a hash: a whole document, a section with all below it, a paragraph or an
/// epigraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FixedWords {
    /// Those of a document.
    Document(DocumentId),
    /// Those of a place in one.
    Place(Place),
}

impl From<DocumentId> for FixedWords {
    fn from(id: DocumentId) -> Self {
        Self::Document(id)
    }
}

impl<P: Into<Place>> From<P> for FixedWords {
    fn from(place: P) -> Self {
        Self::Place(place.into())
    }
}

impl FixedWords {
    /// What a reference names: `strategy`, `strategy/II.2`, `strategy/II.2.p3`.
    #[must_use]
    pub fn parse(library: &Library, reference: &str) -> Option<Self> {
        Self::of_cited(Cited::parse(library, reference)?)
    }

    /// Those that are cited; a match of the concordance has none of its own.
    #[must_use]
    pub fn of_cited(cited: Cited) -> Option<Self> {
        match cited {
            Cited::Document(id) => Some(id.into()),
            _ => cited.place().map(Self::Place),
        }
    }

    /// The words in reading order, headings included, with straight quotes and one space between
    /// any two: what is left of a copied page whatever its line breaks.
    #[must_use]
    pub fn text(self, library: &Library) -> String {
        let parts = self.parts(library).into_iter();
        let lines = parts.map(|part| folded(&library.prose(part).text));
        lines.collect::<Vec<_>>().join(" ")
    }

    /// The SHA-256 of the words in UTF-8, in hexadecimal.
    #[must_use]
    pub fn sha256(self, library: &Library) -> String {
        sha256(self.text(library).as_bytes())
    }

    fn parts(self, library: &Library) -> Vec<Part> {
        let sections = match self {
            Self::Document(id) => library[id].sections,
            Self::Place(Place::Section(id)) => library[id].subtree,
            Self::Place(Place::Epigraph(id)) => return library.parts_of(Citable::Epigraph(id)),
            Self::Place(Place::Paragraph(id)) => return library.parts_of(Citable::Paragraph(id)),
        };
        let sections = library[sections].iter();
        sections.flat_map(Section::parts).collect()
    }
}
