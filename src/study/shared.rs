//! Shared wording: the longest runs of words that two stretches of text have in common.

use std::collections::BTreeSet;
use std::ops::Range;

use super::corpus::Corpus;
use super::ngrams::{Ngrams, SHORTEST};
use crate::library::{SectionId, TextSpan};

/// A run of words that stands in two places and can be extended in neither direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedRun {
    /// How many words it has.
    pub words: usize,
    /// Its words, folded.
    pub folded: String,
    /// Where it stands in the first of the two sections that were asked for.
    pub first: TextSpan,
    /// Where it stands in the second.
    pub second: TextSpan,
}

/// How much wording two stretches of text share.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SharedTotal {
    /// The number of different runs.
    pub runs: usize,
    /// The number of pairs of places.
    pub pairs: usize,
    /// The words of the longest run.
    pub longest: usize,
}

/// The shared wording of all texts. Runs are found when they are asked for, from an index.
#[derive(Debug, Clone, Default)]
pub struct Shared {
    ngrams: Ngrams,
}

impl Shared {
    /// Indexes a corpus.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        Self {
            ngrams: Ngrams::of(corpus),
        }
    }

    /// The runs that two sections share, in the order of the first; their children are left out.
    ///
    /// The cost grows with the words of the first section and the runs that are found, not with the
    /// library.
    #[must_use]
    pub fn between(&self, corpus: &Corpus, a: SectionId, b: SectionId) -> Vec<SharedRun> {
        self.within(corpus, corpus.section(a), &corpus.section(b))
    }

    /// What some runs come to.
    #[must_use]
    pub fn total(runs: &[SharedRun]) -> SharedTotal {
        let different: BTreeSet<&str> = runs.iter().map(|run| run.folded.as_str()).collect();
        SharedTotal {
            runs: different.len(),
            pairs: runs.len(),
            longest: runs.iter().map(|run| run.words).max().unwrap_or_default(),
        }
    }

    fn within(&self, corpus: &Corpus, a: Range<usize>, b: &Range<usize>) -> Vec<SharedRun> {
        let same = a == *b;
        let mut found = Vec::new();
        for first in a {
            for &second in self.ngrams.places_in(first, b) {
                let second = second as usize;
                // In one stretch every pair of places is met twice, and every place meets itself.
                if same && second <= first {
                    continue;
                }
                if let Some(words) = maximal(corpus, first, second) {
                    found.push(run(corpus, first, second, words));
                }
            }
        }
        found
    }
}

/// The length of the run that begins at two places, if it can be extended to the left at neither
/// and holds a word of content.
fn maximal(corpus: &Corpus, first: usize, second: usize) -> Option<usize> {
    let (a, b) = (&corpus.unit_at(first).words, &corpus.unit_at(second).words);
    let starts = first == a.start
        || second == b.start
        || corpus.word_at(first - 1) != corpus.word_at(second - 1);
    if !starts {
        return None;
    }
    let most = (a.end - first).min(b.end - second);
    let words = (0..most)
        .take_while(|step| corpus.word_at(first + step) == corpus.word_at(second + step))
        .count();
    let run = first..first + words;
    (is_long(corpus, run.clone()) && has_content(corpus, run)).then_some(words)
}

/// Whether a run is as long as the shortest that counts. A sign of a script that does not part its
/// words is about half a word.
fn is_long(corpus: &Corpus, run: Range<usize>) -> bool {
    let halves = run.map(|place| if corpus.is_sign_at(place) { 1 } else { 2 });
    halves.sum::<usize>() >= 2 * SHORTEST
}

fn has_content(corpus: &Corpus, mut run: Range<usize>) -> bool {
    run.any(|place| corpus.is_content_at(place))
}

fn run(corpus: &Corpus, first: usize, second: usize, words: usize) -> SharedRun {
    SharedRun {
        words,
        folded: corpus.folded(first..first + words),
        first: span(corpus, first..first + words),
        second: span(corpus, second..second + words),
    }
}

fn span(corpus: &Corpus, run: Range<usize>) -> TextSpan {
    TextSpan {
        part: corpus.unit_at(run.start).part,
        range: corpus.bytes(&run),
    }
}
