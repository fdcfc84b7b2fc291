//! What stands on a handout: passages, alone or two side by side.

use std::fmt;

use crate::library::{
    Citable, DocumentId, Id, IdRange, Library, ParagraphId, ParagraphRange, Place, ReferencePart,
};
use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::routes::PAIRED;

/// A stretch of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage {
    /// A section with all below it, an epigraph or a paragraph.
    Place(Place),
    /// Paragraphs in a row.
    Range(ParagraphRange),
}

/// What takes one place on a handout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A passage.
    Single(Passage),
    /// Two passages, side by side.
    Pair(Passage, Passage),
}

impl Passage {
    /// The document that it is taken from.
    pub fn document(self, library: &Library) -> DocumentId {
        library[library.section_of(self.first())].document
    }

    /// Where it begins.
    pub fn first(self) -> Place {
        match self {
            Self::Place(place) => place,
            Self::Range(range) => range.first().into(),
        }
    }

    /// How many words it has, headings included.
    pub fn word_count(self, library: &Library) -> usize {
        let of_paragraph = |id: ParagraphId| library[id].prose.length().total();
        match self {
            Self::Place(Place::Section(id)) => library.length(library[id].subtree).total(),
            Self::Place(Place::Paragraph(id)) => of_paragraph(id),
            Self::Place(Place::Epigraph(id)) => {
                let parts = library.parts_of(Citable::Epigraph(id)).into_iter();
                parts.map(|part| library.prose(part).length().total()).sum()
            }
            Self::Range(range) => range.paragraphs().map(of_paragraph).sum(),
        }
    }

    /// Whether all of another passage stands in it.
    pub fn holds(self, library: &Library, other: Self) -> bool {
        let section = library.section_of(other.first());
        match (self, other) {
            (Self::Place(Place::Section(id)), Self::Range(range)) => {
                let last = library.section_of(range.last().into());
                [section, last]
                    .iter()
                    .all(|one| library[id].subtree.contains(*one))
            }
            (Self::Place(Place::Section(id)), _) => library[id].subtree.contains(section),
            (Self::Range(range), Self::Place(Place::Paragraph(id))) => run(range).contains(id),
            (Self::Range(range), Self::Range(inner)) => {
                run(range).contains(inner.first()) && run(range).contains(inner.last())
            }
            (one, other) => one == other,
        }
    }

    /// As pages name it: `Strategy II.2.p1–p3`.
    pub fn name(self, ctx: RenderContext<'_>) -> String {
        let first = ctx.place_name(self.first());
        match self {
            Self::Place(_) => first,
            Self::Range(range) => format!("{first}–{}", end(ctx.library, range)),
        }
    }

    /// Where it is read: the page of its reference; of paragraphs in a row, the first in its place.
    pub fn href(self, ctx: RenderContext<'_>) -> Href<'_> {
        match self {
            Self::Place(place) => ctx.place(place),
            Self::Range(range) => ctx.in_context(range.first().into()),
        }
    }

    /// As an address names it: `strategy/II.2`, `strategy/II.2.p1-p3`.
    pub fn reference(self, library: &Library) -> impl fmt::Display + use<'_> {
        PassageReference {
            library,
            passage: self,
        }
    }
}

impl Entry {
    /// Its passages: one or two.
    pub fn passages(self) -> impl Iterator<Item = Passage> {
        let (first, second) = match self {
            Self::Single(passage) => (passage, None),
            Self::Pair(first, second) => (first, Some(second)),
        };
        std::iter::once(first).chain(second)
    }

    /// How many words it has.
    pub fn word_count(self, library: &Library) -> usize {
        self.passages().map(|one| one.word_count(library)).sum()
    }

    /// Whether all of another entry stands in it: a pair is there for its two sides, so that it holds
    /// nothing but itself.
    pub fn holds(self, library: &Library, other: Self) -> bool {
        match (self, other) {
            (Self::Single(own), Self::Single(other)) => own.holds(library, other),
            (Self::Pair(a, b), Self::Pair(c, d)) => (a, b) == (c, d) || (a, b) == (d, c),
            _ => false,
        }
    }

    /// Whether both have the same words.
    pub fn is_same(self, library: &Library, other: Self) -> bool {
        self.holds(library, other) && other.holds(library, self)
    }

    /// As an address names it: `strategy/II.2.p1~research/2.2.1.p1`.
    pub fn reference(self, library: &Library) -> String {
        let passages = self
            .passages()
            .map(|one| one.reference(library).to_string());
        let passages: Vec<String> = passages.collect();
        passages.join(PAIRED)
    }
}

struct PassageReference<'a> {
    library: &'a Library,
    passage: Passage,
}

impl fmt::Display for PassageReference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { library, passage } = *self;
        write!(f, "{}", library.reference(passage.first()))?;
        match passage {
            Passage::Place(_) => Ok(()),
            Passage::Range(range) => write!(f, "-{}", end(library, range)),
        }
    }
}

/// The last paragraph of a range, as short as the first allows: `p3`, `II.3.p1`.
fn end(library: &Library, range: ParagraphRange) -> String {
    let [first, last] = range.ends().map(|place| library.reference(place));
    match last.part {
        ReferencePart::Paragraph(ordinal) if first.section == last.section => format!("p{ordinal}"),
        _ => last.fragment(),
    }
}

fn run(range: ParagraphRange) -> IdRange<ParagraphId> {
    IdRange::new(range.first().index()..range.last().index() + 1)
}
