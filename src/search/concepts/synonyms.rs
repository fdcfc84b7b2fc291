//! The names of terms, and what else each is called.

use std::collections::HashMap;
use std::ops::Range;

use crate::library::{IdMap, Library, Term, TermId, TermKind};
use crate::search::words::{Token, Vocabulary, tokens};
use crate::study::stop_words::is_content;

/// What separates several Chinese names of one term.
const ENUMERATES: [char; 7] = ['、', '，', ',', '；', ';', '/', '|'];

/// Which wordings name the same.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    /// The terms that a row of stems names.
    by_name: HashMap<Vec<u32>, Vec<TermId>>,
    /// All names of each term.
    names: IdMap<TermId, Vec<TermName>>,
    chinese: Vec<(String, TermId)>,
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
    /// The names of all terms of a library.
    pub fn of(library: &Library, vocabulary: &mut Vocabulary) -> Self {
        let mut synonyms = Self::default();
        for term in library.terms() {
            let mut names: Vec<TermName> = Vec::new();
            // "Internet+" has a sign that no word has: by its words it would be the Internet.
            for text in term.names().filter(|name| !name.contains('+')) {
                let name = TermName::new(term, text, vocabulary);
                if !name.stems.is_empty() && !names.iter().any(|one| one.stems == name.stems) {
                    names.push(name);
                }
            }
            for name in &names {
                synonyms.longest = synonyms.longest.max(name.stems.len());
                let terms = synonyms.by_name.entry(name.stems.clone()).or_default();
                terms.push(term.id);
            }
            // In a text "us" is seldom the United States.
            let grammar = |name: &TermName| {
                let stems = &name.stems;
                let word = stems.first().map(|&stem| vocabulary.stem_letters(stem));
                stems.len() == 1 && word.is_some_and(|word| !is_content(word))
            };
            names.retain(|name| !grammar(name));
            synonyms.names.push(names);
            let chinese = term.zh.iter().flat_map(|names| names.split(ENUMERATES));
            let chinese = chinese.map(|name| (name.trim().to_owned(), term.id));
            synonyms.chinese.extend(chinese);
        }
        synonyms
    }

    /// Everything that a term is called.
    #[must_use]
    pub fn names(&self, term: TermId) -> &[TermName] {
        &self.names[term]
    }

    /// Where words in a row name terms.
    ///
    /// The words are those of a query, in the order in which they were typed; `typed` is the query.
    #[must_use]
    pub fn named(&self, words: &[&Token], typed: &str, vocabulary: &Vocabulary) -> Vec<NamedTerm> {
        let stems: Vec<Option<u32>> = words
            .iter()
            .map(|word| vocabulary.stem(&word.folded))
            .collect();
        let mut found = Vec::new();
        for start in 0..words.len() {
            found.extend(self.in_chinese(words[start], start));
            for end in start + 1..=words.len().min(start + self.longest) {
                let row: Option<Vec<u32>> = stems[start..end].iter().copied().collect();
                let Some(row) = row else { break };
                let word = words[start];
                // "who" is the World Health Organization only where it is written so.
                if row.len() == 1
                    && !is_content(&word.folded)
                    && !in_capitals(&typed[word.range.clone()])
                {
                    continue;
                }
                let terms = self.by_name.get(&row).into_iter().flatten();
                found.extend(terms.map(|&term| NamedTerm {
                    words: start..end,
                    term,
                }));
            }
        }
        found
    }

    /// The terms whose Chinese name is a word; if there is none, those whose name holds it or is held
    /// in it.
    fn in_chinese(&self, word: &Token, at: usize) -> Vec<NamedTerm> {
        let folded = word.folded.as_str();
        if !is_chinese(folded) {
            return Vec::new();
        }
        let called = |fits: &dyn Fn(&str) -> bool| -> Vec<NamedTerm> {
            let names = self.chinese.iter().filter(|(name, _)| fits(name));
            let terms = names.map(|&(_, term)| NamedTerm {
                words: at..at + 1,
                term,
            });
            terms.collect()
        };
        let exact = called(&|name| name == folded);
        if exact.is_empty() {
            called(&|name| name.contains(folded) || folded.contains(name))
        } else {
            exact
        }
    }
}

impl TermName {
    fn new(term: &Term, text: &str, vocabulary: &mut Vocabulary) -> Self {
        let words = tokens(text).into_iter();
        let words: Vec<u32> = words
            .map(|token| vocabulary.add_name(&token.folded))
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
        self.stems.windows(row.len()).any(|stems| stems == row)
    }
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

/// Whether a word is of Chinese characters.
#[must_use]
pub fn is_chinese(word: &str) -> bool {
    word.chars()
        .all(|sign| matches!(sign, '\u{3400}'..='\u{9fff}'))
}
