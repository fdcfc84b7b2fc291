//! Near matches: what a reader or editor may have meant.

/// How alike two names must be, from 0 to 1, for the one to be offered for the other.
const ALIKE: f64 = 0.72;

/// How much less a shared beginning counts than few edits.
const BEGINNING_COUNTS_LESS: f64 = 0.1;

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
///
/// Both measures are costly, so they are only taken where they could come to something: neither is better than
/// the signs that the two names share, in whatever order. Most names are told apart by that alone.
fn likeness(a: &str, b: &str) -> f64 {
    if a == b {
        return 1.0;
    }
    let [length_a, length_b] = [a, b].map(|name| length_of(name.chars().count().max(1)));
    let shared = length_of(shared_signs(a, b));
    let jaro = (shared / length_a + shared / length_b + 1.0) / 3.0;
    // Four signs at the beginning count most, a tenth each of what is missing.
    let winkler = jaro + 0.4 * (1.0 - jaro) - BEGINNING_COUNTS_LESS;
    let mut likeness = 0.0;
    if winkler >= ALIKE {
        likeness = strsim::jaro_winkler(a, b) - BEGINNING_COUNTS_LESS;
    }
    if shared / length_a.max(length_b) >= ALIKE {
        likeness = strsim::normalized_damerau_levenshtein(a, b).max(likeness);
    }
    likeness
}

/// At most how many signs two names share; signs of one remainder count as one.
fn shared_signs(a: &str, b: &str) -> usize {
    const REMAINDERS: usize = 64;
    let mut counts = [0_usize; REMAINDERS];
    let place = |sign: char| sign as usize % REMAINDERS;
    for sign in a.chars() {
        counts[place(sign)] += 1;
    }
    let shared = b.chars().filter(|&sign| {
        let count = &mut counts[place(sign)];
        let is_shared = *count > 0;
        *count -= usize::from(is_shared);
        is_shared
    });
    shared.count()
}

/// A length as a number to divide by; names are short.
fn length_of(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn no_measure_is_better_than_the_shared_signs_let_expect() {
        let names = [
            "",
            "a",
            "ab",
            "ba",
            "goal",
            "goals",
            "strategy/II.2.p3",
            "strategy/principles/sovereignty",
            "sovereignty",
            "sovereignity",
            "stratégie/ii.2.p3",
            "research/2.2.1",
            "concordance/links/differs",
        ];
        for a in names {
            for b in names {
                let edits = strsim::normalized_damerau_levenshtein(a, b);
                let whole = edits.max(strsim::jaro_winkler(a, b) - 0.1);
                if whole >= super::ALIKE {
                    assert!((super::likeness(a, b) - whole).abs() < 1e-9, "{a} {b}");
                } else {
                    assert!(super::likeness(a, b) < super::ALIKE, "{a} {b}");
                }
            }
        }
    }

    #[test]
    fn a_slip_finds_the_name_meant() {
        let names = ["principle", "goal", "action"];
        assert_eq!(nearest("pinciple", names), Some("principle"));
        assert_eq!(nearest("Goals", names), Some("goal"));
        assert_eq!(nearest("zebra", names), None);
    }
}
