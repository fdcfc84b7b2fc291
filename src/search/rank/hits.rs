//! Where in a passage concepts stand.

use std::collections::HashMap;
use std::ops::Range;

use crate::search::concepts::{Concept, Words};
use crate::search::words::{Likeness, Vocabulary};

/// A concept that stands in a passage.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Which concept, by its place among those looked for.
    pub concept: usize,
    /// The words of the passage, by their places.
    pub words: Range<usize>,
    /// How much it counts: the weight of its wording, less where the form is another.
    pub weight: f32,
    /// Whether what stands there has marks that were not typed, or lacks those that were.
    pub other_marks: bool,
}

/// Finds all concepts of a query at once, in one pass over a passage.
pub struct HitFinder<'a> {
    vocabulary: &'a Vocabulary,
    /// The wordings that begin with a stem.
    by_first: HashMap<u32, Vec<(usize, &'a Words, f32)>>,
}

impl<'a> HitFinder<'a> {
    /// A finder of these concepts.
    #[must_use]
    pub fn new(concepts: &'a [Concept], vocabulary: &'a Vocabulary) -> Self {
        let mut by_first: HashMap<u32, Vec<_>> = HashMap::new();
        for (at, concept) in concepts.iter().enumerate() {
            for wording in &concept.wordings {
                for row in wording.words.rows(vocabulary) {
                    let found = (at, &wording.words, wording.weight);
                    by_first.entry(row[0]).or_default().push(found);
                }
            }
        }
        Self {
            vocabulary,
            by_first,
        }
    }

    /// The hits in a passage, in order.
    #[must_use]
    pub fn find(&self, passage: &[u32]) -> Vec<Hit> {
        let mut found = Vec::new();
        for (place, &word) in passage.iter().enumerate() {
            let Some(candidates) = self.by_first.get(&self.vocabulary.stem_of(word)) else {
                continue;
            };
            for &(concept, words, weight) in candidates {
                if let Some((length, likeness)) = self.stands(words, &passage[place..]) {
                    found.push(Hit {
                        concept,
                        words: place..place + length,
                        weight: weight * likeness.weight,
                        other_marks: likeness.other_marks,
                    });
                }
            }
        }
        found
    }

    /// How many words of a passage's beginning a wording covers, and how they answer to it; `None`
    /// where it does not stand there.
    fn stands(&self, words: &Words, passage: &[u32]) -> Option<(usize, Likeness)> {
        let stem = |word: &u32| self.vocabulary.stem_of(*word);
        match words {
            Words::Form(_, typed) => {
                let form = |typed| self.vocabulary.form(typed, passage[0]);
                Some((1, typed.map_or(Likeness::SAME, form)))
            }
            Words::Any(any) => {
                let is_one = any.binary_search(&passage[0]).is_ok();
                is_one.then_some((1, Likeness::SAME))
            }
            Words::Row(row) => {
                let here = passage.get(..row.len())?;
                here.iter()
                    .map(stem)
                    .eq(row.iter().copied())
                    .then_some((row.len(), Likeness::SAME))
            }
            Words::Exact(row) => {
                let here = passage.get(..row.len())?.iter();
                let mut all = Likeness::SAME;
                for (&word, &spelling) in here.zip(row) {
                    let likeness = self.vocabulary.spelled(spelling, word)?;
                    all.weight = all.weight.min(likeness.weight);
                    all.other_marks |= likeness.other_marks;
                }
                Some((row.len(), all))
            }
        }
    }
}
