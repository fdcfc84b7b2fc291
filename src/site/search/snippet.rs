//! What a search result shows of its passage, and the link to just these words.

use std::ops::Range;

use crate::library::Prose;
use crate::site::quotes::typographic;
use crate::site::terms::{Piece, pieces};
use crate::study::sentences::running_sentences;

/// How many characters a snippet has, more or less.
const LENGTH: usize = 280;

/// How many hits a link has the browser highlight.
const MOST_FRAGMENTS: usize = 4;

/// How many words on each side tell a hit from others like it.
const CONTEXT: usize = 3;

/// Some words of a passage with the hits marked.
pub fn snippet<'a>(prose: &'a Prose, hits: &[Range<usize>]) -> Vec<Piece<'a>> {
    let text = &prose.text;
    let window = window(prose, hits);
    let marks: Vec<(Range<usize>, &'static str)> = hits
        .iter()
        .filter(|hit| window.start <= hit.start && hit.end <= window.end)
        .map(|hit| (hit.clone(), "mark"))
        .collect();
    let mut shown = pieces(text, &window, &marks);
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
fn window(prose: &Prose, hits: &[Range<usize>]) -> Range<usize> {
    let text = &prose.text;
    let sentences = running_sentences(prose);
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

/// The part of an address that has a browser highlight hits in a prose: text fragments, each with
/// the words around it, since the same words may stand elsewhere on the page. Empty without hits.
pub fn text_fragments(prose: &Prose, hits: &[Range<usize>]) -> String {
    let mut found = String::new();
    for hit in hits.iter().take(MOST_FRAGMENTS) {
        found.push_str(if found.is_empty() {
            ":~:text="
        } else {
            "&text="
        });
        if let Some(before) = words_before(prose, hit.start) {
            found.push_str(&encoded(&prose.text, before));
            found.push_str("-,");
        }
        found.push_str(&encoded(&prose.text, hit.clone()));
        if let Some(after) = words_after(prose, hit.end) {
            found.push_str(",-");
            found.push_str(&encoded(&prose.text, after));
        }
    }
    found
}

/// A few whole words before a place, as the page shows them: nothing stands between them there,
/// such as the sign of a note.
fn words_before(prose: &Prose, at: usize) -> Option<Range<usize>> {
    let signs = prose.notes.iter().map(|note| note.at);
    let from = signs.filter(|sign| *sign <= at).max().unwrap_or_default();
    let text = prose.text[from..at].trim_end();
    let mut blanks = text.rmatch_indices(char::is_whitespace);
    let start = match blanks.nth(CONTEXT - 1) {
        Some((blank, sign)) => from + blank + sign.len(),
        None if from == 0 => 0,
        // The first word may have lost its beginning to a sign.
        None => return None,
    };
    let end = from + text.len();
    (start < end).then_some(start..end)
}

/// A few whole words after a place.
fn words_after(prose: &Prose, at: usize) -> Option<Range<usize>> {
    let signs = prose.notes.iter().map(|note| note.at);
    let whole = prose.text.len();
    let to = signs.filter(|sign| *sign >= at).min().unwrap_or(whole);
    let text = prose.text[at..to].trim_start();
    let start = to - text.len();
    let mut blanks = text.match_indices(char::is_whitespace);
    let end = match blanks.nth(CONTEXT - 1) {
        Some((blank, _)) => start + blank,
        None if to == whole => start + text.trim_end().len(),
        None => return None,
    };
    (start < end).then_some(start..end)
}

/// Words as a text fragment has them: as the page shows them, and everything escaped that could be
/// taken for a part of the fragment.
fn encoded(text: &str, words: Range<usize>) -> String {
    let shown = typographic(
        &text[words.clone()],
        text[..words.start].chars().next_back(),
    );
    form_urlencoded::byte_serialize(shown.as_bytes())
        .flat_map(str::chars)
        .map(|sign| match sign {
            '+' => "%20".to_owned(),
            '-' => "%2D".to_owned(),
            other => other.to_string(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{snippet, text_fragments};
    use crate::library::{Note, Prose};

    #[test]
    fn a_hit_is_told_by_the_words_around_it() {
        let mut prose = Prose::plain("To reject the zero-sum game, and double standards.");
        let hit = 14..27;
        assert_eq!(
            text_fragments(&prose, std::slice::from_ref(&hit)),
            ":~:text=To%20reject%20the-,zero%2Dsum%20game,-%2C%20and%20double"
        );
        prose.notes.push(Note {
            at: 32,
            body: Prose::plain("A note."),
        });
        assert_eq!(
            text_fragments(&prose, &[hit]),
            ":~:text=To%20reject%20the-,zero%2Dsum%20game"
        );
        assert_eq!(text_fragments(&prose, &[]), "");
    }

    #[test]
    fn a_long_passage_is_cut_at_words() {
        let text = format!("{}hit {}", "before ".repeat(100), "after ".repeat(100));
        let prose = Prose::plain(text);
        let hit = 700..703;
        let pieces = snippet(&prose, std::slice::from_ref(&hit));
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
