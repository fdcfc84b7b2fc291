//! Splits a Markdown file into its front matter and its text.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use super::fields::{Fields, parse};
use super::foreign::FrontMatterDraft;
use crate::content::diagnostics::{Problem, Sink};

const FENCE: &str = "+++";

/// The fence of front matter in YAML, which many programs write.
const YAML_FENCE: &str = "---";

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
    let first = lines.next().unwrap_or(0..0);
    if !is_fence(text, &first, FENCE) {
        sink.report_at(first, no_front_matter(text));
        return None;
    }
    let start = lines.at;
    let Some(closing) = lines.by_ref().find(|line| is_fence(text, line, FENCE)) else {
        sink.report_at(first, Problem::UnclosedFrontMatter);
        return None;
    };
    Some(FileParts {
        opening: first,
        toml: start..closing.start,
        body: lines.at..text.len(),
    })
}

/// That there is no front matter in TOML, with the TOML that could stand there.
fn no_front_matter(text: &str) -> Problem {
    let yaml = split_yaml(text);
    let draft = match &yaml {
        Some((yaml, _)) => FrontMatterDraft::of_yaml(&text[yaml.clone()]).unwrap_or_default(),
        None => FrontMatterDraft::default(),
    };
    let toml = with_required(draft).to_toml();
    if yaml.is_some() {
        Problem::YamlFrontMatter { toml }
    } else {
        Problem::NoFrontMatter { toml }
    }
}

/// Front matter with a place for each key that a document must have.
fn with_required(mut draft: FrontMatterDraft) -> FrontMatterDraft {
    for key in ["id", "title", "rights", "provenance"] {
        if draft.get(key).is_none() {
            draft.set(key, "…");
        }
    }
    draft
}

/// The YAML at the top of a file and the text after it, as bytes of it, if it has any.
pub fn split_yaml(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let mut lines = Lines { text, at: 0 };
    lines
        .next()
        .filter(|line| is_fence(text, line, YAML_FENCE))?;
    let start = lines.at;
    let closing = lines
        .by_ref()
        .find(|line| is_fence(text, line, YAML_FENCE) || is_fence(text, line, "..."))?;
    Some((start..closing.start, lines.at..text.len()))
}

/// The same for TOML, for a text that need not be a document.
pub fn split_toml(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let mut lines = Lines { text, at: 0 };
    lines.next().filter(|line| is_fence(text, line, FENCE))?;
    let start = lines.at;
    let closing = lines.by_ref().find(|line| is_fence(text, line, FENCE))?;
    Some((start..closing.start, lines.at..text.len()))
}

fn is_fence(text: &str, line: &Range<usize>, fence: &str) -> bool {
    let line = text[line.clone()].trim_start_matches('\u{feff}').trim_end();
    // What is pasted from a report has its indentation.
    line == fence || fence == FENCE && line.trim_start() == fence
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
