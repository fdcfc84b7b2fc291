//! Prose for files that are taken away: each writes the same marks in its own elements.

use super::annotated::{Annotated, AnyMark, AnyStyle, Piece, pieces};
use super::frame::{Frame, FramePiece};
use crate::library::{Form, Language, Library, Prose, Style, Target};
use crate::site::language::Typeset;

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
    /// A line, a row or a cell begins or ends.
    Frame(FramePiece),
}

/// Which quotes a file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quotes {
    /// As a printer sets them in the language of the words.
    Typographic,
    /// Those of the source.
    Source,
}

/// The pieces of a prose in a language, `None` for the editors' English; `href` says where a link leads, and one that leads nowhere from the file is
/// left out: its words stay.
pub fn inlines(
    library: &Library,
    prose: &Prose,
    quotes: Quotes,
    language: Option<&Language>,
    href: &dyn Fn(&Target) -> Option<String>,
) -> Vec<Inline> {
    let annotated = Annotated::from(prose);
    let marks = annotated.marks(library);
    let mut frame = Frame::of(prose);
    let mut writer = Writer {
        library,
        typeset: match quotes {
            Quotes::Typographic => Some(Typeset::new(&prose.text, language)),
            Quotes::Source => None,
        },
        href,
        at: 0,
        in_code: prose.form == Form::Code,
    };
    let framed = |pieces: Vec<FramePiece>| pieces.into_iter().map(Inline::Frame);
    let mut written: Vec<Inline> = framed(frame.open()).collect();
    for piece in pieces(prose, &marks) {
        match piece {
            Piece::Text(text) => written.push(Inline::Text(writer.words(text))),
            Piece::Note(nth) => written.push(Inline::Note(nth)),
            Piece::Open(mark) => written.extend(writer.mark(mark, true)),
            Piece::Close(mark) => written.extend(writer.mark(mark, false)),
            Piece::Break(sign) => {
                writer.at += sign.len_utf8();
                written.extend(framed(frame.cross(sign)));
            }
        }
    }
    written.extend(framed(frame.close()));
    written
}

/// What is known while a prose is written from left to right.
struct Writer<'a> {
    library: &'a Library,
    /// `None` where quotes stay those of the source.
    typeset: Option<Typeset<'a>>,
    href: &'a dyn Fn(&Target) -> Option<String>,
    /// How many bytes of the text are written.
    at: usize,
    in_code: bool,
}

impl Writer<'_> {
    fn words(&mut self, text: &str) -> String {
        let range = self.at..self.at + text.len();
        self.at = range.end;
        match &self.typeset {
            Some(typeset) if !self.in_code => typeset.shown(range).into_owned(),
            _ => text.to_owned(),
        }
    }

    /// A mark that begins or ends, if the file has it.
    fn mark(&mut self, mark: &AnyMark, opens: bool) -> Option<Inline> {
        let AnyStyle::Own(style) = mark.style else {
            return None;
        };
        if style == Style::Code {
            self.in_code = opens;
        }
        match style {
            Style::Link(target) => {
                let href = (self.href)(&self.library[target])?;
                Some(if opens {
                    Inline::OpenLink(href)
                } else {
                    Inline::CloseLink
                })
            }
            style if opens => Some(Inline::Open(style)),
            style => Some(Inline::Close(style)),
        }
    }
}
