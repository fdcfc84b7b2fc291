//! What words of one family have in common: "military" and "militarization".

use crate::analysis::WordLists;

/// The fewest letters that a family has in common.
const SHORTEST: usize = 5;

/// Endings that make a word of another, the longer first.
const ENDINGS: [&str; 59] = [
    "ization", "isation", "ations", "ically", "ation", "ative", "ating", "ition", "itive", "ments",
    "ances", "ences", "ities", "ional", "ively", "istic", "izing", "izes", "ized", "ance", "ence",
    "ment", "ness", "ship", "ical", "ists", "ates", "ated", "ants", "ents", "able", "ible", "less",
    "ies", "ity", "ize", "ism", "ist", "ate", "ant", "ent", "ion", "ive", "ful", "ous", "ing",
    "ors", "ers", "al", "ic", "or", "er", "ed", "ly", "es", "y", "e", "s", "o",
];

/// The letters that all words of a family begin with; `None` for a word that has no family.
#[must_use]
pub fn family<'a>(folded: &'a str, lists: &WordLists) -> Option<&'a str> {
    let is_plain = folded.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_plain || folded.len() < SHORTEST || lists.unrelated.contains(folded) {
        return None;
    }
    let mut root = folded;
    while let Some(shorter) = without_ending(root) {
        root = shorter;
    }
    Some(root)
}

fn without_ending(word: &str) -> Option<&str> {
    let mut shorter = ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending));
    shorter.find(|rest| rest.len() >= SHORTEST)
}

#[cfg(test)]
mod tests {
    use super::family;
    use crate::analysis::WordLists;

    #[test]
    fn words_of_one_family_share_their_root() {
        let unrelated = [
            "internal",
            "international",
            "communication",
            "police",
            "policy",
        ];
        let lists = WordLists {
            unrelated: unrelated.map(str::to_owned).into(),
            ..WordLists::default()
        };
        let family = |word| family(word, &lists);
        for [one, other] in [
            ["military", "militarization"],
            ["govern", "governance"],
            ["government", "governance"],
            ["secure", "security"],
            ["extreme", "extremism"],
            ["institution", "institutional"],
        ] {
            assert_eq!(family(one), family(other), "{one}, {other}");
        }
        for [one, other] in [
            ["internal", "international"],
            ["community", "communication"],
            ["police", "policy"],
            ["secure", "sector"],
        ] {
            assert!(
                family(one).is_none() || family(one) != family(other),
                "{one}, {other}"
            );
        }
    }
}
