//! Runs of paragraphs, as a reader selects and cites them.

use super::part::Place;
use crate::library::collection::Library;
use crate::library::id::{Id, ParagraphId};
use crate::library::reference::Reference;

/// The dashes that a reader may put between two ends.
const DASHES: [char; 8] = ['-', '‐', '‑', '‒', '–', '—', '―', '−'];

/// Paragraphs of one document from a first to a later last, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParagraphRange {
    first: ParagraphId,
    last: ParagraphId,
}

impl ParagraphRange {
    /// The run between two paragraphs, in either order; `None` where they are one, or stand in
    /// different documents.
    #[must_use]
    pub fn between(library: &Library, one: ParagraphId, other: ParagraphId) -> Option<Self> {
        let document = |id: ParagraphId| library[library[id].section].document;
        let is_run = one != other && document(one) == document(other);
        is_run.then(|| Self {
            first: one.min(other),
            last: one.max(other),
        })
    }

    /// Reads `strategy/II.2.p1-p3`, `strategy/II.2.p1–II.3.p1` and the like, with any dash and in any
    /// letter case.
    #[must_use]
    pub fn parse(library: &Library, text: &str) -> Option<Self> {
        let paragraph = |text: &str| library.resolve(&Reference::parse(text)?)?.paragraph();
        split_at_dashes(text).find_map(|(first, last)| {
            let first_paragraph = paragraph(first)?;
            let (document, _) = first.split_once('/')?;
            let (section, _) = first.rsplit_once('.')?;
            let shorter = [
                format!("{section}.{last}"),
                format!("{section}.p{last}"),
                format!("{document}/{last}"),
                last.to_owned(),
            ];
            let last_paragraph = shorter.iter().find_map(|text| paragraph(text))?;
            Self::between(library, first_paragraph, last_paragraph)
        })
    }

    /// The first paragraph.
    #[must_use]
    pub fn first(self) -> ParagraphId {
        self.first
    }

    /// The last paragraph.
    #[must_use]
    pub fn last(self) -> ParagraphId {
        self.last
    }

    /// All of them, in reading order.
    pub fn paragraphs(self) -> impl Iterator<Item = ParagraphId> {
        (self.first.index()..=self.last.index()).map(ParagraphId::new)
    }

    /// Both ends.
    #[must_use]
    pub fn ends(self) -> [Place; 2] {
        [self.first.into(), self.last.into()]
    }
}

/// The two sides of each dash in a text, blanks around them left out.
pub fn split_at_dashes(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices(DASHES)
        .map(|(at, dash)| (text[..at].trim(), text[at + dash.len()..].trim()))
}
