//! The tokenizer: from text to words with their places.

use std::ops::Range;

use super::elision::parts_words;
use super::folding::folded;
use super::signs::{
    is_apostrophe, is_hyphen, is_ignorable, is_letter, is_mark, is_raised, is_unspaced,
};

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its letters folded, without apostrophes, hyphens as `-`.
    pub folded: String,
    /// The bytes of the text that hold it.
    pub range: Range<usize>,
}

/// The words of a text in order.
///
/// A word is a run of letters and digits with their marks. A hyphen or an apostrophe between two of
/// them belongs to the word; so does a full stop or comma between two digits. All other punctuation
/// separates, the em dash included, and so does the apostrophe of an elision (`l’État`). A raised
/// figure at the end is no part of its word. Of a script without spaces each sign is a word. Web
/// addresses and bracketed citation numbers are not words.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        let rest = &text[at..];
        if let Some(length) = address(rest).or_else(|| citation(rest)) {
            at += length;
        } else if is_letter(sign) && !is_raised(sign) {
            let end = at + word_length(rest, sign);
            found.push(Word {
                folded: letters(&text[at..end]),
                range: at..end,
            });
            at = end;
        } else {
            at += sign.len_utf8();
        }
    }
    found
}

/// The bytes of the word that a text begins with, whose first sign is this.
fn word_length(text: &str, first: char) -> usize {
    let mut end = first.len_utf8();
    let mut before = first;
    let mut signs = text[end..].char_indices();
    let start = end;
    while let Some((here, sign)) = signs.next() {
        let here = start + here;
        if is_ignorable(sign) {
            continue;
        }
        if is_mark(sign) {
            end = here + sign.len_utf8();
            continue;
        }
        if is_unspaced(first) || is_unspaced(sign) {
            break;
        }
        let mut following = signs.clone().map(|(_, next)| next);
        let after = following.find(|next| !is_ignorable(*next));
        let joins = match sign {
            _ if is_apostrophe(sign) => {
                let joined = after.filter(|after| is_letter(*after) && is_letter(before));
                joined.is_some_and(|after| !parts_words(&text[..end], after))
            }
            _ if is_hyphen(sign) => is_letter(before) && after.is_some_and(is_letter),
            '.' | ',' | '٫' | '٬' => is_digit(before) && after.is_some_and(is_digit),
            _ => is_letter(sign),
        };
        if !joins {
            break;
        }
        // What only holds its neighbours together ends no word.
        if is_letter(sign) && !is_apostrophe(sign) && !is_raised(sign) {
            end = here + sign.len_utf8();
        }
        before = sign;
    }
    end
}

fn is_digit(sign: char) -> bool {
    sign.is_numeric() && !is_raised(sign)
}

/// The letters of a word as they are compared.
fn letters(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return word.to_ascii_lowercase();
    }
    let signs = word.chars().filter(|sign| !is_apostrophe(*sign));
    let signs: String = signs
        .map(|sign| if is_hyphen(sign) { '-' } else { sign })
        .collect();
    folded(&signs).into_owned()
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
            ("Fang Binxing¹ and Du², H₂O", "fang binxing and du h2o"),
            ("[", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(folded(text), expected, "{text}");
        }
    }

    #[test]
    fn words_of_other_languages() {
        let cases = [
            ("Cafe\u{301} au lait", "café au lait"),
            (
                "cyber\u{ad}space, cyber\u{200b}space",
                "cyberspace cyberspace",
            ),
            ("win\u{ad}-\u{ad}win", "win-win"),
            ("l’État et l'homme, qu’il", "l état et l homme qu il"),
            ("aujourd’hui, L’Œuvre", "aujourdhui l œuvre"),
            ("dell’arte e un’idea", "dell arte e un idea"),
            ("ΟΔΟΣ, οδός", "οδοσ οδόσ"),
            ("网络安全，GB/T 22239", "网 络 安 全 gb t 22239"),
            ("第3条", "第 3 条"),
            ("データ", "デ ー タ"),
            ("ประเทศ", "ป ร ะ เ ท ศ"),
            ("المادة ١٢: الْبَيَانَات", "المادة 12 الْبَيَانَات"),
            ("हिन्दी में", "हिन्दी में"),
            ("п’ять", "пять"),
        ];
        for (text, expected) in cases {
            assert_eq!(folded(text), expected, "{text}");
        }
    }

    #[test]
    fn the_range_of_a_word_holds_its_marks_and_nothing_behind_it() {
        for (text, slice) in [
            ("(cafe\u{301}\u{ad}!)", "cafe\u{301}"),
            ("«soft\u{ad}ly\u{200b}»", "soft\u{ad}ly"),
            ("Du²,", "Du"),
            ("l’eau", "l"),
        ] {
            let first = words(text).into_iter().next();
            assert_eq!(first.map(|word| &text[word.range]), Some(slice));
        }
    }
}
