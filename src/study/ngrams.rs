//! An index of all runs of four words, by which shared wording is found.

use std::collections::HashMap;
use std::ops::Range;

use super::corpus::Corpus;

/// The length of the shortest run that is looked for, in words.
pub const SHORTEST: usize = 4;

/// At a place where no run of four begins, or one that stands nowhere else.
const ALONE: u32 = u32::MAX;

/// Where each run of four words stands, for those that stand in more than one place.
///
/// Its size and the time to build it grow with the text: a number for every word and one for every
/// repeated run. No pair of places is stored, since a phrase that stands a thousand times would make
/// half a million of them.
#[derive(Debug, Clone, Default)]
pub struct Ngrams {
    /// For each word of the corpus the run that begins there.
    at: Vec<u32>,
    /// For each run the end of its places; they begin where those of the run before it end.
    ends: Vec<u32>,
    /// The places of all runs, by run and in order.
    places: Vec<u32>,
}

impl Ngrams {
    /// Indexes a corpus.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let mut keyed = keyed(corpus);
        keyed.sort_unstable();
        let mut ngrams = Self {
            at: vec![ALONE; corpus.len()],
            ..Self::default()
        };
        for group in keyed.chunk_by(|a, b| a.0 == b.0) {
            if group.len() < 2 {
                continue;
            }
            let ngram = u32::try_from(ngrams.ends.len()).unwrap_or(ALONE);
            for &(_, place) in group {
                ngrams.at[place as usize] = ngram;
                ngrams.places.push(place);
            }
            ngrams
                .ends
                .push(u32::try_from(ngrams.places.len()).unwrap_or(ALONE));
        }
        ngrams
    }

    /// All places, in order, of the run that begins at a place; none where it stands only there.
    #[must_use]
    pub fn places(&self, place: usize) -> &[u32] {
        let ngram = self.at[place];
        if ngram == ALONE {
            return &[];
        }
        let ngram = ngram as usize;
        let start = ngram.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.places[start as usize..self.ends[ngram] as usize]
    }

    /// The places inside a stretch of the corpus of the run that begins at a place.
    #[must_use]
    pub fn places_in(&self, place: usize, stretch: &Range<usize>) -> &[u32] {
        let all = self.places(place);
        let from = all.partition_point(|&other| (other as usize) < stretch.start);
        let to = all.partition_point(|&other| (other as usize) < stretch.end);
        &all[from.min(to)..to]
    }
}

/// Every run of four inside a unit, as two pairs of words, with its place.
///
/// Pairs are numbered, so a key of 64 bits is exact and two runs with one key are the same words.
fn keyed(corpus: &Corpus) -> Vec<(u64, u32)> {
    let mut numbers: HashMap<u64, u32> = HashMap::new();
    let mut pairs: Vec<u32> = Vec::new();
    let mut keyed = Vec::new();
    for unit in corpus.units() {
        let words = unit.words.clone();
        if words.len() < SHORTEST {
            continue;
        }
        pairs.clear();
        for place in words.start..words.end - 1 {
            let pair = joined(corpus.word_at(place), corpus.word_at(place + 1));
            let next = u32::try_from(numbers.len()).unwrap_or(ALONE);
            pairs.push(*numbers.entry(pair).or_insert(next));
        }
        for (offset, halves) in pairs.windows(SHORTEST - 1).enumerate() {
            let place = u32::try_from(words.start + offset).unwrap_or(ALONE);
            keyed.push((joined(halves[0], halves[2]), place));
        }
    }
    keyed
}

fn joined(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}
