//! Which entries a query finds, and in what order.
//!
//! An entry's score is the sum of what its concepts score by BM25, lowered where it has only some
//! of them. The first of the entries are then read: concepts that stand near each other, or in a
//! heading that holds them all, count more.

use super::concepts::{Concept, Concepts, Words};
use super::entries::{Source, Zone};
use super::hits::{Finder, Hit};
use super::query::MOST_WORDS;
use super::shelf::{Passage, Shelf, Wanted};
use super::vocabulary::Vocabulary;

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

/// How much nearness counts beside the words themselves.
const NEARNESS: f32 = 2.5;

/// How much a heading counts that holds every concept that is found anywhere.
const WHOLE_HEADING: f32 = 1.5;

/// An entry that a query finds.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The entry, by its number.
    pub entry: usize,
    /// How well it fits.
    pub score: f32,
    /// The concepts that it has, a bit for each.
    pub has: u32,
    /// The passage of the entry that fits best.
    pub passage: usize,
}

/// A query with what each of its concepts weighs on a shelf.
pub struct Ranking<'a, P> {
    shelf: &'a Shelf<P>,
    finder: Finder<'a>,
    concepts: &'a [Concept],
    /// How rare each concept is.
    weights: Vec<f32>,
    /// Whether no entry has it.
    nowhere: Vec<bool>,
}

impl<'a, P: Copy> Ranking<'a, P> {
    /// Everything on a shelf that a query finds, in no order yet.
    pub fn of(
        shelf: &'a Shelf<P>,
        concepts: &'a Concepts,
        vocabulary: &'a Vocabulary,
    ) -> (Self, Vec<Ranked>) {
        let wanted = &concepts.wanted;
        let mut scores = vec![0.0; shelf.count()];
        let mut has = vec![0_u32; shelf.count()];
        let (mut weights, mut nowhere) = (Vec::new(), Vec::new());
        for (at, concept) in wanted.iter().enumerate() {
            let found = candidates(shelf, concept, vocabulary);
            let missing = if found.is_empty() { UNKNOWN } else { 1.0 };
            weights.push(missing * rarity(found.len(), shelf.count()));
            nowhere.push(found.is_empty());
            for (entry, score) in found {
                scores[entry] += score;
                has[entry] |= 1 << at;
            }
        }
        let mut barred = vec![false; shelf.count()];
        for concept in &concepts.unwanted {
            for (entry, _) in candidates(shelf, concept, vocabulary) {
                barred[entry] = true;
            }
        }
        let ranking = Self {
            shelf,
            finder: Finder::new(wanted, vocabulary),
            concepts: wanted,
            weights,
            nowhere,
        };
        let found = ranking.enough(&scores, &has, &barred);
        (ranking, found)
    }

