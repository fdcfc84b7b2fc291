//! From a query to its answer.

use std::ops::Range;

use super::Search;
use super::answer::{Answer, Found, Narrowed};
use super::concepts::Concepts;
use super::entries::{self, Apart, Source, Zone};
use super::places;
use super::query::{Notice, Query};
use super::rank::{Ranked, Ranking};
use super::shelf::Passage;
use super::tokens::tokens;
use crate::library::Library;
use crate::library::part::Part;
use crate::library::reference::Reference;
use crate::study::corpus::SectionAt;

/// How many terms, pages and documents are shown apart at most.
const MOST_APART: usize = 6;

/// For how many documents the answer says where in them the hits are.
const SPREAD: usize = 4;

impl Search {
    /// What a query finds; of the results those in `shown`, counted from 0.
    #[must_use]
    pub fn answer(&self, library: &Library, typed: &str, shown: &Range<usize>) -> Answer {
        let query = Query::parse(typed);
        let concepts = Concepts::of(&query, typed, &self.vocabulary, &self.synonyms);
        let mut answer = Answer {
            per_document: vec![0; library.documents.len()],
            per_kind: vec![0; library.kinds.len()],
            corrected: corrected(typed, &concepts),
            notices: query.notices.clone(),
            narrowed_to: Narrowed::default(),
            ..Answer::default()
        };
        answer.narrow(library, &query);
        let nothing = concepts.wanted.is_empty();
        let narrowed = !answer.narrowed_to.documents.is_empty()
            || !answer.narrowed_to.kinds.is_empty()
            || !concepts.unwanted.is_empty();
        if nothing && !narrowed {
            if !typed.trim().is_empty() && answer.notices.is_empty() {
                answer.notices.push(Notice::NothingAsked);
            }
            return answer;
        }
        answer.places = named_places(library, &query, typed, &answer.narrowed_to);
        self.fill(library, &concepts, shown, &mut answer);
        if !nothing {
            self.fill_apart(&concepts, &mut answer);
        }
        answer
    }

    fn fill(
        &self,
        library: &Library,
        concepts: &Concepts,
        shown: &Range<usize>,
        answer: &mut Answer,
    ) {
        let (ranking, mut found) = Ranking::of(&self.texts, concepts, &self.vocabulary);
        let named: Vec<usize> = answer
            .places
            .iter()
            .filter_map(|place| entry_of(library, place))
            .collect();
        for &entry in &named {
            if !found.iter().any(|one| one.entry == entry) {
                found.push(Ranked::unread(entry));
            }
        }
        found.retain(|one| answer.count(library, self.texts.place(one.entry)));
        ranking.sort(&mut found);
        put_first(&mut found, &named);
        answer.unknown = ranking.unknown();
        answer.total = found.len();
        answer.spread = self.spread(&found, &ranking);
        let on_page = found.into_iter().enumerate();
        for (at, mut one) in on_page.skip(shown.start).take(shown.len()) {
            let place = answer.places.get(at);
            match place {
                Some(place) => one.passage = self.passage_of(&one, place),
                None => ranking.find_passage(&mut one),
            }
            let passages = self.texts.passages(one.entry);
            let section = self.texts.place(one.entry);
            let hits = |passage| hits(library, section, passage, &ranking);
            let heading = Source::Part(Part::Heading);
            let heading = passages.iter().find(|passage| passage.source == heading);
            let passage = &passages[one.passage];
            answer.results.push(Found {
                section,
                score: one.score,
                hits: hits(passage),
                in_heading: heading.map(hits).unwrap_or_default(),
                source: match &passage.source {
                    // Only its number, say, was named: its heading stands for it.
                    Source::Aside | Source::Page(_) => Source::Part(Part::Heading),
                    source => source.clone(),
                },
                missing: match place {
                    Some(_) => Vec::new(),
                    None => ranking.missing(one.has),
                },
            });
        }
    }

    /// The passage of an entry that a reference names: a paragraph, or else the heading.
    fn passage_of(&self, one: &Ranked, place: &Reference) -> usize {
        let part = place.paragraph.map_or(Part::Heading, Part::Paragraph);
        let wanted = Source::Part(part);
        let passages = self.texts.passages(one.entry);
        let found = passages.iter().position(|passage| passage.source == wanted);
        found.unwrap_or(one.passage)
    }

