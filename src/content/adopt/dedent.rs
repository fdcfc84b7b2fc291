//! Prose that is indented so far that Markdown takes it for code.

use super::blocks::Block;
use super::edits::Edits;
use super::taken::{Fate, TakenList};

/// Frees prose of the indentation that makes it code in Markdown.
pub fn dedent(text: &str, blocks: &[Block], edits: &mut Edits<'_>, taken: &mut TakenList) {
    for block in blocks {
        let Block::Indented(range) = block else {
            continue;
        };
        let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let range = start..range.end;
        let code = &text[range.clone()];
        let letters = code
            .chars()
            .filter(|c| c.is_alphabetic() || c.is_whitespace())
            .count();
        let is_prose = letters * 10 > code.chars().count() * 8
            && code
                .lines()
                .all(|line| !after_bullet(line.trim()).contains("   "));
        if is_prose {
            let lines: Vec<&str> = code.lines().map(str::trim).collect();
            edits.replace(range.clone(), lines.join("\n"));
            taken.add(
                range,
                Fate::Unmarked,
                "an indentation that would make code of it",
            );
        }
    }
}

/// The words of a line without the sign and the space of an item.
fn after_bullet(line: &str) -> &str {
    let sign =
        line.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ')' | '*' | '+' | '-'));
    line[sign.unwrap_or(0)..].trim_start()
}
