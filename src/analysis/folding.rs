//! The folded form of a word, by which words are compared.

use std::borrow::Cow;

use caseless::Caseless;
use unicode_normalization::UnicodeNormalization;

use super::signs::is_ignorable;

/// Letters as they are compared: compatibility forms (NFKC), so that `ﬁ` is `fi` and `Ａ` is `a`;
/// full case folding, so that `ß` is `ss` and the final sigma is a sigma; without soft hyphens and
/// what has no width. Marks stay.
#[must_use]
pub fn folded(letters: &str) -> Cow<'_, str> {
    if letters.is_ascii() {
        let is_folded = !letters.bytes().any(|byte| byte.is_ascii_uppercase());
        return if is_folded {
            letters.into()
        } else {
            letters.to_ascii_lowercase().into()
        };
    }
    let signs = letters.chars().filter(|&sign| !is_ignorable(sign));
    let cased = signs.nfkc().default_case_fold().nfkc();
    let folded: String = cased.map(in_figures).collect();
    // The Turkish capital, which keeps its dot apart: whoever types a small one has it anyway.
    folded.replace("i\u{307}", "i").into()
}

/// An Arabic figure for one of another script.
fn in_figures(sign: char) -> char {
    let zeros = ['\u{660}', '\u{6f0}', '\u{966}'];
    let value = zeros
        .iter()
        .map(|&zero| u32::from(sign).wrapping_sub(u32::from(zero)))
        .find(|value| *value < 10);
    value
        .and_then(|value| char::from_digit(value, 10))
        .unwrap_or(sign)
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn spellings_of_one_word_fold_alike() {
        for (spellings, expected) in [
            (vec!["Café", "Cafe\u{301}", "CAFÉ"], "café"),
            (vec!["Straße", "STRASSE", "STRAẞE", "strasse"], "strasse"),
            (vec!["ﬁrst", "First", "ＦＩＲＳＴ"], "first"),
            (vec!["οδός", "ΟΔΌΣ", "οδόσ"], "οδόσ"),
            (
                vec!["cyber\u{ad}space", "cyber\u{200b}space", "Cyberspace"],
                "cyberspace",
            ),
            (vec!["İstanbul", "istanbul", "ISTANBUL"], "istanbul"),
            (vec!["مـــادة", "مادة"], "مادة"),
            (vec!["ﻻ", "لا"], "لا"),
            (vec!["١٢", "۱۲", "१२", "12", "１２"], "12"),
            (vec!["한국", "한국"], "한국"),
        ] {
            for spelling in spellings {
                assert_eq!(folded(spelling), expected, "{spelling}");
            }
        }
        assert_ne!(folded("cafe"), folded("café"), "a mark is a letter's own");
    }
}
