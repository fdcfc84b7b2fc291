//! What a passage is: what sort of words it holds, and where they stand.

use std::borrow::Cow;

use crate::library::{Library, PageSectionId, Part, Prose};

/// What sort of words a passage holds, which says how much a hit in it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// A heading, or the name of something.
    Heading,
    /// The run-in head of a paragraph.
    Label,
    /// Running text.
    Text,
    /// The editors' words at a text.
    Note,
}

impl Zone {
    /// Every zone.
    pub const ALL: [Self; 4] = [Self::Heading, Self::Label, Self::Text, Self::Note];
}

/// Where the words of a passage are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// In a section.
    Text(TextSource),
    /// On a page of the editors', under this heading; or above the first, or in what the page says
    /// of itself.
    Page(Option<PageSectionId>),
    /// Nowhere that a reader could be led to: a number, a label a second time, another name.
    Unlocated,
}

/// Where words of a section are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextSource {
    /// In a part of it.
    Part(Part),
    /// In a note on a part.
    Note {
        /// The part.
        part: Part,
        /// The note's place among those of the part.
        note: usize,
    },
}

impl TextSource {
    /// The part that has the words, or the note.
    #[must_use]
    pub fn part(self) -> Part {
        match self {
            Self::Part(part) | Self::Note { part, .. } => part,
        }
    }

    /// The words that stand there.
    #[must_use]
    pub fn prose(self, library: &Library) -> &Prose {
        match self {
            Self::Part(part) => library.prose(part),
            Self::Note { part, note } => &library.prose(part).notes[note].body,
        }
    }
}

/// A passage before its words are numbered.
pub struct PassageDraft<'a> {
    pub zone: Zone,
    pub source: Source,
    pub text: Cow<'a, str>,
}

impl<'a> PassageDraft<'a> {
    pub fn new(zone: Zone, source: Source, text: impl Into<Cow<'a, str>>) -> Self {
        Self {
            zone,
            source,
            text: text.into(),
        }
    }

    /// Words that a reader cannot be led to.
    pub fn unlocated(zone: Zone, text: impl Into<Cow<'a, str>>) -> Self {
        Self::new(zone, Source::Unlocated, text)
    }
}
