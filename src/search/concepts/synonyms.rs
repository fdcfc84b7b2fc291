//! The names of terms, and what else each is called.

use std::collections::HashMap;
use std::ops::Range;

use super::runs::runs;
use crate::analysis::{Word, parts};
use crate::library::{IdMap, Library, Term, TermId, TermKind};
use crate::search::words::{Vocabulary, VocabularyDraft};

/// What separates several Chinese names of one term.
const ENUMERATES: [char; 7] = ['、', '，', ',', '；', ';', '/', '|'];

/// Which wordings name the same.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    /// The terms that a row of stems names.
    by_name: HashMap<Vec<u32>, Vec<TermId>>,
    /// All names of each term.
    names: IdMap<TermId, Vec<TermName>>,
    /// The stems of Chinese names.
    chinese: Vec<(Vec<u32>, TermId)>,
    /// How many words the longest name has.
    longest: usize,
}

/// A name of a term, in any of its forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermName {
    /// As the editors write it.
    pub text: String,
    /// Its words, by number.
    pub words: Vec<u32>,
    /// Their stems.
    pub stems: Vec<u32>,
    /// What all names share that are the same name written in another way, such as an abbreviation
    /// and what it stands for.
    identity: Identity,
}

/// What a name is, however it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Identity {
    /// The one thing that the term is about.
    Term,
    /// These letters, wherever they are taken apart.
    Letters(String),
}

/// A stretch of a query that names a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedTerm {
    /// The words of the query, by their places.
    pub words: Range<usize>,
    /// The term that they name.
    pub term: TermId,
}

impl Synonyms {
    /// Adds the words of all names to a vocabulary.
    pub fn add_words(library: &Library, vocabulary: &mut VocabularyDraft) {
        for name in library.terms().iter().flat_map(names) {
            for word in parts(name) {
                vocabulary.add_name(&word.folded);
            }
        }
    }

    /// The names of all terms of a library, whose words are in the vocabulary.
    pub fn of(library: &Library, vocabulary: &Vocabulary) -> Self {
        let mut synonyms = Self::default();
        for term in library.terms() {
            let mut own: Vec<TermName> = Vec::new();
            for text in names(term) {
                let name = TermName::new(term, text, vocabulary);
                if !name.stems.is_empty() && !own.iter().any(|one| one.stems == name.stems) {
                    own.push(name);
                }
            }
            for name in &own {
                synonyms.longest = synonyms.longest.max(name.stems.len());
                let terms = synonyms.by_name.entry(name.stems.clone()).or_default();
                terms.push(term.id);
            }
            // In a text "us" is seldom the United States.
            let grammar = |name: &TermName| {
                let stems = &name.stems;
                let word = stems.first().map(|&stem| vocabulary.stem_letters(stem));
                stems.len() == 1 && word.is_some_and(|word| !vocabulary.lists.is_content(word))
            };
            own.retain(|name| !grammar(name));
            let chinese = chinese_names(term).map(|name| TermName::new(term, name, vocabulary));
            let chinese = chinese.map(|name| (name.stems, term.id));
            synonyms.chinese.extend(chinese);
            synonyms.names.push(own);
        }
        synonyms
    }

    /// Everything that a term is called.
    #[must_use]
    pub fn names(&self, term: TermId) -> &[TermName] {
        &self.names[term]
    }

    /// Whether a row of stems names any term.
    #[must_use]
    pub fn is_name(&self, row: &[u32]) -> bool {
        self.by_name.contains_key(row)
    }

