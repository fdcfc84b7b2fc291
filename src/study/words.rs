//! The tokenizer that all of the study shares: from text to words with their places.

use std::ops::Range;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its letters in lower case, without apostrophes, hyphens as `-`.
    pub folded: String,
    /// The bytes of the text that hold it.
    pub range: Range<usize>,
}

/// The words of a text in order.
///
/// A word is a run of letters and digits. A hyphen or an apostrophe between two of them belongs to
/// the word; so does a full stop or comma between two digits. All other punctuation separates, the
/// em dash included. Web addresses and bracketed citation numbers are not words.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        let rest = &text[at..];
        if let Some(length) = address(rest).or_else(|| citation(rest)) {
            at += length;
        } else if sign.is_alphanumeric() {
            let word = word(rest, at);
            at = word.range.end;
            found.push(word);
        } else {
            at += sign.len_utf8();
        }
    }
    found
}

/// The word that a text begins with.
fn word(text: &str, at: usize) -> Word {
    let mut folded = String::new();
    let mut end = 0;
    let mut before = ' ';
    let mut signs = text.char_indices().peekable();
    while let Some((here, sign)) = signs.next() {
        let after = signs.peek().map_or(' ', |(_, next)| *next);
        if sign.is_alphanumeric() {
            folded.extend(sign.to_lowercase());
        } else if !joins(before, sign, after) {
            break;
        } else if matches!(sign, '-' | '‐' | '‑') {
            folded.push('-');
        } else if matches!(sign, '.' | ',') {
            folded.push(sign);
        }
        before = sign;
        end = here + sign.len_utf8();
    }
    Word {
        folded,
        range: at..at + end,
    }
}

/// Whether a sign that is no letter holds its neighbours together.
fn joins(before: char, sign: char, after: char) -> bool {
    match sign {
        '-' | '‐' | '‑' | '\'' | '’' => before.is_alphanumeric() && after.is_alphanumeric(),
        '.' | ',' => before.is_ascii_digit() && after.is_ascii_digit(),
        _ => false,
    }
}

/// The length of the web address that a text begins with.
fn address(text: &str) -> Option<usize> {
    let start = text.as_bytes().get(..8)?;
    let known = start.starts_with(b"https://") || start.starts_with(b"http://");
    known.then(|| {
        text.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'))
            .unwrap_or(text.len())
    })
}

/// The length of the citation that a text begins with: `[1]`, `[1,2]`, `[3–5]`.
fn citation(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('[')?;
    let (inside, _) = inside.split_once(']')?;
    let number = |part: &str| {
        let digits = part.trim();
        (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let cites = inside.len() < 40 && inside.split([',', '–', '-', ';']).all(number);
    cites.then_some(inside.len() + 2)
}

#[cfg(test)]
mod tests {
    use super::words;

    fn folded(text: &str) -> String {
        let words = words(text);
        for word in &words {
            assert!(text.get(word.range.clone()).is_some());
        }
        let folded: Vec<String> = words.into_iter().map(|word| word.folded).collect();
        folded.join(" ")
    }

    #[test]
    fn what_is_a_word() {
        let cases = [
            ("China’s “zero-sum” Game.", "chinas zero-sum game"),
            (
                "attacks—ranging from 1,000 to 2.5",
                "attacks ranging from 1,000 to 2.5",
            ),
            (
                "strategy [1,2], see <https://a.b/c-d>. Now",
                "strategy see now",
            ),
            (
                "[EB/OL]. (2015-08-03) [2016-09-30]",
                "eb ol 2015-08-03 2016-09-30",
            ),
            ("countries' rights - H.E. Xi", "countries rights h e xi"),
            ("2.2.1 Respect", "2.2.1 respect"),
            ("Äpfel (und) ñ", "äpfel und ñ"),
            ("[", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(folded(text), expected, "{text}");
        }
    }
}
