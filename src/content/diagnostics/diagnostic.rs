//! Diagnostics: what is wrong with the content, where, and what would help.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::problem::Problem;
use super::severity::Severity;
use crate::content::source::File;
use crate::library::pluralize;

/// One thing that is wrong in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The file's number among those that were loaded, from 0; beyond them all where a file is
    /// missing.
    pub file: usize,
    /// The bytes of it that are wrong; `None` where the whole file is.
    pub span: Option<Range<usize>>,
    /// What is wrong with them.
    pub problem: Problem,
}

impl Diagnostic {
    /// Whether the content cannot be served.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.problem.severity() == Severity::Error
    }
}

/// All diagnostics as text: each with path, line, column, excerpt and help; their number last.
#[must_use]
pub fn report(files: &[File], diagnostics: &[Diagnostic]) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&explain(files, diagnostic));
        text.push_str("\n\n");
    }
    let errors = diagnostics.iter().filter(|one| one.is_error()).count();
    let warnings = diagnostics.len() - errors;
    let mut count = pluralize(errors, "error");
    if warnings > 0 {
        count = format!("{count} and {}", pluralize(warnings, "warning"));
    }
    let mut touched: Vec<usize> = diagnostics.iter().map(|d| d.file).collect();
    touched.sort_unstable();
    touched.dedup();
    text + &format!("{count} in {}\n", pluralize(touched.len(), "file"))
}

fn explain(files: &[File], diagnostic: &Diagnostic) -> String {
    let level = match diagnostic.problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.problem.to_string());
    let help = diagnostic.problem.help();
    let Some(file) = files.get(diagnostic.file) else {
        return Renderer::plain().render(&[title.element(Level::HELP.message(help))]);
    };
    let text = file.lossy();
    let group = match &diagnostic.span {
        Some(span) => title.element(
            Snippet::source(text.as_ref())
                .path(file.shown.as_str())
                .annotation(AnnotationKind::Primary.span(within(&text, span))),
        ),
        None => title.element(annotate_snippets::Origin::path(file.shown.as_str())),
    };
    Renderer::plain().render(&[group.element(Level::HELP.message(help))])
}

/// A span that lies in the text and on the borders of its characters.
fn within(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let end = text.ceil_char_boundary(span.end.clamp(start, text.len()));
    start..end
}
