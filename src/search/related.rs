//! Wordings that are related to those of a query, with how often they stand in the texts.

use super::answer::RelatedWording;
use super::concepts::{Concept, Concepts, Wording};
use super::indexes::Indexes;
use super::rank::Ranking;

/// How many are offered.
const MOST: usize = 6;

/// The related wordings that stand in the texts, the most frequent first.
pub fn related(indexes: &Indexes, concepts: &Concepts) -> Vec<RelatedWording> {
    let wordings = concepts.related.iter().map(|one| {
        let is_phrase = one.text.contains(char::is_whitespace);
        RelatedWording {
            text: one.text.clone(),
            query: if is_phrase {
                format!("\"{}\"", one.text)
            } else {
                one.text.clone()
            },
            count: count(indexes, Wording::full(one.words.clone())),
        }
    });
    let mut found: Vec<RelatedWording> = wordings.filter(|one| one.count > 0).collect();
    found.sort_by_key(|one| std::cmp::Reverse(one.count));
    found.truncate(MOST);
    found
}

/// How many passages have a wording; a heading that alone has it counts as one.
fn count(indexes: &Indexes, wording: Wording) -> usize {
    let concepts = Concepts {
        wanted: vec![Concept {
            typed: String::new(),
            position: 0,
            required: false,
            wordings: vec![wording],
        }],
        ..Concepts::default()
    };
    let (ranking, found) = Ranking::of(&indexes.texts, &concepts, &indexes.vocabulary);
    let counts = found
        .iter()
        .map(|one| ranking.fitting(one.entry).len().max(1));
    counts.sum()
}
