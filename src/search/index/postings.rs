//! Where each stem stands.

use crate::search::words::{Vocabulary, narrow};

/// The places of every stem in a row of words, in order.
#[derive(Debug, Clone, Default)]
pub struct Postings {
    /// For each stem the end of its places; they begin where those of the stem before it end.
    ends: Vec<u32>,
    places: Vec<u32>,
}

impl Postings {
    /// Those of the words of a vocabulary, in a row.
    pub fn of(words: &[u32], vocabulary: &Vocabulary) -> Self {
        let mut counts = vec![0_u32; vocabulary.stem_count()];
        for &word in words {
            counts[vocabulary.stem_of(word) as usize] += 1;
        }
        let mut next = 0;
        let mut ends = counts;
        for end in &mut ends {
            // Where the places of the stem begin, and in the end where they end.
            let count = std::mem::replace(end, next);
            next += count;
        }
        let mut places = vec![0; words.len()];
        for (place, &word) in words.iter().enumerate() {
            let end = &mut ends[vocabulary.stem_of(word) as usize];
            places[*end as usize] = narrow(place);
            *end += 1;
        }
        Self { ends, places }
    }

    /// The places of a stem.
    #[must_use]
    pub fn places(&self, stem: u32) -> &[u32] {
        let stem = stem as usize;
        let start = stem.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.places[start as usize..self.ends[stem] as usize]
    }
}
