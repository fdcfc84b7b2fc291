//! Words of the texts that serve as examples of what can be searched for.

use crate::analysis::{Word, WordLists, is_unspaced, words};
use crate::library::{Language, Library, Part, Term, TermKind};

/// How many headings, and how many paragraphs, are looked through.
const MOST: usize = 200;

/// The letters that a word has at least.
const SHORTEST: usize = 4;

/// The signs that an expression has at most, in a script without spaces.
const LONGEST_RUN: usize = 8;

/// How many letters of a word stand for all that begin with them.
const BEGINNING: usize = 4;

/// Words that stand together in a text: two, or a run of signs in a script without spaces.
pub struct Sample<'a> {
    pub whole: &'a str,
    pub first: &'a str,
    pub last: &'a str,
    pub language: Option<&'a Language>,
}

/// Those of the texts: terms of two words, and then what stands in headings and paragraphs.
pub fn samples(library: &Library) -> impl Iterator<Item = Sample<'_>> {
    let lists = &library.words;
    // Notions say more about a text than names do.
    let is_notion = |term: &&Term| matches!(term.kind, TermKind::Concept | TermKind::Technology);
    let terms = || library.terms().iter();
    let in_order = terms()
        .filter(is_notion)
        .chain(terms().filter(move |term| !is_notion(term)));
    let forms = in_order.flat_map(|term| &term.forms);
    let terms = forms.filter_map(|form| {
        let sample = Sample::of(form, library.language_of(form), lists)?;
        (sample.whole == form).then_some(sample)
    });
    let sections = || library.sections().iter();
    let headings = sections().map(|section| Part::Heading(section.id));
    let others = sections().flat_map(|section| section.parts().into_iter().skip(1));
    let parts = headings.take(MOST).chain(others.take(MOST));
    terms.chain(parts.filter_map(|part| {
        let language = library.language_at(library.place_of(part));
        Sample::of(&library.prose(part).text, Some(language), lists)
    }))
}

impl<'a> Sample<'a> {
    /// The first words of a text that carry content and stand together.
    fn of(text: &'a str, language: Option<&'a Language>, lists: &WordLists) -> Option<Self> {
        let words = words(text);
        let (first, last) = pair(text, &words, lists).or_else(|| run(text, &words))?;
        let is_run = first == last || text[first.range.clone()].chars().all(is_unspaced);
        let whole = &text[first.range.start..last.range.end];
        let part = |word: &Word| {
            if is_run {
                whole
            } else {
                &text[word.range.clone()]
            }
        };
        Some(Self {
            whole,
            first: part(first),
            last: part(last),
            language,
        })
    }

    /// Whether they have no word in common.
    pub fn differs_from(&self, other: &Self) -> bool {
        let parts = |sample: &Self| [sample.first, sample.last].map(str::to_lowercase);
        let others = parts(other);
        !parts(self).iter().any(|one| others.contains(one))
    }

    /// The first letters of a word that has more.
    pub fn beginning(&self) -> Option<String> {
        let mut signs = self.first.chars();
        let beginning: String = signs.by_ref().take(BEGINNING).collect();
        let has_more = signs.count() > 1 && !beginning.contains(is_unspaced);
        has_more.then(|| beginning.to_lowercase())
    }
}

/// Two words that are telling, with nothing but a space between.
fn pair<'w>(text: &str, words: &'w [Word], lists: &WordLists) -> Option<(&'w Word, &'w Word)> {
    let is_telling = |word: &Word| {
        let is_long = word.folded.chars().count() >= SHORTEST;
        is_long && word.folded.chars().all(char::is_alphabetic) && lists.is_sought(&word.folded)
    };
    words.windows(2).find_map(|pair| {
        let [first, last] = pair else { return None };
        let between = &text[first.range.end..last.range.start];
        (between == " " && is_telling(first) && is_telling(last)).then_some((first, last))
    })
}

/// A run of signs of a script without spaces, which is no longer than an expression.
fn run<'w>(text: &str, words: &'w [Word]) -> Option<(&'w Word, &'w Word)> {
    let is_sign = |word: &Word| text[word.range.clone()].chars().any(is_unspaced);
    let runs = words
        .chunk_by(|one, next| one.range.end == next.range.start && is_sign(one) && is_sign(next));
    let mut runs = runs.filter(|run| (2..=LONGEST_RUN).contains(&run.len()));
    runs.find_map(|run| Some((run.first()?, run.last()?)))
}
