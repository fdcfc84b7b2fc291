//! Signs in a row, of a script that does not part its words.

use std::ops::Range;

use crate::analysis::{Word, is_unspaced};
use crate::search::query::Atom;
use crate::search::words::Vocabulary;

/// The longest stretch of a run that is looked for as one, where the whole stands nowhere.
const LONGEST: usize = 12;

/// The groups of a query, with each run that is not known cut into the longest stretches that are.
/// `is_known` tells whether a row of stems is in any text, or a name of a term.
pub fn cut_runs(
    groups: &[Vec<Atom>],
    vocabulary: &Vocabulary,
    is_known: &dyn Fn(&[u32]) -> bool,
) -> Vec<Vec<Atom>> {
    let stand = |words: &[Word]| {
        let stems = words.iter().map(|word| vocabulary.stem(&word.folded));
        let stems: Option<Vec<u32>> = stems.collect();
        stems.is_some_and(|stems| is_known(&stems))
    };
    let mut cut = Vec::new();
    for group in groups {
        match group.as_slice() {
            [Atom::Run(words)] if !stand(words) => {
                let found = stretches(words, &stand);
                if found.is_empty() {
                    cut.push(group.clone());
                }
                let stretches = found.into_iter().map(|range| words[range].to_vec());
                cut.extend(stretches.map(|words| vec![Atom::Run(words)]));
            }
            _ => cut.push(group.clone()),
        }
    }
    cut
}

/// The longest stretches of two signs or more that stand, from the first sign on.
fn stretches(words: &[Word], stand: &dyn Fn(&[Word]) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = (words.len() - at).min(LONGEST);
        let mut lengths = (2..=longest).rev();
        match lengths.find(|length| stand(&words[at..at + length])) {
            Some(length) => {
                found.push(at..at + length);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// The stretches of a query that are runs, by the places of their words.
pub fn runs(words: &[&Word]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 0..words.len() {
        match found.last_mut() {
            Some(run) if run.end == at && touch(words[at - 1], words[at]) => run.end = at + 1,
            _ => found.push(at..at + 1),
        }
    }
    found.retain(|run| {
        words[run.clone()]
            .iter()
            .any(|word| word.folded.starts_with(is_unspaced))
    });
    found
}

/// Words of a query as they are shown: with a space between two, but not inside a run.
pub fn joined(words: &[&Word]) -> String {
    let mut joined = String::new();
    for (at, word) in words.iter().enumerate() {
        if at > 0 && !touch(words[at - 1], word) {
            joined.push(' ');
        }
        joined.push_str(&word.folded);
    }
    joined
}

fn touch(one: &Word, other: &Word) -> bool {
    one.range.end == other.range.start
}