    /// The entries that have enough of what is asked for.
    fn enough(&self, scores: &[f32], has: &[u32], barred: &[bool]) -> Vec<Ranked> {
        let required = self.bits(|_, concept| concept.required);
        let all = self.bits(|_, _| true);
        let whole = self.weight(all);
        let open = (0..scores.len()).filter(|&entry| !barred[entry]);
        let fitting = open.filter(|&entry| has[entry] & required == required);
        if self.concepts.is_empty() {
            return fitting.map(Ranked::unread).collect();
        }
        let fitting: Vec<usize> = fitting.filter(|&entry| has[entry] != 0).collect();
        let best = fitting
            .iter()
            .map(|&entry| self.weight(has[entry]))
            .fold(0.0, f32::max);
        let least = (LEAST_OF_ALL * whole).max(LEAST_OF_BEST * best);
        fitting
            .into_iter()
            .filter(|&entry| self.weight(has[entry]) >= least)
            .map(|entry| {
                let share = self.weight(has[entry]) / whole;
                Ranked {
                    score: WORDS * scores[entry] * share * share,
                    has: has[entry],
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
    pub fn sort(&self, found: &mut [Ranked]) {
        let by_score =
            |a: &Ranked, b: &Ranked| b.score.total_cmp(&a.score).then(a.entry.cmp(&b.entry));
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
    pub fn find_passage(&self, one: &mut Ranked) {
        let score = one.score;
        self.read(one, 0);
        one.score = score;
    }

    /// The hits in a passage.
    #[must_use]
    pub fn hits(&self, passage: &Passage) -> Vec<Hit> {
        self.finder.find(self.shelf.words(passage))
    }

    /// How many hits an entry has, in what a reader is shown of it.
    #[must_use]
    pub fn count(&self, entry: usize) -> usize {
        let shown = self.shelf.passages(entry).iter();
        shown
            .filter(|passage| passage.source != Source::Aside)
            .map(|passage| self.hits(passage).len())
            .sum()
    }

    /// What is asked for and not among these, as typed.
    #[must_use]
    pub fn missing(&self, has: u32) -> Vec<String> {
        self.typed(|at| has & 1 << at == 0)
    }

    /// What is asked for and stands nowhere on this shelf, as typed.
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
    fn read(&self, one: &mut Ranked, present: u32) {
        let mut best: f32 = 0.0;
        let mut best_shown = Showing::Nothing;
        let mut whole_heading: f32 = 0.0;
        for (at, passage) in self.shelf.passages(one.entry).iter().enumerate() {
            let hits = self.hits(passage);
            if hits.is_empty() {
                continue;
            }
            let covered = hits.iter().fold(0, |bits, hit| bits | 1 << hit.concept);
            if passage.zone == Zone::Heading && covered == present {
                // A heading of these words alone is what was meant.
                let share = ratio(
                    covered.count_ones() as usize,
                    self.shelf.words(passage).len(),
                );
                whole_heading = whole_heading.max(WHOLE_HEADING * (0.5 + share));
            }
            let worth = self.worth(&hits);
            best = best.max(worth * passage.zone.share());
            let showing = Showing::of(passage, worth);
            if showing > best_shown {
                best_shown = showing;
                one.passage = at;
            }
        }
        one.score += best + whole_heading * self.weight(present);
    }

    /// What the hits of a passage are worth: its concepts, and how near they stand to each other.
    fn worth(&self, hits: &[Hit]) -> f32 {
        let mut worth = 0.0;
        let mut before: Option<(usize, &Concept)> = None;
        for (at, concept) in self.concepts.iter().enumerate() {
            let own = || hits.iter().filter(move |hit| hit.concept == at);
            let Some(strongest) = own().map(|hit| hit.weight).max_by(f32::total_cmp) else {
                continue;
            };
            let often = ratio(own().count(), 1).ln_1p() * 0.3;
            worth += self.weights[at] * (strongest + often);
            if let Some((previous, earlier)) = before {
                let expected = concept.at - earlier.at;
                let nearness = hits
                    .iter()
                    .filter(|hit| hit.concept == previous)
                    .flat_map(|one| own().map(move |other| nearness(one, other, expected)))
                    .fold(0.0, f32::max);
                worth += NEARNESS * nearness * (self.weights[previous] + self.weights[at]) / 2.0;
            }
            before = Some((at, concept));
        }
        worth
    }
}

/// Which passage is shown for an entry: running text before a note, and that before a heading,
/// which is shown anyway; of these the one that is worth most.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
enum Showing {
    Nothing,
    Aside(f32),
    Heading(f32),
    Note(f32),
    Text(f32),
}

impl Showing {
    fn of(passage: &Passage, worth: f32) -> Self {
        match (&passage.source, passage.zone) {
            (Source::Aside, _) => Self::Aside(worth),
            (_, Zone::Heading) => Self::Heading(worth),
            (_, Zone::Note) => Self::Note(worth),
            (_, Zone::Label | Zone::Text) => Self::Text(worth),
        }
    }
}

impl Zone {
    /// How much the best passage counts in this zone. What is in a label is in its paragraph too.
    fn share(self) -> f32 {
        match self {
            Self::Heading => 0.9,
            Self::Label => 0.0,
            Self::Text => 1.0,
            Self::Note => 0.3,
        }
    }
}

impl Ranked {
    /// An entry that nothing is known of.
    #[must_use]
    pub fn unread(entry: usize) -> Self {
        Self {
            entry,
            score: 0.0,
            has: 0,
            passage: 0,
        }
    }
}

/// The entries that have a concept, each with its score.
fn candidates<P: Copy>(
    shelf: &Shelf<P>,
    concept: &Concept,
    vocabulary: &Vocabulary,
) -> Vec<(usize, f32)> {
    let wanted: Vec<Wanted<'_>> = concept
        .wordings
        .iter()
        .flat_map(|wording| {
            // The index scores a row by all of its words, but here it stands for one concept.
            let row_counts = matches!(wording.words, Words::Row(_));
            wording
                .words
                .rows(vocabulary)
                .into_iter()
                .map(move |row| Wanted {
                    weight: wording.weight / if row_counts { ratio(row.len(), 1) } else { 1.0 },
                    stems: row
                        .iter()
                        .map(|&stem| vocabulary.stem_letters(stem))
                        .collect(),
                })
        })
        .collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found = shelf.find(&wanted);
    let exact = |words: &Words| matches!(words, Words::Exact(_) | Words::Any(_));
    if concept.wordings.iter().any(|wording| exact(&wording.words)) {
        // The index knows stems only.
        let finder = Finder::new(std::slice::from_ref(concept), vocabulary);
        found.retain(|&(entry, _)| {
            let passages = shelf.passages(entry).iter();
            passages
                .map(|passage| finder.find(shelf.words(passage)))
                .any(|hits| !hits.is_empty())
        });
    }
    found
}

/// What a concept weighs that so many of all entries have: never nothing, and most where none has
/// it.
fn rarity(having: usize, all: usize) -> f32 {
    let (having, all) = (ratio(having, 1), ratio(all, 1));
    (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
}

/// How near two hits stand to where the query has them: 1 for as typed, less with each word more.
fn nearness(one: &Hit, other: &Hit, expected: usize) -> f32 {
    if one.words.start == other.words.start {
        // One wording stands for both.
        return one.weight.min(other.weight);
    }
    let (first, second, turned) = if one.words.start < other.words.start {
        (one, other, 0)
    } else {
        (other, one, 1)
    };
    let apart = (second.words.start + 1).saturating_sub(first.words.end);
    let weight = one.weight.min(other.weight);
    weight / (1.0 + ratio(apart.abs_diff(expected) + turned, 2))
}

/// Texts are far shorter than the numbers that a float holds exactly.
#[allow(clippy::cast_precision_loss)]
fn ratio(count: usize, of: usize) -> f32 {
    count as f32 / of as f32
}
