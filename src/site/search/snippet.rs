//! What a search result shows of its passage.

use std::ops::Range;

use crate::analysis::WordLists;
use crate::library::{Language, Prose};
use crate::site::terms::{Piece, pieces};
use crate::study::sentences::running_sentences;

/// How many characters a snippet has, more or less.
const LENGTH: usize = 280;

/// Some words of a passage with the hits marked, in a language, `None` for the editors' English.
pub fn snippet<'a>(
    prose: &'a Prose,
    hits: &[Range<usize>],
    language: Option<&Language>,
    lists: &WordLists,
) -> Vec<Piece<'a>> {
    let text = &prose.text;
    let window = window(prose, hits, lists);
    let marks: Vec<(Range<usize>, &'static str)> = hits
        .iter()
        .filter(|hit| window.start <= hit.start && hit.end <= window.end)
        .map(|hit| (hit.clone(), "mark"))
        .collect();
    let mut shown = pieces(text, &window, &marks, language);
    let dots = |text: &'static str| Piece {
        text: text.into(),
        element: None,
    };
    if window.start > 0 {
        shown.insert(0, dots("… "));
    }
    if window.end < text.len() {
        shown.push(dots(" …"));
    }
    shown
}

/// The stretch to show: the sentences with the most hits, cut to length at words.
fn window(prose: &Prose, hits: &[Range<usize>], lists: &WordLists) -> Range<usize> {
    let text = &prose.text;
    let sentences = running_sentences(prose, lists);
    let inside = |stretch: &Range<usize>| {
        let held = hits.iter();
        held.filter(|hit| stretch.start <= hit.start && hit.end <= stretch.end)
            .count()
    };
    let from = (0..sentences.len())
        .max_by_key(|&at| (inside(&sentences[at]), std::cmp::Reverse(at)))
        .unwrap_or_default();
    let mut stretch = sentences.get(from).cloned().unwrap_or(0..text.len());
    for next in sentences.iter().skip(from + 1) {
        if next.end - stretch.start > LENGTH {
            break;
        }
        stretch.end = next.end;
    }
    if stretch.len() <= LENGTH + LENGTH / 4 {
        return stretch;
    }
    let first = hits.iter().find(|hit| stretch.contains(&hit.start));
    let first = first.map_or(stretch.start, |hit| hit.start);
    let start = if first + 40 < stretch.start + LENGTH {
        stretch.start
    } else {
        word_start(text, (first - LENGTH / 3).max(stretch.start)).min(first)
    };
    let end = boundary(text, start + LENGTH);
    // Where no word ends soon, as in Chinese, any sign is the last.
    let end = Some(word_end(text, end))
        .filter(|word| *word < end + LENGTH / 4)
        .unwrap_or(end);
    start..end.min(stretch.end)
}

/// The first place at or after this one where a word begins.
fn word_start(text: &str, at: usize) -> usize {
    let at = boundary(text, at);
    match text[at..].find(char::is_whitespace) {
        Some(blank) if at > 0 => {
            let rest = &text[at + blank..];
            at + blank + (rest.len() - rest.trim_start().len())
        }
        _ => at,
    }
}

/// The first place at or after this one where a word ends.
fn word_end(text: &str, at: usize) -> usize {
    let at = boundary(text, at);
    text[at..]
        .find(char::is_whitespace)
        .map_or(text.len(), |blank| at + blank)
}

fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::snippet;
    use crate::analysis::WordLists;
    use crate::library::Prose;

    #[test]
    fn a_long_passage_is_cut_at_words() {
        let text = format!("{}hit {}", "before ".repeat(100), "after ".repeat(100));
        let prose = Prose::plain(text);
        let hit = 700..703;
        let pieces = snippet(
            &prose,
            std::slice::from_ref(&hit),
            None,
            &WordLists::default(),
        );
        let shown: String = pieces.iter().map(|piece| &*piece.text).collect();
        assert!(
            shown.starts_with("… before ") && shown.ends_with("after …"),
            "{shown}"
        );
        assert!(
            pieces
                .iter()
                .any(|one| one.element == Some("mark") && one.text == "hit")
        );
        assert!(shown.chars().count() < 320);
    }
}
