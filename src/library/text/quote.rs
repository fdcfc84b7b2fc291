//! Finds quoted words in a text.

use std::ops::Range;

/// Where words stand in a text, letter for letter; white space of any sort, a line break too, is the
/// same as a space.
#[must_use]
pub fn find_quote(text: &str, quote: &str) -> Option<Range<usize>> {
    if let Some(start) = text.find(quote) {
        return Some(start..start + quote.len());
    }
    let first = quote.chars().next()?;
    let starts = text.char_indices();
    let starts = starts.filter(|(_, sign)| same(*sign, first));
    let mut found = starts.filter_map(|(start, _)| {
        let length = length_of(&text[start..], quote)?;
        Some(start..start + length)
    });
    found.next()
}

/// How many bytes of a text are these words, if it begins with them.
fn length_of(text: &str, words: &str) -> Option<usize> {
    let mut signs = text.char_indices();
    for wanted in words.chars() {
        let (_, sign) = signs.next()?;
        if !same(sign, wanted) {
            return None;
        }
    }
    Some(text.len() - signs.as_str().len())
}

fn same(one: char, other: char) -> bool {
    one == other || one.is_whitespace() && other.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::find_quote;

    #[test]
    fn white_space_of_any_sort_is_the_same() {
        for (text, quote, found) in [
            ("see Article\u{a0}6 there", "Article 6 there", Some(4..20)),
            ("see Article 6", "Article\u{a0}6", Some(4..13)),
            ("first line,\nsecond line", "line, second", Some(6..18)),
            ("a\u{202f}b a c", "a c", Some(6..9)),
            ("Article-6", "Article 6", None),
            ("short", "short and long", None),
        ] {
            assert_eq!(find_quote(text, quote), found, "{quote}");
        }
    }
}
