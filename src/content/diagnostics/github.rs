//! Diagnostics as commands of GitHub's workflows, which show them beside the lines of a change.

use super::diagnostic::Diagnostic;
use super::region::Lines;
use super::visible::visible;
use crate::content::source::File;

/// How many are written: more are not shown there anyway.
const MOST: usize = 100;

/// A line for each diagnostic, at most a hundred.
#[must_use]
pub fn github(files: &[File], diagnostics: &[Diagnostic]) -> String {
    let mut lines: Option<(usize, Lines<'_>)> = None;
    let commands = diagnostics.iter().take(MOST).map(|diagnostic| {
        let Diagnostic {
            file: number,
            span,
            problem,
        } = diagnostic;
        let severity = diagnostic.severity().name();
        let message = data(&format!("{problem}\n{}", problem.help()));
        let Some(file) = files.get(*number) else {
            return format!("::{severity}::{message}\n");
        };
        let mut place = format!("file={}", property(&file.shown));
        if let Some(span) = span {
            if lines.as_ref().is_none_or(|(of, _)| of != number) {
                lines = Some((*number, Lines::of(file)));
            }
            if let Some((_, lines)) = &mut lines {
                let region = lines.region(span);
                place.push_str(&format!(
                    ",line={},endLine={}",
                    region.start.line, region.end.line
                ));
                // Columns are known only within a line.
                if region.start.line == region.end.line {
                    let (column, end) = (region.start.column, region.end.column);
                    place.push_str(&format!(",col={column},endColumn={end}"));
                }
            }
        }
        format!("::{severity} {place}::{message}\n")
    });
    visible(&commands.collect::<String>()).into_owned()
}

/// A message, with the characters escaped that would end it.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A value, with the characters escaped that would end it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