    /// How often each section of the first few documents is hit, in reading order.
    fn spread(
        &self,
        found: &[Ranked],
        ranking: &Ranking<'_, SectionAt>,
    ) -> Vec<(SectionAt, usize)> {
        let mut documents: Vec<usize> = Vec::new();
        for one in found {
            let document = self.texts.place(one.entry).document;
            if !documents.contains(&document) {
                documents.push(document);
            }
            if documents.len() == SPREAD {
                break;
            }
        }
        let mut spread: Vec<(SectionAt, usize)> = found
            .iter()
            .map(|one| (self.texts.place(one.entry), one))
            .filter(|(at, _)| documents.contains(&at.document))
            .map(|(at, one)| (at, ranking.count(one.entry).max(1)))
            .collect();
        spread.sort_unstable_by_key(|(at, _)| *at);
        spread
    }

    fn fill_apart(&self, concepts: &Concepts, answer: &mut Answer) {
        let (ranking, mut found) = Ranking::of(&self.apart, concepts, &self.vocabulary);
        ranking.sort(&mut found);
        let unknown = ranking.unknown();
        answer.unknown.retain(|typed| unknown.contains(typed));
        // A term that the query names by any of its names is found whatever its words are.
        answer.terms.clone_from(&concepts.terms);
        for one in &found {
            let passage = &self.apart.passages(one.entry)[one.passage];
            match self.apart.place(one.entry) {
                Apart::Term(at) => {
                    // A definition that has the words is worth a look only where no name has.
                    let by_name = passage.zone == Zone::Heading || answer.terms.is_empty();
                    if by_name && !answer.terms.contains(&at) {
                        answer.terms.push(at);
                    }
                }
                Apart::Page(at) => answer.pages.push((at, passage.heading())),
                Apart::Document(at) => answer.documents.push(at),
            }
        }
        answer.terms.truncate(MOST_APART);
        answer.pages.truncate(MOST_APART);
        answer.documents.truncate(MOST_APART);
    }
}

/// The places that a query names, if it has no operators but a document.
fn named_places(
    library: &Library,
    query: &Query,
    typed: &str,
    narrowed: &Narrowed,
) -> Vec<Reference> {
    if !query.without.is_empty() || !query.kinds.is_empty() {
        return Vec::new();
    }
    let plain: Vec<&str> = typed
        .split_whitespace()
        .filter(|word| query.documents.is_empty() || !word.to_lowercase().starts_with("doc:"))
        .collect();
    let mut places = places::places(library, &plain.join(" "));
    let document = |place: &Reference| {
        let mut documents = library.documents.iter();
        documents.position(|document| document.id == place.document)
    };
    if !narrowed.documents.is_empty() {
        places.retain(|place| document(place).is_some_and(|at| narrowed.documents.contains(&at)));
    }
    places
}

/// The entry of the section that a reference names or that its paragraph stands in. Sections
/// are on the shelf in reading order.
fn entry_of(library: &Library, reference: &Reference) -> Option<usize> {
    let found = library.resolve(reference)?;
    let mut before = 0;
    for document in &library.documents {
        if document.id == found.document.id {
            return Some(before + found.at);
        }
        before += document.sections.len();
    }
    None
}

/// The bytes of a passage's text where concepts stand, in order; hits that touch are one.
fn hits(
    library: &Library,
    at: SectionAt,
    passage: &Passage,
    ranking: &Ranking<'_, SectionAt>,
) -> Vec<Range<usize>> {
    let section = &library.documents[at.document].sections[at.section];
    let text = entries::text(section, &passage.source);
    let words = tokens(text);
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

/// Puts the entries that a query names before those that it only finds.
fn put_first(found: &mut Vec<Ranked>, named: &[usize]) {
    for &entry in named.iter().rev() {
        if let Some(at) = found.iter().position(|one| one.entry == entry) {
            let mut one = found.remove(at);
            let best = found.first().map_or(0.0, |first| first.score);
            one.score = one.score.max(best + 1.0);
            found.insert(0, one);
        }
    }
}

/// The query with the words that were taken for those that stand nowhere.
fn corrected(typed: &str, concepts: &Concepts) -> Option<String> {
    let mut text = typed.to_owned();
    let mut corrected: Vec<_> = concepts.corrected.iter().collect();
    corrected.sort_by_key(|(word, _)| std::cmp::Reverse(word.range.start));
    for (word, meant) in &corrected {
        text.replace_range(word.range.clone(), meant);
    }
    (!corrected.is_empty()).then(|| text.trim().to_owned())
}
