//! Splits prose into sentences.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::analysis::{WordLists, folded};
use crate::library::{Part, Prose, Style};

/// The bytes of each sentence of a part, in order, without the white space around it.
///
/// A heading is one sentence, and so is a run-in head. Else a sentence ends where the rules of Unicode
/// (UAX #29) end it: at a full stop, question mark or exclamation mark of any script, with closing
/// quotation marks and brackets. A stop after an abbreviation or an opening number ends nothing, nor does
/// a mark before a word that goes on in lower case. A line of verse is no sentence.
#[must_use]
pub fn sentences(part: Part, prose: &Prose, lists: &WordLists) -> Vec<Range<usize>> {
    let text = prose.text.as_str();
    match part {
        Part::Heading(_) => trimmed(text, 0..text.len()).into_iter().collect(),
        Part::Paragraph(_) | Part::Quotation(_) => running_sentences(prose, lists),
    }
}

/// The same for running text that may be no part of a section, such as a note.
#[must_use]
pub fn running_sentences(prose: &Prose, lists: &WordLists) -> Vec<Range<usize>> {
    let text = prose.text.as_str();
    let mut borders: Vec<usize> = prose
        .marks
        .iter()
        .filter(|mark| mark.style == Style::Label)
        .map(|mark| mark.range.end)
        .collect();
    let head = borders.first().copied().unwrap_or_default();
    let mut start = head;
    // What parts lines and cells parts no sentences.
    let in_one_line = text[head..].replace(['\n', '\t'], " ");
    for (at, sentence) in in_one_line.split_sentence_bound_indices() {
        let end = end_of(text, head + at + sentence.trim_end().len());
        if end > start && begins_after(text, end) && !is_short(&text[start..end], lists) {
            borders.push(end);
            start = end;
        }
    }
    borders.push(text.len());
    let starts = std::iter::once(0).chain(borders.clone());
    starts
        .zip(borders)
        .filter_map(|(from, to)| trimmed(text, from..to))
        .collect()
}

/// The sentences that a stretch of a part touches, as one stretch; keyword in context shows it.
#[must_use]
pub fn around(
    part: Part,
    prose: &Prose,
    stretch: &Range<usize>,
    lists: &WordLists,
) -> Range<usize> {
    let touched: Vec<Range<usize>> = sentences(part, prose, lists)
        .into_iter()
        .filter(|sentence| sentence.start < stretch.end && stretch.start < sentence.end)
        .collect();
    match (touched.first(), touched.last()) {
        (Some(first), Some(last)) => first.start..last.end,
        _ => stretch.clone(),
    }
}

/// The end of a sentence that the rules end at this byte: with the closing marks that French parts from
/// it by a space.
fn end_of(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let after = rest.trim_start();
    let closing = after.trim_start_matches(['»', '›']);
    let is_closing = closing.len() < after.len() && !closing.starts_with(char::is_alphanumeric);
    if is_closing {
        text.len() - closing.len()
    } else {
        at
    }
}

/// Whether what stands after a byte can begin a sentence: no word that goes on in lower case, and no
/// sign that closes or goes on.
fn begins_after(text: &str, end: usize) -> bool {
    let next = text[end..].trim_start().chars().next();
    next.is_some_and(|sign| {
        let opens = matches!(
            sign,
            '"' | '\''
                | '“'
                | '‘'
                | '('
                | '['
                | '«'
                | '„'
                | '‚'
                | '¿'
                | '¡'
                | '「'
                | '『'
                | '《'
                | '（'
        );
        opens || (sign.is_alphanumeric() && !sign.is_lowercase())
    })
}

/// Whether a sentence would end after the full stop of an abbreviation, or of a number that opens it. A
/// single letter and letters with stops between them ("H.E.") are known by their shape.
fn is_short(sentence: &str, lists: &WordLists) -> bool {
    let Some(sentence) = sentence.trim_end().strip_suffix('.') else {
        return false;
    };
    let last = sentence.split_whitespace().next_back().unwrap_or_default();
    let number = last.bytes().all(|b| b.is_ascii_digit());
    let word = last.trim_start_matches(['(', '[', '"', '“', '‘', '\'']);
    let letters = word
        .split('.')
        .all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic));
    letters || lists.abbreviations.contains(&*folded(word)) || (number && sentence.trim() == last)
}

fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let inside = &text[range.clone()];
    let start = range.start + inside.len() - inside.trim_start().len();
    let end = start + inside.trim().len();
    (start < end).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use proptest::collection::vec;
    use proptest::prelude::{Strategy, any, prop_oneof, proptest};
    use proptest::sample::select;

    use super::{around, sentences};
    use crate::analysis::WordLists;
    use crate::library::{Id, Mark, ParagraphId, Part, Prose, SectionId, Style};

    fn paragraph() -> Part {
        Part::Paragraph(ParagraphId::new(0))
    }

    fn lists() -> WordLists {
        let words = ["al", "art", "cf", "no", "vol"].map(str::to_owned);
        WordLists {
            abbreviations: words.into(),
            ..WordLists::default()
        }
    }

    fn split(prose: &Prose) -> Vec<&str> {
        let all = sentences(paragraph(), prose, &lists()).into_iter();
        all.map(|range| &prose.text[range]).collect()
    }

    #[test]
    fn stop_does_not_always_end_a_sentence() {
        let prose = Prose::plain(
            "Remarks by H.E. Xi Jinping. Fang et al. Research grew 2.5 times (see No. 3). “Is it?” \
             They asked! Yes, cf. Vol. 2 of e.g. Smith. 1. One.",
        );
        let expected = [
            "Remarks by H.E. Xi Jinping.",
            "Fang et al. Research grew 2.5 times (see No. 3).",
            "“Is it?”",
            "They asked!",
            "Yes, cf. Vol. 2 of e.g. Smith.",
            "1. One.",
        ];
        assert_eq!(split(&prose), expected);
    }

    #[test]
    fn several_signs_end_one_sentence() {
        let cases: [(&str, &[&str]); 6] = [
            (
                "Bread is baked here... The rest is bought.",
                &["Bread is baked here...", "The rest is bought."],
            ),
            ("Is it?! Yes.", &["Is it?!", "Yes."]),
            ("“So...” He left.", &["“So...”", "He left."]),
            ("(Really?) “No!”", &["(Really?)", "“No!”"]),
            ("Wait.... . . Go on.", &["Wait.... . .", "Go on."]),
            ("It ended...", &["It ended..."]),
        ];
        for (text, expected) in cases {
            assert_eq!(split(&Prose::plain(text)), expected, "{text}");
        }
    }

    #[test]
    fn sentences_end_in_any_script() {
        let cases: [(&str, &[&str]); 7] = [
            (
                "国家保护公民。任何个人不得窃取！是吗？",
                &["国家保护公民。", "任何个人不得窃取！", "是吗？"],
            ),
            ("他说：“好。”我走了。", &["他说：“好。”", "我走了。"]),
            (
                "ما هذا؟ هذا باب. وذلك بيت.",
                &["ما هذا؟", "هذا باب.", "وذلك بيت."],
            ),
            ("यह घर है। वह बाग है।", &["यह घर है।", "वह बाग है।"]),
            (
                "Il dit : « Oui. » Puis il sort.",
                &["Il dit : « Oui. »", "Puis il sort."],
            ),
            (
                "Nach Art. 5 gilt das. Es gilt.",
                &["Nach Art. 5 gilt das.", "Es gilt."],
            ),
            (
                "“Why?” he asked. “So!” said she.",
                &["“Why?” he asked.", "“So!” said she."],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(split(&Prose::plain(text)), expected, "{text}");
        }
    }

    #[test]
    fn run_in_head_is_a_sentence() {
        let mut prose = Prose::plain("Fight crime: China must. It will.");
        prose.marks.push(Mark {
            range: 0..12,
            style: Style::Label,
        });
        assert_eq!(split(&prose), ["Fight crime:", "China must.", "It will."]);
    }

    #[test]
    fn context_of_a_stretch_is_whole_sentences() {
        let prose = Prose::plain("One. Two is. Three.");
        assert_eq!(around(paragraph(), &prose, &(5..8), &lists()), 5..12);
        assert_eq!(around(paragraph(), &prose, &(9..15), &lists()), 5..19);
        let heading = Part::Heading(SectionId::new(0));
        assert_eq!(around(heading, &prose, &(0..1), &lists()), 0..19);
    }

    /// Words, stops, brackets, quotation marks, ellipses and spaces in any order.
    fn texts() -> impl Strategy<Value = String> {
        let signs = [
            ".", "?", "!", "…", "...", ". . .", "。", "？", "(", ")", "[", "]", "\"", "'", "“",
            "”", "‘", "’", "«", "»", " ", "  ", "\u{a0}", "\n", ":", ";", "-", "—",
        ];
        let words = [
            "bread", "Bread", "e.g", "No", "al", "H.E", "1", "23", "é", "É", "网络", "ß", "x",
        ];
        let piece = prop_oneof![
            4 => select(signs.to_vec()).prop_map(str::to_owned),
            4 => select(words.to_vec()).prop_map(str::to_owned),
            1 => any::<char>().prop_map(String::from),
        ];
        vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    /// The text of a prose without white space.
    fn squeezed(text: &str) -> String {
        text.split_whitespace().collect()
    }

    proptest! {
        #[test]
        fn sentences_are_in_order_and_cover_the_text(text in texts(), label in 0..20_usize) {
            let mut prose = Prose::plain(text);
            let end = prose.text.floor_char_boundary(label.min(prose.text.len()));
            if end > 0 {
                prose.marks.push(Mark { range: 0..end, style: Style::Label });
            }
            let found: Vec<Range<usize>> = sentences(paragraph(), &prose, &lists());
            let mut last = 0;
            let mut covered = String::new();
            for range in found {
                assert!(last <= range.start && range.start < range.end);
                covered += &squeezed(&prose.text[range.clone()]);
                last = range.end;
            }
            assert_eq!(covered, squeezed(&prose.text));
        }
    }
}
