//! Finds quoted words in a text.

use std::ops::Range;

use crate::analysis::{FoldedText, Folding};

/// Where words stand in a text, letter for letter; how a letter is encoded makes no difference, nor
/// does the sort of white space, a line break included, or what has no width.
#[must_use]
pub fn find_quote(text: &str, quote: &str) -> Option<Range<usize>> {
    if text.is_ascii()
        && let Some(start) = text.find(quote)
    {
        return Some(start..start + quote.len());
    }
    let words = FoldedText::of(quote, Folding::Encoding).text;
    FoldedText::of(text, Folding::Encoding).find(&words).next()
}

#[cfg(test)]
mod tests {
    use super::find_quote;

    #[test]
    fn encoding_and_white_space_make_no_difference() {
        for (text, quote, found) in [
            ("see Article\u{a0}6 there", "Article 6 there", Some(4..20)),
            ("see Article 6", "Article\u{a0}6", Some(4..13)),
            ("first line,\nsecond line", "line, second", Some(6..18)),
            ("a\u{202f}b a c", "a c", Some(6..9)),
            ("un cafe\u{301} noir", "café", Some(3..9)),
            ("un café noir", "cafe\u{301}", Some(3..8)),
            ("the cyber\u{ad}space", "cyberspace", Some(4..16)),
            ("the cyberspace", "cyber\u{ad}space", Some(4..14)),
            ("the ﬁrst", "first", Some(4..10)),
            ("non‑state actors", "non-state", Some(0..11)),
            ("un cafe\u{301} noir", "cafe", None),
            ("Article-6", "Article 6", None),
            ("short", "short and long", None),
        ] {
            assert_eq!(find_quote(text, quote), found, "{quote}");
        }
    }
}
