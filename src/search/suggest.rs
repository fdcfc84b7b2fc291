//! What a reader may be about to type: places, headings, terms.

use std::collections::BTreeSet;

use super::places::{Names, named};
use crate::analysis::{parts, unmarked};
use crate::library::{IdMap, Library, Place, SectionId, TermId};

/// The most that is offered.
const MOST: usize = 8;

/// Something to go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggestion {
    /// A place that the text names.
    Place(Place),
    /// A section whose heading has the words, the last one perhaps not whole.
    Heading(SectionId),
    /// A term that is called so, with the name that fits.
    Term(TermId, String),
}

/// The words of headings and of the names of terms.
#[derive(Debug, Clone, Default)]
pub struct SuggestionIndex {
    headings: IdMap<SectionId, Vec<String>>,
    terms: Vec<TermName>,
}

#[derive(Debug, Clone)]
struct TermName {
    term: TermId,
    name: String,
    words: Vec<String>,
    /// Whether it is the name that pages give the term.
    is_label: bool,
}

/// How well a name fits, the best first: where its words stand, what sort of name it is, and how
/// many words it has.
type Fit = (WordsStand, NameSort, usize);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum WordsStand {
    AtTheStart,
    Elsewhere,
}

/// Another name of a term is a weaker reason to offer it than its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum NameSort {
    Heading,
    Label,
    OtherName,
}

impl SuggestionIndex {
    /// Those of a library.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let sections = library.sections().iter();
        let terms = library.terms().iter();
        let names = terms.flat_map(|term| {
            term.names().map(|name| TermName {
                term: term.id,
                name: name.to_owned(),
                words: folded(name),
                is_label: name == term.label,
            })
        });
        Self {
            headings: sections.map(|section| folded(&section.title)).collect(),
            terms: names.collect(),
        }
    }

    /// What can be offered for a text that is being typed.
    #[must_use]
    pub fn suggest(&self, library: &Library, names: &Names, typed: &str) -> Vec<Suggestion> {
        let found = named(library, names, typed, &BTreeSet::new());
        let places = found.places().iter().copied();
        let mut offered: Vec<Suggestion> = places.map(Suggestion::Place).take(MOST).collect();
        for suggestion in self.fitting(&folded(typed)) {
            if offered.len() == MOST {
                break;
            }
            if !offered.iter().any(|other| suggestion.repeats(other)) {
                offered.push(suggestion);
            }
        }
        offered
    }

    /// The headings and terms that have these words, in order.
    fn fitting(&self, typed: &[String]) -> impl Iterator<Item = Suggestion> {
        enum Fitting<'a> {
            Heading(SectionId),
            Term(&'a TermName),
        }
        let headings = self.headings.iter().filter_map(|(section, words)| {
            let fit: Fit = (fits(typed, words)?, NameSort::Heading, words.len());
            Some((fit, Fitting::Heading(section)))
        });
        let terms = self.terms.iter().filter_map(|name| {
            let sort = if name.is_label {
                NameSort::Label
            } else {
                NameSort::OtherName
            };
            let fit: Fit = (fits(typed, &name.words)?, sort, name.words.len());
            Some((fit, Fitting::Term(name)))
        });
        let mut fitting: Vec<(Fit, Fitting<'_>)> = headings.chain(terms).collect();
        fitting.sort_by_key(|(fit, _)| *fit);
        fitting.into_iter().map(|(_, fitting)| match fitting {
            Fitting::Heading(section) => Suggestion::Heading(section),
            Fitting::Term(name) => Suggestion::Term(name.term, name.name.clone()),
        })
    }
}

impl Suggestion {
    /// Whether one that is offered already leads to the same page.
    fn repeats(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Heading(section), Self::Place(place)) => *place == Place::Section(*section),
            (Self::Term(one, _), Self::Term(other, _)) => one == other,
            _ => false,
        }
    }
}

/// The words of a name, without marks: who types need not have a key for them.
fn folded(text: &str) -> Vec<String> {
    let words = parts(text).into_iter();
    words
        .map(|word| unmarked(&word.folded).into_owned())
        .collect()
}

/// Where a name has all words of a text, the last perhaps not whole; `None` where it does not, or
/// where the text has no word.
fn fits(typed: &[String], name: &[String]) -> Option<WordsStand> {
    let (last, whole) = typed.split_last()?;
    let begins = |from: &[String]| {
        from.len() >= typed.len()
            && from.iter().zip(whole).all(|(a, b)| a == b)
            && from[whole.len()].starts_with(last.as_str())
    };
    if begins(name) {
        return Some(WordsStand::AtTheStart);
    }
    let has = |word: &String| name.contains(word);
    let has_last = name.iter().any(|word| word.starts_with(last.as_str()));
    (whole.iter().all(has) && has_last).then_some(WordsStand::Elsewhere)
}
