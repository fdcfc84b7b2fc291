//! Diagnostics for people: each with path, line, column, excerpt and help; their number last.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::diagnostic::Diagnostic;
use super::region::Lines;
use super::severity::Severity;
use super::visible::visible;
use crate::content::source::File;
use crate::library::{list, pluralize};

/// How many of each severity are shown: whoever has more begins with these.
const MOST: usize = 100;

/// The longest lines that are shown whole, in bytes.
const LONGEST: usize = 2000;

/// How much of longer ones is shown on both sides, in bytes.
const AROUND: usize = 120;

/// The diagnostics as text, at most a hundred of each severity, and how many there are.
#[must_use]
pub fn report(files: &[File], diagnostics: &[Diagnostic]) -> String {
    let mut text = String::new();
    let mut explained = Explained { files, lines: None };
    let severities = [Severity::Error, Severity::Warning];
    let mut shown = severities.map(|_| 0);
    for diagnostic in diagnostics {
        let shown = &mut shown[usize::from(!diagnostic.is_error())];
        *shown += 1;
        if *shown <= MOST {
            text.push_str(&explained.explain(diagnostic));
            text.push_str("\n\n");
        }
    }
    for (severity, count) in severities.into_iter().zip(shown) {
        if let Some(rest @ 1..) = count.checked_sub(MOST) {
            let rest = pluralize(rest, &format!("more {}", severity.name()));
            text.push_str(&format!("… and {rest}\n\n"));
        }
    }
    text.push_str(&sum(diagnostics));
    text.push('\n');
    visible(&text).into_owned()
}

/// How many there are: `1 error and 2 warnings in 2 files`.
#[must_use]
pub fn sum(diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|one| one.is_error()).count();
    let warnings = diagnostics.len() - errors;
    let mut counts = Vec::new();
    if errors > 0 || warnings == 0 {
        counts.push(pluralize(errors, "error"));
    }
    if warnings > 0 {
        counts.push(pluralize(warnings, "warning"));
    }
    let mut touched: Vec<usize> = diagnostics.iter().map(|one| one.file).collect();
    touched.sort_unstable();
    touched.dedup();
    let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
    format!("{} in {}", list(&counts), pluralize(touched.len(), "file"))
}

/// A diagnostic in one line, for a log, with its place before it: `charter.md:3:5: the heading has no id`.
#[must_use]
pub fn in_one_line(files: &[File], diagnostic: &Diagnostic) -> String {
    let Diagnostic {
        file,
        span,
        problem,
    } = diagnostic;
    let Some(file) = files.get(*file) else {
        return problem.to_string();
    };
    let place = span.as_ref().map(|span| {
        let start = Lines::of(file).region(span).start;
        format!(":{}:{}", start.line, start.column)
    });
    let line = format!("{}{}: {problem}", file.shown, place.unwrap_or_default());
    visible(&line).into_owned()
}

/// What is explained, one diagnostic after the other.
struct Explained<'a> {
    files: &'a [File],
    /// The file of the last one, by its number, which is most often that of the next.
    lines: Option<(usize, Lines<'a>)>,
}

impl Explained<'_> {
    fn explain(&mut self, diagnostic: &Diagnostic) -> String {
        let level = match diagnostic.severity() {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = level.primary_title(diagnostic.problem.to_string());
        let help = diagnostic.problem.help();
        let Some(file) = self.files.get(diagnostic.file) else {
            return Renderer::plain().render(&[title.element(Level::HELP.message(help))]);
        };
        let Some(span) = &diagnostic.span else {
            let group = title.element(Origin::path(file.shown.as_str()));
            return Renderer::plain().render(&[group.element(Level::HELP.message(help))]);
        };
        if self
            .lines
            .as_ref()
            .is_none_or(|(number, _)| *number != diagnostic.file)
        {
            self.lines = Some((diagnostic.file, Lines::of(file)));
        }
        let Some((_, lines)) = &mut self.lines else {
            return String::new();
        };
        // Only the lines in question are given to the renderer, which goes through all it gets.
        let (excerpt, first) = lines.lines(span);
        let span = lines.within(span);
        let column = lines.region(&span).start.column;
        let excerpt_of = |excerpt: Range<usize>| {
            let span = span.start - excerpt.start..span.end.min(excerpt.end) - excerpt.start;
            Snippet::source(&lines.text()[excerpt])
                .line_start(first)
                .annotation(AnnotationKind::Primary.span(span))
        };
        let group = if excerpt.len() <= LONGEST {
            title.element(excerpt_of(excerpt).path(file.shown.as_str()))
        } else {
            let origin = Origin::path(file.shown.as_str())
                .line(first)
                .char_column(column);
            let start = excerpt.start.max(span.start.saturating_sub(AROUND));
            let end = excerpt.end.min(span.end.min(span.start + AROUND) + AROUND);
            let excerpt = lines.within(&(start..end));
            title.element(origin).element(excerpt_of(excerpt))
        };
        Renderer::plain().render(&[group.element(Level::HELP.message(help))])
    }
}
