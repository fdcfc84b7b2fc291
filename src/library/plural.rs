//! Counts in words.

/// A count with its noun, which takes an `s` in the plural: `1 section`, `2 sections`.
#[must_use]
pub fn pluralize(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}
