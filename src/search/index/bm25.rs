//! BM25: how well words fit an entry, from how often they stand in it and how seldom elsewhere.

use crate::search::ratio::ratio;

/// How soon another occurrence counts for little, and how much the length of an entry matters.
const K1: f32 = 1.2;
const B: f32 = 0.75;

/// How rare it is what so many of all entries have.
pub fn rarity(having: usize, all: usize) -> f32 {
    let (having, all) = (ratio(having, 1), ratio(all, 1));
    (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
}

/// What so many occurrences score in an entry that is so long, against the mean of all.
pub fn score(rarity: f32, occurrences: usize, length: usize, mean: f32) -> f32 {
    let often = ratio(occurrences, 1);
    let relative = ratio(length, 1) / mean;
    rarity * often * (K1 + 1.0) / (often + K1 * (1.0 - B + B * relative))
}

#[cfg(test)]
mod tests {
    use super::{rarity, score};

    #[test]
    fn rare_words_in_short_entries_score_most() {
        assert!(rarity(1, 100) > rarity(50, 100) && rarity(100, 100) > 0.0);
        let twice = score(1.0, 2, 10, 10.0);
        assert!(twice > score(1.0, 1, 10, 10.0));
        assert!(twice < 2.0 * score(1.0, 1, 10, 10.0));
        assert!(twice > score(1.0, 2, 20, 10.0));
    }
}