    /// Where words in a row name terms.
    ///
    /// The words are those of a query, in the order in which they were typed; `typed` is the query.
    #[must_use]
    pub fn named(&self, words: &[&Word], typed: &str, vocabulary: &Vocabulary) -> Vec<NamedTerm> {
        let stems: Vec<Option<u32>> = words
            .iter()
            .map(|word| vocabulary.stem(&word.folded))
            .collect();
        let row =
            |range: Range<usize>| -> Option<Vec<u32>> { stems[range].iter().copied().collect() };
        let terms = |range: Range<usize>| {
            let terms = row(range.clone()).and_then(|row| self.by_name.get(&row));
            let terms = terms.into_iter().flatten();
            terms.map(move |&term| NamedTerm {
                words: range.clone(),
                term,
            })
        };
        let runs = runs(words);
        let run_at = |at: usize| runs.iter().find(|run| run.contains(&at));
        let mut found = Vec::new();
        for start in 0..words.len() {
            if let Some(run) = run_at(start) {
                if run.start == start {
                    let whole: Vec<NamedTerm> = terms(run.clone()).collect();
                    let is_named = !whole.is_empty();
                    found.extend(whole);
                    if !is_named {
                        found.extend(self.in_chinese(run, row(run.clone()).as_deref()));
                    }
                }
                continue;
            }
            for end in start + 1..=words.len().min(start + self.longest) {
                if stems[end - 1].is_none() {
                    break;
                }
                let word = words[start];
                // "who" is the World Health Organization only where it is written so.
                if end == start + 1
                    && !vocabulary.lists.is_content(&word.folded)
                    && !in_capitals(&typed[word.range.clone()])
                {
                    continue;
                }
                found.extend(terms(start..end));
            }
        }
        found
    }

    /// The terms whose Chinese name holds a run of signs or is held in it.
    fn in_chinese(&self, run: &Range<usize>, row: Option<&[u32]>) -> Vec<NamedTerm> {
        let Some(row) = row else { return Vec::new() };
        let names = self.chinese.iter();
        let names = names.filter(|(name, _)| has_row(name, row) || has_row(row, name));
        let terms = names.map(|&(_, term)| NamedTerm {
            words: run.clone(),
            term,
        });
        terms.collect()
    }
}

/// Everything that a term is found by, one name at a time.
fn names(term: &Term) -> impl Iterator<Item = &str> {
    let chinese = term.zh.as_deref();
    // "Internet+" has a sign that no word has: by its words it would be the Internet.
    let others = term
        .names()
        .filter(move |name| Some(*name) != chinese && !name.contains('+'));
    others.chain(chinese_names(term))
}

/// The Chinese names of a term, which stand in one line.
fn chinese_names(term: &Term) -> impl Iterator<Item = &str> {
    let names = term.zh.iter().flat_map(|names| names.split(ENUMERATES));
    names.map(str::trim).filter(|name| !name.is_empty())
}

impl TermName {
    fn new(term: &Term, text: &str, vocabulary: &Vocabulary) -> Self {
        let words = parts(text).into_iter();
        let words: Vec<u32> = words
            .filter_map(|word| vocabulary.word(&word.folded))
            .collect();
        let stems: Vec<u32> = words.iter().map(|&word| vocabulary.stem_of(word)).collect();
        let letters = stems.iter().map(|&stem| vocabulary.stem_letters(stem));
        let full = term.expansion.as_ref().map(|full| full.text.to_lowercase());
        let is_full = full.is_some_and(|full| full == text.to_lowercase());
        let identity = if is_name(term.kind) || is_full || is_short_for(text, term) {
            Identity::Term
        } else {
            Identity::Letters(letters.collect())
        };
        Self {
            text: text.to_owned(),
            words,
            stems,
            identity,
        }
    }

    /// Whether another name is this one written in another way.
    #[must_use]
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.identity == other.identity
    }

    /// Whether a row of stems is in it.
    #[must_use]
    pub fn has(&self, row: &[u32]) -> bool {
        has_row(&self.stems, row)
    }
}

/// Whether a row of stems has another in it.
fn has_row(stems: &[u32], row: &[u32]) -> bool {
    !row.is_empty() && stems.windows(row.len()).any(|stems| stems == row)
}

/// Whether terms of a kind name one thing each, so that all their names mean the same.
fn is_name(kind: TermKind) -> bool {
    match kind {
        TermKind::Institution
        | TermKind::Instrument
        | TermKind::Event
        | TermKind::Abbreviation
        | TermKind::Person
        | TermKind::Place => true,
        TermKind::Offence | TermKind::Concept | TermKind::Technology => false,
    }
}

/// Whether a name is an abbreviation of the term's full name, as `IoT` is.
fn is_short_for(name: &str, term: &Term) -> bool {
    let capitals = name.chars().filter(|sign| sign.is_uppercase()).count();
    term.expansion.is_some() && capitals > 1 && !name.contains(char::is_whitespace)
}

fn in_capitals(word: &str) -> bool {
    word.chars().all(|sign| !sign.is_lowercase())
}
