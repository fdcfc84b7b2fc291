//! The words of a text or query as search compares them.

use std::ops::Range;

use crate::study::words::{Word, words};

/// A word, or one part of a word with hyphens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The letters in lower case, without apostrophes and the possessive `'s`.
    pub folded: String,
    /// The bytes of the text that hold it.
    pub range: Range<usize>,
}

/// The words of a text in order.
///
/// They are the words of the study, taken apart further: a hyphen separates, so that "zero sum"
/// finds "zero-sum"; a raised figure is no part of the name that it stands at; "China's" is
/// "China".
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    for word in words(text) {
        if word.folded.is_ascii() && plain(&text[word.range.clone()]) {
            let Word { folded, range } = word;
            found.push(Token { folded, range });
        } else {
            split(text, word.range, &mut found);
        }
    }
    found
}

/// Whether a word holds nothing that takes it apart.
fn plain(word: &str) -> bool {
    word.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b','))
}

fn split(text: &str, range: Range<usize>, found: &mut Vec<Token>) {
    let mut rest = range.start;
    let word = &text[range];
    for part in word.split(separates) {
        let start = rest;
        rest += part.len();
        rest += text[rest..].chars().next().map_or(0, char::len_utf8);
        let name = part.trim_end_matches(raised);
        let name = possessor(name);
        if name.is_empty() {
            continue;
        }
        let letters = name.chars().filter(|sign| !matches!(sign, '\'' | '’'));
        found.push(Token {
            folded: letters.flat_map(char::to_lowercase).collect(),
            range: start..start + name.len(),
        });
    }
}

fn separates(sign: char) -> bool {
    matches!(sign, '-' | '‐' | '‑')
}

/// Whether a sign is a raised or lowered figure.
fn raised(sign: char) -> bool {
    sign.is_numeric() && !sign.is_ascii_digit() && !sign.is_alphabetic()
}

/// A name without the `'s` that says that something is its own.
fn possessor(name: &str) -> &str {
    ["'s", "’s", "'S", "’S"]
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn what_separates_and_what_does_not() {
        let cases = [
            ("China’s “zero-sum” Game.", "china zero sum game"),
            ("attacks—ranging from 1,000", "attacks ranging from 1,000"),
            ("Fang Binxing¹ and Du² [1,2]", "fang binxing and du"),
            ("countries' rights, don't", "countries rights dont"),
            ("2.2.1 Respect", "2.2.1 respect"),
            ("网络主权", "网络主权"),
            ("-a- ’s", "a s"),
        ];
        for (text, expected) in cases {
            let tokens = tokens(text);
            for token in &tokens {
                assert!(text.get(token.range.clone()).is_some(), "{text}");
            }
            let folded: Vec<String> = tokens.into_iter().map(|token| token.folded).collect();
            assert_eq!(folded.join(" "), expected);
        }
    }
}
