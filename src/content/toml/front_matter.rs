//! Splits a Markdown file into its front matter and its text.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use super::fields::{Fields, parse};
use crate::content::diagnostics::{Problem, Sink};

const FENCE: &str = "+++";

/// The parts of a file, as bytes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileParts {
    /// The opening fence: where a missing key is reported.
    pub opening: Range<usize>,
    /// The TOML between the fences.
    pub toml: Range<usize>,
    /// The Markdown after them.
    pub body: Range<usize>,
}

impl FileParts {
    /// The TOML between the fences, if its syntax is right.
    pub fn table<'a>(&self, text: &'a str, sink: Sink<'_>) -> Option<Spanned<DeTable<'a>>> {
        parse(text.get(self.toml.clone())?, self.toml.start, sink)
    }

    /// The fields of that table.
    pub fn fields<'a>(&self, table: &'a Spanned<DeTable<'a>>, sink: Sink<'a>) -> Fields<'a> {
        Fields::new(table.get_ref(), self.opening.clone(), self.toml.start, sink)
    }
}

/// Finds the fences; `None`, and a diagnostic, where there are none.
pub fn split_front_matter(text: &str, sink: Sink<'_>) -> Option<FileParts> {
    if text.trim().is_empty() {
        sink.report_file(Problem::EmptyFile);
        return None;
    }
    let mut lines = Lines { text, at: 0 };
    let opening = lines.next().filter(|line| is_fence(text, line));
    let Some(opening) = opening else {
        let first = Lines { text, at: 0 }.next().unwrap_or(0..0);
        sink.report_at(first, Problem::NoFrontMatter);
        return None;
    };
    let start = lines.at;
    let Some(closing) = lines.by_ref().find(|line| is_fence(text, line)) else {
        sink.report_at(opening, Problem::UnclosedFrontMatter);
        return None;
    };
    Some(FileParts {
        opening,
        toml: start..closing.start,
        body: lines.at..text.len(),
    })
}

fn is_fence(text: &str, line: &Range<usize>) -> bool {
    text[line.clone()].trim_start_matches('\u{feff}').trim_end() == FENCE
}

/// The lines of a text as byte ranges, without their ends.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
        let end = rest.find('\n').map_or(self.text.len(), |at| start + at);
        self.at = (end + 1).min(self.text.len());
        Some(start..end)
    }
}
