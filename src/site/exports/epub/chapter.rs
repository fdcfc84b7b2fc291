//! A chapter of a text.

use askama::Template;

use super::places::Places;
use super::sheet::Sheet;
use crate::library::{Form, ImageId, Section, Style};
use crate::site::exports::pieces::{NoteText, PieceWriter, TextPiece};
use crate::site::filters;
use crate::site::language::typeset;
use crate::site::text::{FramePiece, Inline, ItemNumber, ListNumbers, Quotes, Row};

/// A section of the highest level with all below it; the notes stand at its end.
#[derive(Template)]
#[template(path = "exports/epub/chapter.xml")]
pub struct TextChapter<'a> {
    sheet: Sheet<'a>,
    pieces: Vec<TextPiece<'a>>,
}

impl<'a> TextChapter<'a> {
    /// The chapter of a section.
    pub fn new(places: &Places<'a>, root: &'a Section) -> Self {
        let library = places.ctx.library;
        let href = |target: &_| places.address(target);
        let mut writer = PieceWriter::new(library, Quotes::Typographic, &href);
        writer.section(root, 1);
        let language = Some(&library[root.document].metadata.language);
        Self {
            sheet: Sheet {
                title: typeset(root.heading_text(), language).into_owned(),
                language,
            },
            pieces: writer.finish(),
        }
    }

    /// The images that it shows.
    pub fn images(&self) -> Vec<ImageId> {
        let words = self.pieces.iter().flat_map(TextPiece::words);
        words
            .filter_map(|words| Some(words.image.as_ref()?.id))
            .collect()
    }

    fn notes(&self) -> Vec<&NoteText> {
        let words = self.pieces.iter().flat_map(TextPiece::words);
        words.flat_map(|words| &words.notes).collect()
    }
}
