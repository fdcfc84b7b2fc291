//! Links that name a reference: `[[strategy/II.2]]`, `[[strategy/II.2|the second principle]]`.
//!
//! They are read from the text here, since the parser would take `[[RFC 20]](https://…)` for one too.

use std::ops::Range;

/// A stretch of a text.
#[derive(Debug, PartialEq, Eq)]
pub enum Stretch<'t> {
    /// Words at these bytes.
    Words(Range<usize>),
    /// A link at these bytes.
    Link {
        range: Range<usize>,
        /// What it names.
        reference: &'t str,
        /// Where its words stand.
        words: Range<usize>,
    },
}

/// The stretches of a text, in order.
pub fn stretches(text: &str) -> Vec<Stretch<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(opens) = text[at..].find("[[").map(|opens| at + opens)
        && let Some(closes) = text[opens..].find("]]").map(|closes| opens + closes)
    {
        // Of more brackets than two the last two open the link.
        let inside = text[..closes].rfind("[[").map_or(opens, |last| last) + 2;
        let (start, end) = (inside - 2, closes + 2);
        let whole = &text[inside..closes];
        let (reference, label) = whole.split_once('|').unwrap_or((whole, whole));
        if at < start {
            found.push(Stretch::Words(at..start));
        }
        found.push(Stretch::Link {
            range: start..end,
            reference: reference.trim(),
            words: closes - label.len()..closes,
        });
        at = end;
    }
    if at < text.len() {
        found.push(Stretch::Words(at..text.len()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Stretch, stretches};

    #[test]
    fn links_are_found_between_words() {
        let text = "see [[a/1]] and [[b/2|the second]]";
        let expected = [
            Stretch::Words(0..4),
            Stretch::Link {
                range: 4..11,
                reference: "a/1",
                words: 6..9,
            },
            Stretch::Words(11..16),
            Stretch::Link {
                range: 16..34,
                reference: "b/2",
                words: 22..32,
            },
        ];
        assert_eq!(stretches(text), expected);
        assert_eq!(stretches("[[open"), [Stretch::Words(0..6)]);
        assert_eq!(stretches(""), []);
    }
}
