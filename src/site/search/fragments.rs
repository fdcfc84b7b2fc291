//! What makes a browser highlight words: [text fragments](https://wicg.github.io/scroll-to-text-fragment/).

use std::ops::Range;

use crate::library::{
    IdRange, Language, Library, ParagraphId, ParagraphRange, Part, Prose, SectionId,
};
use crate::site::language::Typeset;

/// How many hits a link has the browser highlight.
const MOST_FRAGMENTS: usize = 4;

/// How many words on each side tell a hit from others like it.
const CONTEXT: usize = 3;

/// How many paragraphs are highlighted one by one.
const MOST_PARAGRAPHS: usize = 8;

/// With how many words a run of paragraphs is told at each end.
const FEWEST: usize = 4;
const MOST: usize = 16;

/// The part of an address that has a browser highlight hits in a prose: text fragments, each with
/// the words around it, since the same words may stand elsewhere on the page. Empty without hits.
pub fn text_fragments(prose: &Prose, hits: &[Range<usize>], language: Option<&Language>) -> String {
    let typeset = Typeset::new(&prose.text, language);
    let mut found = String::new();
    let is_whole = |hit: &&Range<usize>| {
        let words = &prose.text[(*hit).clone()];
        !words.contains(|sign| prose.form.breaks_at(sign))
    };
    for hit in hits.iter().filter(is_whole).take(MOST_FRAGMENTS) {
        found.push_str(if found.is_empty() {
            ":~:text="
        } else {
            "&text="
        });
        if let Some(before) = words_before(prose, hit.start, CONTEXT) {
            found.push_str(&encoded(&typeset, before));
            found.push_str("-,");
        }
        found.push_str(&encoded(&typeset, hit.clone()));
        if let Some(after) = words_after(prose, hit.end, CONTEXT) {
            found.push_str(",-");
            found.push_str(&encoded(&typeset, after));
        }
    }
    found
}

/// The same for a run of paragraphs on a page of these sections: each from its first words to its
/// last, so that what the page shows between paragraphs stays plain; a long run from end to end.
pub fn range_fragment(
    library: &Library,
    range: ParagraphRange,
    page: IdRange<SectionId>,
) -> String {
    let prose = |id: ParagraphId| &library[id].prose;
    let above = |id: ParagraphId| words_above(library, id, page);
    let language = library.language_at(range.first().into());
    let ids: Vec<ParagraphId> = range.paragraphs().take(MOST_PARAGRAPHS + 1).collect();
    let directives: Vec<String> = if ids.len() > MOST_PARAGRAPHS {
        let (first, last) = (range.first(), range.last());
        let directive = directive(prose(first), &above(first), prose(last), language);
        directive.into_iter().collect()
    } else {
        let each = ids.iter();
        each.filter_map(|&id| directive(prose(id), &above(id), prose(id), language))
            .collect()
    };
    if directives.is_empty() {
        return String::new();
    }
    format!(":~:text={}", directives.join("&text="))
}

/// What finds the words from the first of one prose to the last of another, `above` being all that
/// stands above on the page, in lower case.
fn directive(first: &Prose, above: &str, last: &Prose, language: &Language) -> Option<String> {
    // A browser takes the first such words on the page, and the first such end after them. Where an
    // end stands between signs of notes, the words beyond the signs have to do.
    let signs = first.notes.iter().map(|note| note.at);
    let start = std::iter::once(0)
        .chain(signs)
        .flat_map(|at| lengths().filter_map(move |count| first_words(first, at, count)))
        .find(|words| !above.contains(&first.text[words.clone()].to_lowercase()))?;
    let signs = last.notes.iter().rev().map(|note| note.at);
    let whole = last.text.to_lowercase();
    let end = std::iter::once(last.text.len())
        .chain(signs)
        .flat_map(|at| lengths().filter_map(move |count| last_words(last, at, count)))
        .find(|words| {
            let words = last.text[words.clone()].to_lowercase();
            whole.matches(&words).count() == 1
        })?;
    let is_one = std::ptr::eq(first, last);
    if is_one && end.start < start.end {
        let typeset = Typeset::new(&first.text, Some(language));
        return Some(encoded(&typeset, start.start..end.end.max(start.end)));
    }
    let [start, end] = [(first, start), (last, end)].map(|(prose, words)| {
        let typeset = Typeset::new(&prose.text, Some(language));
        encoded(&typeset, words)
    });
    Some(format!("{start},{end}"))
}

