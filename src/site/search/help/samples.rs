//! Words of the texts that serve as examples of what can be searched for.

use crate::analysis::{Word, WordLists, is_unspaced, words};
use crate::library::{Language, Library, Part, Term, TermKind};

/// How many headings, and how many paragraphs, are looked through.
const MOST: usize = 200;

/// The fewest letters of a sample word.
const SHORTEST: usize = 4;

/// The most signs of a sample in a script without spaces.
const LONGEST_RUN: usize = 8;

/// How many letters of a word stand for all that begin with them.
const BEGINNING: usize = 4;

/// Words that stand together in a text: two, or a run of signs in a script without spaces, which has no
/// first and last of its own.
pub struct Sample<'a> {
    pub whole: &'a str,
    pub first: &'a str,
    pub last: &'a str,
    /// `None` for English, which is that of the page.
    pub language: Option<&'a Language>,
}

/// Samples from the texts: first terms, then words from headings and paragraphs.
pub fn samples(library: &Library) -> impl Iterator<Item = Sample<'_>> {
    let lists = &library.words;
    // Notions say more about a text than names do.
    let is_notion = |term: &&Term| matches!(term.kind, TermKind::Concept | TermKind::Technology);
    let terms = || library.terms().iter();
    let names = terms().filter(move |term| !is_notion(term));
    let forms = terms()
        .filter(is_notion)
        .chain(names)
        .flat_map(|term| &term.forms);
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
        let (whole, first, last) = pair(text, &words, lists).or_else(|| {
            let run = run(text, &words)?;
            Some((run, run, run))
        })?;
        Some(Self {
            whole,
            first,
            last,
            language: language.filter(|language| !language.is_english()),
        })
    }

    /// Whether they are in one language and have no word in common.
    pub fn differs_from(&self, other: &Self) -> bool {
        let parts = |sample: &Self| [sample.first, sample.last].map(str::to_lowercase);
        let others = parts(other);
        self.language == other.language && !parts(self).iter().any(|one| others.contains(one))
    }

    /// The first letters of a word that has a few more.
    pub fn beginning(&self) -> Option<String> {
        let mut beginnings = [self.first, self.last].into_iter().filter_map(|word| {
            let mut signs = word.chars();
            let beginning: String = signs.by_ref().take(BEGINNING).collect();
            let has_more = signs.count() > 1 && !beginning.contains(is_unspaced);
            has_more.then(|| beginning.to_lowercase())
        });
        beginnings.next()
    }
}

/// Two telling words with nothing but a space between: together, and each. Which words tell little is
/// known of English alone.
fn pair<'a>(
    text: &'a str,
    words: &[Word],
    lists: &WordLists,
) -> Option<(&'a str, &'a str, &'a str)> {
    let is_telling = |word: &Word| {
        let is_long = word.folded.chars().count() >= SHORTEST;
        is_long && word.folded.chars().all(char::is_alphabetic) && lists.is_sought(&word.folded)
    };
    words.windows(2).find_map(|pair| {
        let [first, last] = pair else { return None };
        let between = &text[first.range.end..last.range.start];
        let is_pair = between == " " && is_telling(first) && is_telling(last);
        let whole = &text[first.range.start..last.range.end];
        is_pair.then(|| (whole, &text[first.range.clone()], &text[last.range.clone()]))
    })
}

/// The longest run of signs of a script without spaces that is no longer than an expression.
fn run<'a>(text: &'a str, words: &[Word]) -> Option<&'a str> {
    let is_sign = |word: &Word| text[word.range.clone()].chars().any(is_unspaced);
    let runs = words
        .chunk_by(|one, next| one.range.end == next.range.start && is_sign(one) && is_sign(next));
    let short = runs.filter(|run| (2..=LONGEST_RUN).contains(&run.len()));
    // The first of the longest.
    let longest = short.rev().max_by_key(|run| run.len())?;
    Some(&text[longest.first()?.range.start..longest.last()?.range.end])
}
