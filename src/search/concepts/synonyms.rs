//! The names of terms, and what else each is called.

use std::collections::HashMap;
use std::ops::Range;

use crate::library::{IdMap, Library, TermId};
use crate::search::words::{Token, Vocabulary, tokens};
use crate::study::stop_words::is_content;

/// Which wordings name the same.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    /// The terms that a row of stems names.
    by_name: HashMap<Vec<u32>, Vec<TermId>>,
    /// All names of each term, as rows of stems.
    names: IdMap<TermId, Vec<Vec<u32>>>,
    chinese: Vec<(String, TermId)>,
    /// How many words the longest name has.
    longest: usize,
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
            let mut names = Vec::new();
            // "Internet+" has a sign that no word has: by its words it would be the Internet.
            for name in term.names().filter(|name| !name.contains('+')) {
                let words = tokens(name).into_iter();
                let row: Vec<u32> = words
                    .map(|token| {
                        let word = vocabulary.add_name(&token.folded);
                        vocabulary.stem_of(word)
                    })
                    .collect();
                if !row.is_empty() && !names.contains(&row) {
                    names.push(row);
                }
            }
            for name in &names {
                synonyms.longest = synonyms.longest.max(name.len());
                let terms = synonyms.by_name.entry(name.clone()).or_default();
                terms.push(term.id);
            }
            // In a text "us" is seldom the United States.
            let grammar = |name: &Vec<u32>| {
                let word = name.first().map(|&stem| vocabulary.stem_letters(stem));
                name.len() == 1 && word.is_some_and(|word| !is_content(word))
            };
            names.retain(|name| !grammar(name));
            synonyms.names.push(names);
            let chinese = term.zh.clone().map(|name| (name, term.id));
            synonyms.chinese.extend(chinese);
        }
        synonyms
    }

    /// Everything that a term is called, each name as the row of its stems.
    #[must_use]
    pub fn names(&self, term: TermId) -> &[Vec<u32>] {
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

    /// The terms whose Chinese name holds a word, or is held in it.
    fn in_chinese(&self, word: &Token, at: usize) -> impl Iterator<Item = NamedTerm> {
        let folded = &word.folded;
        let holds = move |name: &&(String, TermId)| {
            is_chinese(folded) && (name.0.contains(folded.as_str()) || folded.contains(&name.0))
        };
        self.chinese
            .iter()
            .filter(holds)
            .map(move |(_, term)| NamedTerm {
                words: at..at + 1,
                term: *term,
            })
    }
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
