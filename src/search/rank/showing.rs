//! Which passage stands for an entry.

use crate::search::index::{IndexedPassage, Source, Zone};

/// How well a passage stands for its entry: running text before a note, and that before a heading,
/// which is shown anyway; of these the one that is worth most.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub enum Showing {
    /// There is none.
    Nothing,
    /// A reader cannot be led to it.
    Unlocated(f32),
    /// A heading.
    Heading(f32),
    /// A note.
    Note(f32),
    /// Running text, or the heading of a page's section.
    Text(f32),
}

impl Showing {
    /// Of a passage that is worth so much.
    pub fn of(passage: &IndexedPassage, worth: f32) -> Self {
        match (passage.source, passage.zone) {
            (Source::Unlocated, _) => Self::Unlocated(worth),
            (_, Zone::Heading) => Self::Heading(worth),
            (_, Zone::Note) => Self::Note(worth),
            (_, Zone::Label | Zone::Text) => Self::Text(worth),
        }
    }
}
