//! Words that lose their last vowel before another word: `l’État`, `dell’arte`.

use super::folding::folded;

/// What stands before the apostrophe, in French, Italian and Catalan.
const ELIDED: [&str; 26] = [
    "all", "bell", "c", "coll", "d", "dall", "dell", "j", "jusqu", "l", "lorsqu", "m", "n", "nell",
    "puisqu", "qu", "quell", "quelqu", "quest", "quoiqu", "s", "sant", "sull", "t", "tutt", "un",
];

/// Whether an apostrophe between these letters and this sign parts two words. Before a consonant it
/// does not: `l’` has lost a vowel before one.
pub fn parts_words(before: &str, after: char) -> bool {
    // Most letters before an apostrophe are an English word, and longer.
    before.len() <= 8 && begins_with_vowel(after) && {
        let before = folded(before);
        ELIDED.binary_search(&&*before).is_ok()
    }
}

fn begins_with_vowel(sign: char) -> bool {
    let plain = sign.to_string();
    let folded = folded(&plain);
    let letter = super::unmarked(&folded).chars().next();
    letter.is_some_and(|letter| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h'))
}

#[cfg(test)]
mod tests {
    use super::{ELIDED, parts_words};

    #[test]
    fn an_article_is_no_part_of_its_noun() {
        assert!(ELIDED.is_sorted());
        for (before, after) in [
            ("l", 'É'),
            ("L", 'h'),
            ("qu", 'i'),
            ("dell", 'a'),
            ("d", 'œ'),
        ] {
            assert!(parts_words(before, after), "{before}’{after}");
        }
        for (before, after) in [
            ("China", 's'),
            ("don", 't'),
            ("o", 'c'),
            ("I", 'm'),
            ("t", 's'),
        ] {
            assert!(!parts_words(before, after), "{before}’{after}");
        }
    }
}
