//! The wordings that will do for a concept.

use crate::search::words::{Spelling, Vocabulary};

/// A wording that will do for a concept.
#[derive(Debug, Clone, PartialEq)]
pub struct Wording {
    /// What has to stand in a text.
    pub words: Words,
    /// How much it counts, 1 for what was typed.
    pub weight: f32,
}

/// Words and stems that are looked for, by their numbers in the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// Any form of a word, by its stem; and the word as typed, which counts more.
    Form(u32, Option<u32>),
    /// Any of these words, in order of their numbers.
    Any(Vec<u32>),
    /// Any forms in a row, by their stems.
    Row(Vec<u32>),
    /// These words in a row, as they are but for their marks.
    Exact(Vec<Spelling>),
}

impl Wording {
    /// A wording that counts as much as what was typed.
    pub fn full(words: Words) -> Self {
        Self { words, weight: 1.0 }
    }
}

impl Words {
    /// Stems in a row, or one alone.
    pub fn of_stems(mut stems: Vec<u32>) -> Self {
        match stems.len() {
            1 => Self::Form(stems.remove(0), None),
            _ => Self::Row(stems),
        }
    }

    /// A name: its one word in any form, or all its words as they stand.
    pub fn of_name(words: &[u32], stems: &[u32], vocabulary: &Vocabulary) -> Self {
        match stems {
            &[stem] => Self::Form(stem, None),
            _ => Self::Exact(
                words
                    .iter()
                    .map(|&word| vocabulary.spelling_of(word))
                    .collect(),
            ),
        }
    }

    /// Whether both find the same.
    pub fn finds_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Form(a, _), Self::Form(b, _)) => a == b,
            _ => self == other,
        }
    }

    /// The stems that have to stand in a row where it stands; of several rows any.
    #[must_use]
    pub fn rows(&self, vocabulary: &Vocabulary) -> Vec<Vec<u32>> {
        let stem = |word: &u32| vocabulary.stem_of(*word);
        match self {
            Self::Form(stem, _) => vec![vec![*stem]],
            Self::Any(words) => {
                let mut stems: Vec<u32> = words.iter().map(stem).collect();
                stems.sort_unstable();
                stems.dedup();
                stems.into_iter().map(|stem| vec![stem]).collect()
            }
            Self::Row(stems) => vec![stems.clone()],
            Self::Exact(words) => {
                let stems = words.iter().map(|&word| vocabulary.stem_of_spelling(word));
                vec![stems.collect()]
            }
        }
    }
}
