//! The words of a text or query as search compares them.

use super::folding::folded;
use super::signs::{is_apostrophe, is_hyphen};
use super::words::{Word, words};

/// The words of a text, taken further apart: a hyphen separates, so that "zero sum" finds
/// "zero-sum", and "China's" is "China".
#[must_use]
pub fn parts(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    for word in words(text) {
        let letters = &text[word.range.clone()];
        if letters.contains(|sign| is_hyphen(sign) || is_apostrophe(sign)) {
            split(letters, word.range.start, &mut found);
        } else {
            found.push(word);
        }
    }
    found
}

fn split(word: &str, start: usize, found: &mut Vec<Word>) {
    let mut next = start;
    for part in word.split_inclusive(is_hyphen) {
        let at = next;
        next += part.len();
        let name = possessor(part.trim_end_matches(is_hyphen));
        if name.is_empty() {
            continue;
        }
        let letters = name.chars().filter(|sign| !is_apostrophe(*sign));
        found.push(Word {
            folded: folded(&letters.collect::<String>()).into_owned(),
            range: at..at + name.len(),
        });
    }
}

/// A name without the `'s` that says that something is its own.
fn possessor(name: &str) -> &str {
    let rest = name.strip_suffix(['s', 'S']);
    let rest = rest.and_then(|rest| rest.strip_suffix(is_apostrophe));
    rest.unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn what_separates_and_what_does_not() {
        let cases = [
            ("China’s “zero-sum” Game.", "china zero sum game"),
            ("attacks—ranging from 1,000", "attacks ranging from 1,000"),
            ("Fang Binxing¹ and Du² [1,2]", "fang binxing and du"),
            ("countries' rights, don't", "countries rights dont"),
            ("2.2.1 Respect", "2.2.1 respect"),
            ("Rendez-vous à l’Élysée", "rendez vous à l élysée"),
            ("网络主权", "网 络 主 权"),
            ("-a- ’s", "a s"),
        ];
        for (text, expected) in cases {
            let words = parts(text);
            for word in &words {
                assert!(text.get(word.range.clone()).is_some(), "{text}");
            }
            let folded: Vec<String> = words.into_iter().map(|word| word.folded).collect();
            assert_eq!(folded.join(" "), expected);
        }
    }
}
