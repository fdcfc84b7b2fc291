//! Which entries a query finds, and in what order.
//!
//! An entry's score is the sum of what its concepts score by BM25, lowered where it has only some
//! of them. The first of the entries are then read: concepts that stand near each other, or in a
//! heading that holds them all, count more.

use super::candidates::candidates;
use super::hits::{Hit, HitFinder};
use super::showing::Showing;
use super::worth::{share, worth};
use crate::library::{Id, IdMap};
use crate::search::concepts::{Concept, Concepts};
use crate::search::index::{EntryIndex, IndexedPassage, Source, Zone, rarity};
use crate::search::query::MOST_WORDS;
use crate::search::ratio::ratio;
use crate::search::words::Vocabulary;

// A bit of `Ranked::has` for each concept.
const _: () = assert!(MOST_WORDS <= 32);

/// How many of the first entries are read.
const READ: usize = 64;

/// How much of what is asked for, by weight, an entry has to have, and how much of what the best
/// entry has.
const LEAST_OF_ALL: f32 = 0.34;
const LEAST_OF_BEST: f32 = 0.5;

/// How much of its weight a concept keeps that no entry has: it may be a mere word of a question.
const UNKNOWN: f32 = 0.35;

/// How much the words of a whole entry count beside those of its best passage.
const WORDS: f32 = 0.5;

/// How much a heading counts that holds every concept that is found anywhere.
const WHOLE_HEADING: f32 = 1.5;

/// How much is left of a score for each concept that an entry has with other marks alone: enough to
/// be found, and too little to stand before one that has it as it was typed.
const OTHER_MARKS: f32 = 0.25;

/// An entry that a query finds.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked<I> {
    /// The entry.
    pub entry: I,
    /// How well it fits.
    pub score: f32,
    /// The concepts that it has, a bit for each.
    pub has: u32,
    /// The passage that fits best, by its place in the entry.
    pub passage: usize,
}

/// A query with what each of its concepts weighs in an index.
pub struct Ranking<'a, I> {
    index: &'a EntryIndex<I>,
    finder: HitFinder<'a>,
    concepts: &'a [Concept],
    /// How rare each concept is.
    weights: Vec<f32>,
    /// Whether no entry has it.
    nowhere: Vec<bool>,
}

/// What the index knows of an entry.
#[derive(Debug, Clone, Copy, Default)]
struct Evidence {
    score: f32,
    /// The concepts that it has, a bit for each.
    has: u32,
    /// Whether it has what must not be there.
    barred: bool,
}

impl<'a, I: Id> Ranking<'a, I> {
    /// Everything in an index that a query finds, in no order yet.
    pub fn of(
        index: &'a EntryIndex<I>,
        concepts: &'a Concepts,
        vocabulary: &'a Vocabulary,
    ) -> (Self, Vec<Ranked<I>>) {
        let wanted = &concepts.wanted;
        let mut evidence = IdMap::filled(index.count(), Evidence::default());
        let (mut weights, mut nowhere) = (Vec::new(), Vec::new());
        for (at, concept) in wanted.iter().enumerate() {
            let found = candidates(index, concept, vocabulary);
            let known = if found.is_empty() { UNKNOWN } else { 1.0 };
            weights.push(known * rarity(found.len(), index.count()));
            nowhere.push(found.is_empty());
            for (entry, score) in found {
                evidence[entry].score += score;
                evidence[entry].has |= 1 << at;
            }
        }
        for concept in &concepts.unwanted {
            for (entry, _) in candidates(index, concept, vocabulary) {
                evidence[entry].barred = true;
            }
        }
        let ranking = Self {
            index,
            finder: HitFinder::new(wanted, vocabulary),
            concepts: wanted,
            weights,
            nowhere,
        };
        let found = ranking.enough(&evidence);
        (ranking, found)
    }

    /// The entries that have enough of what is asked for.
    fn enough(&self, evidence: &IdMap<I, Evidence>) -> Vec<Ranked<I>> {
        let required = self.bits(|_, concept| concept.required);
        let fitting = evidence
            .iter()
            .filter(|(_, known)| !known.barred && known.has & required == required);
        if self.concepts.is_empty() {
            return fitting.map(|(entry, _)| Ranked::unread(entry)).collect();
        }
        let fitting: Vec<(I, &Evidence)> = fitting.filter(|(_, known)| known.has != 0).collect();
        let whole = self.weight(self.bits(|_, _| true));
        let best = fitting
            .iter()
            .map(|(_, known)| self.weight(known.has))
            .fold(0.0, f32::max);
        let least = (LEAST_OF_ALL * whole).max(LEAST_OF_BEST * best);
        fitting
            .into_iter()
            .filter(|(_, known)| self.weight(known.has) >= least)
            .map(|(entry, known)| {
                let share = self.weight(known.has) / whole;
                Ranked {
                    score: WORDS * known.score * share * share,
                    has: known.has,
                    ..Ranked::unread(entry)
                }
            })
            .collect()
    }

    fn bits(&self, holds: impl Fn(usize, &Concept) -> bool) -> u32 {
        let concepts = self.concepts.iter().enumerate();
        let held = concepts.filter(|(at, concept)| holds(*at, concept));
        held.fold(0, |bits, (at, _)| bits | 1 << at)
    }

