//! From an Arabic word to what most of its forms have in common.

/// The article, alone and behind the words that are written together with it.
const BEFORE: [&str; 6] = ["وال", "بال", "كال", "فال", "لل", "ال"];

/// Endings of number, gender and possession, as they are without marks.
const BEHIND: [&str; 9] = ["ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ي"];

/// The fewest letters that are left of a word.
const SHORTEST: usize = 3;

/// An unmarked word without its article and endings. The Snowball stemmer for Arabic takes letters
/// of the root with them; this is the light stemming that retrieval has settled on.
pub fn arabic_stem(unmarked: &str) -> &str {
    let is_enough = |rest: &&str| rest.chars().count() >= SHORTEST;
    let bare = BEFORE
        .iter()
        .find_map(|before| unmarked.strip_prefix(before).filter(is_enough));
    let conjunction = || unmarked.strip_prefix('و').filter(is_enough);
    let mut stem = bare.or_else(conjunction).unwrap_or(unmarked);
    for ending in BEHIND {
        stem = stem.strip_suffix(ending).filter(is_enough).unwrap_or(stem);
    }
    stem
}
