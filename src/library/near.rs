//! Near matches: what a reader or editor may have meant.

/// How alike two names must be, from 0 to 1, for the one to be offered for the other.
const ALIKE: f64 = 0.72;

/// The candidate most like a name, letter case aside, if any is like it.
#[must_use]
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    ranked(name, candidates, 1).into_iter().next()
}

/// The candidates most like a name, the likest first; of equals, the first in order.
#[must_use]
pub fn ranked<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    most: usize,
) -> Vec<&'a str> {
    let name = name.to_lowercase();
    let mut scored: Vec<(f64, &str)> = candidates
        .into_iter()
        .map(|candidate| (likeness(&name, &candidate.to_lowercase()), candidate))
        .filter(|(score, _)| *score >= ALIKE)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    scored.truncate(most);
    scored.into_iter().map(|(_, candidate)| candidate).collect()
}

/// Edits that bring the one to the other, against the longer of the two; a shared beginning helps.
fn likeness(a: &str, b: &str) -> f64 {
    let edits = strsim::normalized_damerau_levenshtein(a, b);
    edits.max(strsim::jaro_winkler(a, b) - 0.1)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_the_name_meant() {
        let names = ["principle", "goal", "action"];
        assert_eq!(nearest("pinciple", names), Some("principle"));
        assert_eq!(nearest("Goals", names), Some("goal"));
        assert_eq!(nearest("zebra", names), None);
    }
}