    /// What the concepts of these bits weigh together.
    fn weight(&self, bits: u32) -> f32 {
        let held = self.weights.iter().enumerate();
        held.filter(|(at, _)| bits & 1 << at != 0)
            .map(|(_, weight)| weight)
            .sum()
    }

    /// Puts entries in order, the best first, and finds the best passage of each that is near the
    /// top.
    pub fn sort(&self, found: &mut [Ranked<I>]) {
        let by_score =
            |a: &Ranked<I>, b: &Ranked<I>| b.score.total_cmp(&a.score).then(a.entry.cmp(&b.entry));
        if found.len() > READ {
            found.select_nth_unstable_by(READ, by_score);
        }
        let (first, rest) = found.split_at_mut(READ.min(found.len()));
        let present = first.iter().fold(0, |bits, one| bits | one.has);
        for one in first.iter_mut() {
            self.read(one, present);
        }
        first.sort_by(by_score);
        rest.sort_by(by_score);
        let floor = first.last().map_or(0.0, |last| last.score);
        for one in rest {
            one.score = one.score.min(floor);
        }
    }

    /// Finds the best passage of an entry, which may be too far down to have been read.
    pub fn find_passage(&self, one: &mut Ranked<I>) {
        let score = one.score;
        self.read(one, 0);
        one.score = score;
    }

    /// The hits in a passage.
    #[must_use]
    pub fn hits(&self, passage: &IndexedPassage) -> Vec<Hit> {
        self.finder.find(self.index.words(passage))
    }

    /// How many hits an entry has, in what a reader is shown of it.
    #[must_use]
    pub fn count(&self, entry: I) -> usize {
        let shown = self.index.passages(entry).iter();
        shown
            .filter(|passage| passage.source != Source::Unlocated)
            .map(|passage| self.hits(passage).len())
            .sum()
    }

    /// The passages of an entry that fit, headings aside, in reading order, each with what it is
    /// worth: those that have as much of what is asked for as an entry has to have of the best.
    #[must_use]
    pub fn fitting(&self, entry: I) -> Vec<(&'a IndexedPassage, f32)> {
        let shown = self.index.passages(entry).iter();
        let shown =
            shown.filter(|one| one.source != Source::Unlocated && one.zone != Zone::Heading);
        let read = shown.filter_map(|passage| {
            let hits = self.hits(passage);
            let has = hits.iter().fold(0_u32, |bits, hit| bits | 1 << hit.concept);
            let worth = worth(&hits, self.concepts, &self.weights);
            (has != 0).then(|| (passage, self.weight(has), worth))
        });
        let read: Vec<(&IndexedPassage, f32, f32)> = read.collect();
        let best = read.iter().map(|(_, has, _)| *has).fold(0.0, f32::max);
        let fitting = read.into_iter();
        fitting
            .filter(|(_, has, _)| *has >= LEAST_OF_BEST * best)
            .map(|(passage, _, worth)| (passage, worth))
            .collect()
    }

    /// What is asked for and not among these, as typed.
    #[must_use]
    pub fn missing(&self, has: u32) -> Vec<String> {
        self.typed(|at| has & 1 << at == 0)
    }

    /// What is asked for and stands nowhere in this index, as typed.
    #[must_use]
    pub fn unknown(&self) -> Vec<String> {
        self.typed(|at| self.nowhere[at])
    }

    fn typed(&self, holds: impl Fn(usize) -> bool) -> Vec<String> {
        let concepts = self.concepts.iter().enumerate();
        let held = concepts.filter(|(at, _)| holds(*at));
        held.map(|(_, concept)| concept.typed.clone()).collect()
    }

    /// Finds the best passage of an entry and adds what it is worth.
    fn read(&self, one: &mut Ranked<I>, present: u32) {
        let mut best: f32 = 0.0;
        let mut best_shown = Showing::Nothing;
        let mut whole_heading: f32 = 0.0;
        let mut as_typed: u32 = 0;
        for (at, passage) in self.index.passages(one.entry).iter().enumerate() {
            let hits = self.hits(passage);
            if hits.is_empty() {
                continue;
            }
            let covered = hits.iter().fold(0_u32, |bits, hit| bits | 1 << hit.concept);
            let typed = hits.iter().filter(|hit| !hit.other_marks);
            as_typed = typed.fold(as_typed, |bits, hit| bits | 1 << hit.concept);
            if passage.zone == Zone::Heading && covered == present {
                // A heading of these words alone is what was meant.
                let words = self.index.words(passage).len();
                let share = ratio(covered.count_ones() as usize, words);
                whole_heading = whole_heading.max(WHOLE_HEADING * (0.5 + share));
            }
            let worth = worth(&hits, self.concepts, &self.weights);
            best = best.max(worth * share(passage.zone));
            let showing = Showing::of(passage, worth);
            if showing > best_shown {
                best_shown = showing;
                one.passage = at;
            }
        }
        one.score += best + whole_heading * self.weight(present);
        for _ in 0..(one.has & !as_typed).count_ones() {
            one.score *= OTHER_MARKS;
        }
    }
}

impl<I> Ranked<I> {
    /// An entry that nothing is known of.
    #[must_use]
    pub fn unread(entry: I) -> Self {
        Self {
            entry,
            score: 0.0,
            has: 0,
            passage: 0,
        }
    }
}
