//! The index that finds entries by their words.

use std::collections::BTreeMap;

use super::bm25::{rarity, score};
use super::entry_words::{EntryWords, IndexedPassage};
use super::postings::Postings;
use super::source::Zone;
use crate::library::{Id, IdMap};
use crate::search::ratio::ratio;
use crate::search::words::Vocabulary;

/// How many zones there are.
const ZONES: usize = Zone::ALL.len();

/// Entries of one sort, ranked against each other.
#[derive(Debug)]
pub struct EntryIndex<I> {
    own: EntryWords<I>,
    /// The stem of each word in the row.
    stems: Vec<u32>,
    postings: Postings,
    /// The entry of each passage.
    entry_of: Vec<I>,
    /// How many words each entry has in each zone.
    lengths: IdMap<I, [usize; ZONES]>,
    /// How many an entry has in each zone on average.
    means: [f32; ZONES],
}

/// What is looked for in the index: stems in a row, or one alone.
pub struct SoughtStems {
    /// The stems, by number; at least one.
    pub stems: Vec<u32>,
    /// How much it counts, 1 for what was typed.
    pub weight: f32,
}

/// How often something stands in each zone of the entries that have it.
type Counts<I> = BTreeMap<I, [usize; ZONES]>;

/// How much a hit in each zone counts, in the order of the zones. A label stands in its paragraph
/// as well.
const BOOSTS: [f32; ZONES] = [1.6, 0.8, 1.0, 0.35];

impl<I: Id + Ord> EntryIndex<I> {
    /// Indexes entries, of whose words this is the vocabulary.
    pub fn of(own: EntryWords<I>, vocabulary: &Vocabulary) -> Self {
        let mut lengths = IdMap::filled(own.entries.values().len(), [0; ZONES]);
        let mut entry_of = Vec::new();
        for (entry, passages) in own.entries.iter() {
            for passage in &own.passages[passages.start as usize..passages.end as usize] {
                lengths[entry][passage.zone as usize] += passage.words.len();
                entry_of.push(entry);
            }
        }
        let entries = lengths.values().len().max(1);
        let means = Zone::ALL.map(|zone| {
            let all = lengths.values().iter().map(|own| own[zone as usize]);
            ratio(all.sum(), entries)
        });
        Self {
            postings: Postings::of(&own.words, vocabulary),
            stems: own
                .words
                .iter()
                .map(|&word| vocabulary.stem_of(word))
                .collect(),
            own,
            entry_of,
            lengths,
            means,
        }
    }

    /// How many entries there are.
    pub fn count(&self) -> usize {
        self.own.entries.values().len()
    }

    /// The passages of an entry.
    pub fn passages(&self, entry: I) -> &[IndexedPassage] {
        let passages = &self.own.entries[entry];
        &self.own.passages[passages.start as usize..passages.end as usize]
    }

    /// The words of a passage, by number.
    pub fn words(&self, passage: &IndexedPassage) -> &[u32] {
        &self.own.words[passage.words.start as usize..passage.words.end as usize]
    }

    /// Every entry that has any of what is sought, in order, with its score by BM25: that of the
    /// best.
    pub fn find(&self, sought: &[SoughtStems]) -> Vec<(I, f32)> {
        let mut best: BTreeMap<I, f32> = BTreeMap::new();
        for one in sought {
            for (entry, score) in self.scores(one) {
                let known = best.entry(entry).or_default();
                *known = known.max(score);
            }
        }
        best.into_iter().collect()
    }

    /// Whether any entry has these stems in a row.
    pub fn has(&self, stems: &[u32]) -> bool {
        self.passages_with(stems).next().is_some()
    }

    fn scores(&self, sought: &SoughtStems) -> impl Iterator<Item = (I, f32)> {
        let counts = self.counts(&sought.stems);
        // A row is as rare as its words together.
        let mut rarities = [0.0; ZONES];
        for stem in &sought.stems {
            let rare = match sought.stems.len() {
                1 => self.rarities(&counts),
                _ => self.rarities(&self.counts(&[*stem])),
            };
            for (all, own) in rarities.iter_mut().zip(rare) {
                *all += own;
            }
        }
        let weight = sought.weight;
        counts.into_iter().map(move |(entry, often)| {
            let zones = Zone::ALL.map(|zone| zone as usize);
            let zones = zones.into_iter().filter(|&zone| often[zone] > 0);
            let scores = zones.map(|zone| {
                let length = self.lengths[entry][zone];
                let fits = score(rarities[zone], often[zone], length, self.means[zone]);
                BOOSTS[zone] * weight * fits
            });
            (entry, scores.sum())
        })
    }

    /// How rare something is in each zone.
    fn rarities(&self, counts: &Counts<I>) -> [f32; ZONES] {
        Zone::ALL.map(|zone| {
            let counts = counts.values();
            let having = counts.filter(|often| often[zone as usize] > 0).count();
            rarity(having, self.count())
        })
    }

    fn counts(&self, stems: &[u32]) -> Counts<I> {
        let mut counts: Counts<I> = BTreeMap::new();
        for passage in self.passages_with(stems) {
            let zone = self.own.passages[passage].zone;
            counts.entry(self.entry_of[passage]).or_default()[zone as usize] += 1;
        }
        counts
    }

    /// The passage, by its place among all, of each place where stems stand in a row.
    fn passages_with<'a>(&'a self, stems: &'a [u32]) -> impl Iterator<Item = usize> + 'a {
        let places = |at: &usize| self.postings.places(stems[*at]);
        let rarest = (0..stems.len()).min_by_key(|at| places(at).len());
        let found = rarest.into_iter().flat_map(move |at| {
            let starts = self.postings.places(stems[at]).iter();
            starts.filter_map(move |&place| (place as usize).checked_sub(at))
        });
        let mut passage = 0;
        found.filter_map(move |start| {
            let end = start + stems.len();
            if self.stems.get(start..end)? != stems {
                return None;
            }
            let ends = |one: &IndexedPassage| one.words.end as usize;
            let rest = &self.own.passages[passage..];
            passage += rest.partition_point(|one| ends(one) <= start);
            (end <= ends(&self.own.passages[passage])).then_some(passage)
        })
    }
}
