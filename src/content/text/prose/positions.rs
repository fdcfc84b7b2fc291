//! From the Markdown parser's lines and columns to bytes of the file.

use std::ops::Range;

use comrak::nodes::{LineColumn, Sourcepos};

/// A text that begins somewhere in its file.
#[derive(Debug)]
pub struct Positions<'a> {
    text: &'a str,
    base: usize,
    first_line: usize,
    starts: Vec<usize>,
}

impl<'a> Positions<'a> {
    /// For the part of a file that begins at byte `base`, which is the start of a line.
    pub fn new(file: &'a str, base: usize) -> Self {
        let (before, text) = file.split_at(base);
        Self {
            text,
            base,
            first_line: line_ends(before).count(),
            starts: std::iter::once(0).chain(line_ends(text)).collect(),
        }
    }

    /// The line of the file on which a node begins, from 1.
    pub fn line_in_file(&self, pos: Sourcepos) -> usize {
        self.first_line + pos.start.line
    }

    /// The bytes of the file that a node came from.
    pub fn span(&self, pos: Sourcepos) -> Range<usize> {
        let range = self.range(pos);
        self.base + range.start..self.base + range.end
    }

    /// The bytes of the first line of a node.
    pub fn first_line(&self, pos: Sourcepos) -> Range<usize> {
        let range = self.range(pos);
        let line = self.text[range.clone()].lines().next().unwrap_or_default();
        self.base + range.start..self.base + range.start + line.len()
    }

    /// The bytes of a phrase inside a node; the node's first line where the phrase is not there.
    pub fn phrase(&self, pos: Sourcepos, phrase: &str) -> Range<usize> {
        let range = self.range(pos);
        match self.text[range.clone()].find(phrase) {
            Some(at) => {
                let start = self.base + range.start + at;
                start..start + phrase.len()
            }
            None => self.first_line(pos),
        }
    }

    /// The lines of the file on which a node stands, each with the byte at which it begins.
    pub fn lines(&self, pos: Sourcepos) -> impl Iterator<Item = (usize, &'a str)> {
        let range = self.range(pos);
        let lines = self.text[range.clone()].split_inclusive('\n');
        lines.scan(self.base + range.start, |at, line| {
            let start = *at;
            *at += line.len();
            Some((start, line))
        })
    }

    /// The text that a node came from.
    pub fn source(&self, pos: Sourcepos) -> &'a str {
        &self.text[self.range(pos)]
    }

    /// Columns count bytes from 1; the end is inclusive. All is held to the text, since the parser
    /// counts some ends of lines as columns.
    fn range(&self, pos: Sourcepos) -> Range<usize> {
        let start = self
            .text
            .floor_char_boundary(self.byte(pos.start).saturating_sub(1));
        let end = self.byte(pos.end).clamp(start, self.text.len());
        start..self.text.ceil_char_boundary(end)
    }

    /// The byte after the one that a line and column name.
    fn byte(&self, at: LineColumn) -> usize {
        let line = at.line.saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(self.text.len());
        (start + at.column).min(self.text.len())
    }
}

/// The bytes after each end of a line: a line feed, or a carriage return alone.
fn line_ends(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let ends = move |at: &usize| match bytes[*at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    (0..bytes.len()).filter(ends).map(|at| at + 1)
}