/// With how many words an end is told, the better first: where a note stands near, with fewer.
fn lengths() -> impl Iterator<Item = usize> {
    (FEWEST..=MOST).chain((1..FEWEST).rev())
}

/// All words of a page above a paragraph, in lower case.
fn words_above(library: &Library, paragraph: ParagraphId, page: IdRange<SectionId>) -> String {
    let mut above = String::new();
    for section in &library[page] {
        for part in section.parts() {
            if part == Part::Paragraph(paragraph) {
                return above;
            }
            above.push_str(&library.prose(part).text.to_lowercase());
            above.push(' ');
        }
    }
    above
}

/// So many whole words before a place, as the page shows them: nothing stands between them there,
/// such as the sign of a note.
fn words_before(prose: &Prose, at: usize, count: usize) -> Option<Range<usize>> {
    let has_sign = prose.notes.iter().any(|note| note.at == at);
    (!has_sign).then(|| last_words(prose, at, count))?
}

/// The same where it does not matter what stands at the place itself.
fn last_words(prose: &Prose, at: usize, count: usize) -> Option<Range<usize>> {
    let signs = prose.notes.iter().map(|note| note.at);
    // A browser looks for words within a line or a cell.
    let line = prose.text[..at].rfind(|sign| prose.form.breaks_at(sign));
    let line = line.map_or(0, |place| place + 1);
    let from = signs
        .filter(|sign| *sign < at)
        .max()
        .map_or(line, |sign| sign.max(line));
    let text = prose.text[from..at].trim_end();
    let mut blanks = text.rmatch_indices(char::is_whitespace);
    let start = match blanks.nth(count - 1) {
        Some((blank, sign)) => from + blank + sign.len(),
        None if from == line => line,
        // The first word may have lost its beginning to a sign.
        None => return None,
    };
    let end = from + text.len();
    (start < end).then_some(start..end)
}

/// So many whole words after a place.
fn words_after(prose: &Prose, at: usize, count: usize) -> Option<Range<usize>> {
    let has_sign = prose.notes.iter().any(|note| note.at == at);
    (!has_sign).then(|| first_words(prose, at, count))?
}

/// The same where it does not matter what stands at the place itself.
fn first_words(prose: &Prose, at: usize, count: usize) -> Option<Range<usize>> {
    let signs = prose.notes.iter().map(|note| note.at);
    let line = prose.text[at..].find(|sign| prose.form.breaks_at(sign));
    let line = line.map_or(prose.text.len(), |place| at + place);
    let to = signs
        .filter(|sign| *sign > at)
        .min()
        .map_or(line, |sign| sign.min(line));
    let text = prose.text[at..to].trim_start();
    let start = to - text.len();
    let mut blanks = text.match_indices(char::is_whitespace);
    let end = match blanks.nth(count - 1) {
        Some((blank, _)) => start + blank,
        None if to == line => start + text.trim_end().len(),
        None => return None,
    };
    (start < end).then_some(start..end)
}

/// Words as a text fragment has them: as the page shows them, and everything escaped that could be
/// taken for a part of the fragment.
fn encoded(text: &Typeset<'_>, words: Range<usize>) -> String {
    let shown = text.shown(words);
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
    use super::text_fragments;
    use crate::library::{Note, Prose};

    #[test]
    fn a_hit_is_told_by_the_words_around_it() {
        let mut prose = Prose::plain("To reject the zero-sum game, and double standards.");
        let hit = 14..27;
        assert_eq!(
            text_fragments(&prose, std::slice::from_ref(&hit), None),
            ":~:text=To%20reject%20the-,zero%2Dsum%20game,-%2C%20and%20double"
        );
        prose.notes.push(Note {
            at: 32,
            body: Prose::plain("A note."),
        });
        assert_eq!(
            text_fragments(&prose, &[hit], None),
            ":~:text=To%20reject%20the-,zero%2Dsum%20game"
        );
        assert_eq!(text_fragments(&prose, &[], None), "");
    }

    #[test]
    fn words_around_a_hit_stand_in_its_line() {
        let prose = Prose::plain("One lamp is\nlit across the\nwater");
        let hits = [12..15, 8..15];
        assert_eq!(
            text_fragments(&prose, &hits, None),
            ":~:text=lit,-across%20the"
        );
    }
}
