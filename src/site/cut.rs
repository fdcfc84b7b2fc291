//! Texts that are cut to their first or last words.

use std::borrow::Cow;
use std::ops::Range;

/// The first words of a text, at most so many characters of them; what is left out shows as `…`.
pub fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    let range = first_words(text, most);
    if range.end == text.len() {
        return text.into();
    }
    let words = text[range].trim_end_matches([',', ';', ':', '.']);
    format!("{words} …").into()
}

/// The first whole words of a text, at most so many characters of them; all of it where it is short.
pub fn first_words(text: &str, most: usize) -> Range<usize> {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return 0..text.len();
    };
    let cut = &text[..end];
    0..cut.rfind(' ').unwrap_or(end)
}

/// The last whole words of a text, at most so many characters of them; all of it where it is short.
pub fn last_words(text: &str, most: usize) -> Range<usize> {
    let Some((start, _)) = text.char_indices().rev().nth(most) else {
        return 0..text.len();
    };
    let after = text[start..]
        .find(' ')
        .map_or(start, |space| start + space + 1);
    after..text.len()
}

#[cfg(test)]
mod tests {
    use super::{first_words, last_words, shortened};

    #[test]
    fn only_whole_words_are_kept() {
        let text = "One, two, three";
        assert_eq!(shortened(text, 9), "One …");
        assert_eq!(shortened(text, 10), "One, two …");
        assert_eq!(shortened(text, 15), text);
        assert_eq!(&text[first_words(text, 6)], "One,");
        assert_eq!(&text[last_words(text, 7)], "three");
        assert_eq!(&text[last_words(text, 99)], text);
    }
}
