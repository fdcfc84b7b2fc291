//! Prose for files that are taken away: each writes the same marks in its own elements.

use super::annotated::{Annotated, AnyStyle, Piece, pieces};
use crate::library::{Library, Prose, Style, Target};
use crate::site::quotes::typographic;

/// A piece of a prose, in order. Marks and links nest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// A mark that is no link begins.
    Open(Style),
    /// It ends.
    Close(Style),
    /// A link to this address begins.
    OpenLink(String),
    /// It ends.
    CloseLink,
    /// The sign of the note with this place in the prose's notes.
    Note(usize),
}

/// Which quotes a file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quotes {
    /// As a printer sets them.
    Typographic,
    /// Those of the source.
    Source,
}

/// The pieces of a prose; `href` says where a link leads, and one that leads nowhere from the file is
/// left out: its words stay.
pub fn inlines(
    library: &Library,
    prose: &Prose,
    quotes: Quotes,
    href: &dyn Fn(&Target) -> Option<String>,
) -> Vec<Inline> {
    let annotated = Annotated::from(prose);
    let marks = annotated.marks(library);
    let mut before = None;
    let mut in_code = false;
    let written = pieces(prose, &marks).into_iter().filter_map(|piece| {
        let (mark, opens) = match piece {
            Piece::Text(text) => {
                let shown = match quotes {
                    Quotes::Typographic if !in_code => typographic(text, before).into_owned(),
                    _ => text.to_owned(),
                };
                before = shown.chars().next_back();
                return Some(Inline::Text(shown));
            }
            Piece::Note(nth) => return Some(Inline::Note(nth)),
            Piece::Open(mark) => (mark, true),
            Piece::Close(mark) => (mark, false),
        };
        let AnyStyle::Own(style) = mark.style else {
            return None;
        };
        if style == Style::Code {
            in_code = opens;
        }
        match style {
            Style::Link(target) => {
                let href = href(&library[target])?;
                Some(if opens {
                    Inline::OpenLink(href)
                } else {
                    Inline::CloseLink
                })
            }
            style if opens => Some(Inline::Open(style)),
            style => Some(Inline::Close(style)),
        }
    });
    written.collect()
}
