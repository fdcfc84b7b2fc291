//! The entries that have a concept.

use super::hits::HitFinder;
use crate::library::Id;
use crate::search::concepts::{Concept, Wording, Words};
use crate::search::index::{EntryIndex, SoughtStems};
use crate::search::ratio::ratio;
use crate::search::words::Vocabulary;

/// The entries that have a concept, each with its score by BM25.
pub fn candidates<I: Id>(
    index: &EntryIndex<I>,
    concept: &Concept,
    vocabulary: &Vocabulary,
) -> Vec<(I, f32)> {
    let wordings = concept.wordings.iter();
    let sought: Vec<SoughtStems> = wordings
        .flat_map(|wording| sought_stems(wording, vocabulary))
        .collect();
    if sought.is_empty() {
        return Vec::new();
    }
    let mut found = index.find(&sought);
    let is_exact = |words: &Words| matches!(words, Words::Exact(_) | Words::Any(_));
    if concept.wordings.iter().any(|one| is_exact(&one.words)) {
        // The index knows stems only.
        let finder = HitFinder::new(std::slice::from_ref(concept), vocabulary);
        found.retain(|&(entry, _)| {
            let mut passages = index.passages(entry).iter();
            passages.any(|passage| !finder.find(index.words(passage)).is_empty())
        });
    }
    found
}

fn sought_stems(wording: &Wording, vocabulary: &Vocabulary) -> Vec<SoughtStems> {
    let rows = wording.words.rows(vocabulary).into_iter();
    rows.map(|row| SoughtStems {
        weight: match wording.words {
            // The index scores a row by all of its words, but here it stands for one concept.
            Words::Row(_) => wording.weight / ratio(row.len(), 1),
            _ => wording.weight,
        },
        stems: row,
    })
    .collect()
}
