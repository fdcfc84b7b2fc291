//! What the hits of a passage are worth: its concepts, and how near they stand to each other.

use super::hits::Hit;
use crate::search::concepts::Concept;
use crate::search::index::Zone;
use crate::search::ratio::ratio;

/// How much nearness counts beside the words themselves.
const NEARNESS: f32 = 2.5;

/// What the hits of a passage are worth, by concepts of these weights.
pub fn worth(hits: &[Hit], concepts: &[Concept], weights: &[f32]) -> f32 {
    let mut worth = 0.0;
    let mut before: Option<(usize, &Concept)> = None;
    for (at, (concept, weight)) in concepts.iter().zip(weights).enumerate() {
        let own = || hits.iter().filter(move |hit| hit.concept == at);
        let Some(strongest) = own().map(|hit| hit.weight).max_by(f32::total_cmp) else {
            continue;
        };
        let often = ratio(own().count(), 1).ln_1p() * 0.3;
        worth += weight * (strongest + often);
        if let Some((previous, earlier)) = before {
            let expected = concept.position - earlier.position;
            let nearness = hits
                .iter()
                .filter(|hit| hit.concept == previous)
                .flat_map(|one| own().map(move |other| nearness(one, other, expected)))
                .fold(0.0, f32::max);
            worth += NEARNESS * nearness * (weights[previous] + weight) / 2.0;
        }
        before = Some((at, concept));
    }
    worth
}

/// How much the best passage counts in a zone. What is in a label is in its paragraph too.
pub fn share(zone: Zone) -> f32 {
    match zone {
        Zone::Heading => 0.9,
        Zone::Label => 0.0,
        Zone::Text => 1.0,
        Zone::Note => 0.3,
    }
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
