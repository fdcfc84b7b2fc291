//! From bytes of a file to the lines and columns that people and programs go by.

use std::ops::Range;

use crate::content::source::File;

/// Where something stands in a file. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    pub start: Position,
    /// The position after the last character.
    pub end: Position,
}

/// A line and a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// Where a file begins.
const START: (usize, Position) = (0, Position { line: 1, column: 1 });

/// The lines of a file, counted once: asked for places in order, the whole costs one pass.
pub struct Lines<'a> {
    text: std::borrow::Cow<'a, str>,
    /// The byte that was asked for last, and its place.
    at: (usize, Position),
}

impl<'a> Lines<'a> {
    pub fn of(file: &'a File) -> Self {
        Self {
            text: file.lossy(),
            at: START,
        }
    }

    /// The text of the file, in which a span is held to the borders of characters.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A span that lies in the text and on the borders of its characters.
    pub fn within(&self, span: &Range<usize>) -> Range<usize> {
        let text = &self.text;
        let start = text.floor_char_boundary(span.start.min(text.len()));
        let end = text.ceil_char_boundary(span.end.clamp(start, text.len()));
        start..end
    }

    /// The bytes of the lines that a span touches, and the number of the first.
    pub fn lines(&mut self, span: &Range<usize>) -> (Range<usize>, usize) {
        let span = self.within(span);
        let line = self.position(span.start).line;
        let start = self.text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let end = self.text[span.end..]
            .find('\n')
            .map_or(self.text.len(), |at| span.end + at);
        (start..end, line)
    }

    pub fn region(&mut self, span: &Range<usize>) -> Region {
        let span = self.within(span);
        let start = self.position(span.start);
        let end = self.position(span.end);
        Region { start, end }
    }

    /// Counts on from the place that was asked for last.
    fn position(&mut self, byte: usize) -> Position {
        if byte < self.at.0 {
            self.at = START;
        }
        let (from, mut position) = self.at;
        let between = &self.text[from..byte];
        let rest = match between.rfind('\n') {
            Some(last) => {
                position.line += between.bytes().filter(|&one| one == b'\n').count();
                position.column = 1;
                &between[last + 1..]
            }
            None => between,
        };
        position.column += rest.chars().count();
        self.at = (byte, position);
        position
    }
}
