//! A section that is found, with the passage that fits best.

use std::ops::Range;

use super::answer::{FoundPassage, SearchResult};
use super::index::{IndexedPassage, Source, TextSource};
use super::indexes::Indexes;
use super::rank::{Ranked, Ranking};
use crate::analysis::parts;
use crate::library::{Library, Part, Place, SectionId};

/// How many passages of a section are shown at once; where only one more fits, it is shown too.
const BEST: usize = 3;

/// How many are shown at all.
const MOST: usize = 60;

/// A section as a result; `place` is what the query names of it, if it does.
pub fn search_result(
    indexes: &Indexes,
    library: &Library,
    ranking: &Ranking<'_, SectionId>,
    mut one: Ranked<SectionId>,
    place: Option<Place>,
) -> SearchResult {
    let passages = indexes.texts.passages(one.entry);
    let of_part = |part| {
        let source = Source::Text(TextSource::Part(part));
        passages.iter().position(|passage| passage.source == source)
    };
    match place {
        Some(place) => one.passage = of_part(library.part_of(place)).unwrap_or(one.passage),
        None => ranking.find_passage(&mut one),
    }
    let heading = Part::Heading(one.entry);
    let passage = &passages[one.passage];
    let in_passage = |passage: &IndexedPassage| match passage.source {
        Source::Text(source) => hits(&source.prose(library).text, passage, ranking),
        Source::Page(_) | Source::Unlocated => Vec::new(),
    };
    SearchResult {
        section: one.entry,
        score: one.score,
        source: match passage.source {
            Source::Text(source) => source,
            // Only its number, say, was named: its heading stands for it.
            Source::Page(_) | Source::Unlocated => TextSource::Part(heading),
        },
        hits: in_passage(passage),
        passages: fitting_passages(library, ranking, one.entry),
        in_heading: of_part(heading).map_or_else(Vec::new, |at| in_passage(&passages[at])),
        missing: match place {
            Some(_) => Vec::new(),
            None => ranking.missing(one.has),
        },
    }
}

/// The passages of a section that fit, in reading order.
fn fitting_passages(
    library: &Library,
    ranking: &Ranking<'_, SectionId>,
    section: SectionId,
) -> Vec<FoundPassage> {
    let fitting = ranking.fitting(section);
    let mut order: Vec<usize> = (0..fitting.len()).collect();
    order.sort_by(|&a, &b| fitting[b].1.total_cmp(&fitting[a].1));
    let shown = if fitting.len() == BEST + 1 {
        BEST + 1
    } else {
        BEST
    };
    let best = &order[..shown.min(order.len())];
    let passages = fitting.iter().enumerate();
    passages
        .filter_map(|(at, (passage, _))| match passage.source {
            Source::Text(source) => Some(FoundPassage {
                source,
                hits: hits(&source.prose(library).text, passage, ranking),
                is_best: best.contains(&at),
            }),
            Source::Page(_) | Source::Unlocated => None,
        })
        .take(MOST)
        .collect()
}

/// The bytes of a passage's text where concepts stand, in order; hits that touch are one.
fn hits(
    text: &str,
    passage: &IndexedPassage,
    ranking: &Ranking<'_, SectionId>,
) -> Vec<Range<usize>> {
    let words = parts(text);
    let mut ranges: Vec<Range<usize>> = ranking
        .hits(passage)
        .into_iter()
        .filter_map(|hit| {
            let (first, last) = (words.get(hit.words.start)?, words.get(hit.words.end - 1)?);
            Some(first.range.start..last.range.end)
        })
        .collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}
