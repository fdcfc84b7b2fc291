//! Where in a passage concepts stand.

use std::collections::HashMap;
use std::ops::Range;

use crate::search::concepts::{Concept, Words};
use crate::search::words::Vocabulary;

/// A concept that stands in a passage.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Which concept, by its place among those looked for.
    pub concept: usize,
    /// The words of the passage, by their places.
    pub words: Range<usize>,
    /// How much it counts: the weight of its wording, less where the form is another.
    pub weight: f32,
}

/// How much another form of a word counts beside the form that was typed.
const OTHER_FORM: f32 = 0.85;

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
                if let Some((length, form)) = self.stands(words, &passage[place..]) {
                    found.push(Hit {
                        concept,
                        words: place..place + length,
                        weight: weight * form,
                    });
                }
            }
        }
        found
    }

    /// How many words of a passage's beginning a wording covers, and how much the form counts;
    /// `None` where it does not stand there.
    fn stands(&self, words: &Words, passage: &[u32]) -> Option<(usize, f32)> {
        let stem = |word: &u32| self.vocabulary.stem_of(*word);
        match words {
            Words::Form(_, typed) => {
                let as_typed = typed.is_none_or(|typed| typed == passage[0]);
                Some((1, if as_typed { 1.0 } else { OTHER_FORM }))
            }
            Words::Any(any) => any.binary_search(&passage[0]).is_ok().then_some((1, 1.0)),
            Words::Row(row) => {
                let here = passage.get(..row.len())?;
                here.iter()
                    .map(stem)
                    .eq(row.iter().copied())
                    .then_some((row.len(), 1.0))
            }
            Words::Exact(row) => passage.starts_with(row).then_some((row.len(), 1.0)),
        }
    }
}
