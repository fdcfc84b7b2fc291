//! From a query to its answer.

use std::ops::Range;

use super::answer::Answer;
use super::concepts::Concepts;
use super::find_editorial::fill_editorial;
use super::indexes::Indexes;
use super::narrow::Narrowed;
use super::places::{Named, named};
use super::query::{Notice, Query};
use super::rank::{Ranked, Ranking};
use super::related::related;
use super::result::search_result;
use crate::library::{DocumentId, IdMap, Library, Place, SectionId};

/// For how many documents the answer says where in them the hits are.
const SPREAD: usize = 4;

/// In how many sections passages are counted.
const MOST_COUNTED: usize = 200;

/// What a query finds; of the results those in `shown`, counted from 0.
pub fn answer(indexes: &Indexes, library: &Library, typed: &str, shown: &Range<usize>) -> Answer {
    let query = Query::parse(typed);
    let concepts = indexes.concepts(&query, typed);
    let (narrowed_to, unknown_names) = Narrowed::read(&query, &indexes.names);
    let mut answer = Answer {
        per_document: IdMap::filled(library.documents().len(), 0),
        per_kind: IdMap::filled(library.kinds().len(), 0),
        corrected: corrected(typed, &concepts),
        notices: query.notices.iter().cloned().chain(unknown_names).collect(),
        narrowed_to,
        included: concepts.included.clone(),
        related: related(indexes, &concepts),
        ..Answer::default()
    };
    let nothing = concepts.wanted.is_empty();
    if nothing && answer.narrowed_to.is_all() && concepts.unwanted.is_empty() {
        if !typed.trim().is_empty() && answer.notices.is_empty() {
            answer.notices.push(Notice::NothingAsked);
        }
        return answer;
    }
    answer.named = named_places(indexes, library, &query, typed, &answer.narrowed_to);
    if answer.named.is_missing() {
        return answer;
    }
    fill_texts(indexes, library, &concepts, shown, &mut answer);
    if !nothing {
        fill_editorial(indexes, &concepts, &mut answer);
    }
    answer
}

/// What a query names.
pub fn named_by(indexes: &Indexes, library: &Library, typed: &str) -> Named {
    let query = Query::parse(typed);
    let (narrowed_to, _) = Narrowed::read(&query, &indexes.names);
    named_places(indexes, library, &query, typed, &narrowed_to)
}

/// What a query names, if it has no operators but a document.
fn named_places(
    indexes: &Indexes,
    library: &Library,
    query: &Query,
    typed: &str,
    narrowed: &Narrowed,
) -> Named {
    if !query.without.is_empty() || !query.kinds.is_empty() {
        return Named::Nothing;
    }
    let words = typed.split_whitespace();
    let plain: Vec<&str> = words
        .filter(|word| query.documents.is_empty() || !word.to_lowercase().starts_with("doc:"))
        .collect();
    named(
        library,
        &indexes.names,
        &plain.join(" "),
        &narrowed.documents,
    )
}

fn fill_texts(
    indexes: &Indexes,
    library: &Library,
    concepts: &Concepts,
    shown: &Range<usize>,
    answer: &mut Answer,
) {
    let (ranking, mut found) = Ranking::of(&indexes.texts, concepts, &indexes.vocabulary);
    let places = answer.named.places().to_vec();
    let named: Vec<SectionId> = places
        .iter()
        .map(|&place| library.section_of(place))
        .collect();
    for &section in &named {
        if !found.iter().any(|one| one.entry == section) {
            found.push(Ranked::unread(section));
        }
    }
    found.retain(|one| count(library, one.entry, answer));
    ranking.sort(&mut found);
    put_first(&mut found, &named);
    answer.unknown = ranking.unknown();
    answer.spread = spread(library, &found, &ranking);
    answer.passages = passages(&found, &ranking);
    let found = with_places(library, found, &places);
    answer.total = found.len();
    for (one, place) in found.into_iter().skip(shown.start).take(shown.len()) {
        let result = search_result(indexes, library, &ranking, one, place);
        answer.results.push(result);
    }
}

/// The sections that a query finds, first those of the places that it names: one as often as places
/// in it are named.
fn with_places(
    library: &Library,
    mut found: Vec<Ranked<SectionId>>,
    places: &[Place],
) -> Vec<(Ranked<SectionId>, Option<Place>)> {
    let kept: Vec<SectionId> = found.iter().map(|one| one.entry).collect();
    let mut all: Vec<(Ranked<SectionId>, Option<Place>)> = Vec::new();
    for &place in places {
        let section = library.section_of(place);
        let at = found.iter().position(|one| one.entry == section);
        let one = match at {
            Some(at) => found.remove(at),
            None if kept.contains(&section) => Ranked::unread(section),
            None => continue,
        };
        all.push((one, Some(place)));
    }
    all.extend(found.into_iter().map(|one| (one, None)));
    all
}

/// Counts a section that a query finds; tells whether it is among what was asked for.
fn count(library: &Library, section: SectionId, answer: &mut Answer) -> bool {
    let section = &library[section];
    let in_documents = answer.narrowed_to.has_document(section.document);
    let in_kinds = answer.narrowed_to.has_kind(section.kind);
    if in_kinds {
        answer.per_document[section.document] += 1;
    }
    if in_documents {
        answer.per_kind[section.kind] += 1;
    }
    in_documents && in_kinds
}

/// Puts the sections that a query names before those that it only finds.
fn put_first(found: &mut Vec<Ranked<SectionId>>, named: &[SectionId]) {
    for &section in named.iter().rev() {
        if let Some(at) = found.iter().position(|one| one.entry == section) {
            let mut one = found.remove(at);
            let best = found.first().map_or(0.0, |first| first.score);
            one.score = one.score.max(best + 1.0);
            found.insert(0, one);
        }
    }
}

/// How many passages fit in all that is found; a heading that alone fits counts as one.
fn passages(found: &[Ranked<SectionId>], ranking: &Ranking<'_, SectionId>) -> Option<usize> {
    let is_few = found.len() <= MOST_COUNTED;
    is_few.then(|| {
        let counts = found
            .iter()
            .map(|one| ranking.fitting(one.entry).len().max(1));
        counts.sum()
    })
}

/// How often each section of the first few documents is hit, in reading order.
fn spread(
    library: &Library,
    found: &[Ranked<SectionId>],
    ranking: &Ranking<'_, SectionId>,
) -> Vec<(SectionId, usize)> {
    let document = |one: &Ranked<SectionId>| library[one.entry].document;
    let mut documents: Vec<DocumentId> = Vec::new();
    for document in found.iter().map(document) {
        if !documents.contains(&document) {
            documents.push(document);
        }
        if documents.len() == SPREAD {
            break;
        }
    }
    let mut spread: Vec<(SectionId, usize)> = found
        .iter()
        .filter(|one| documents.contains(&document(one)))
        .map(|one| (one.entry, ranking.count(one.entry).max(1)))
        .collect();
    spread.sort_unstable_by_key(|(section, _)| *section);
    spread
}

/// The query with the words that were taken for those that stand nowhere.
fn corrected(typed: &str, concepts: &Concepts) -> Option<String> {
    let mut text = typed.to_owned();
    let mut corrections: Vec<_> = concepts.corrections.iter().collect();
    corrections.sort_by_key(|one| std::cmp::Reverse(one.typed.range.start));
    for one in &corrections {
        text.replace_range(one.typed.range.clone(), &one.meant);
    }
    (!corrections.is_empty()).then(|| text.trim().to_owned())
}
