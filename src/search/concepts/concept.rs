//! What a query looks for: concepts, each with the wordings that will do.

use std::collections::BTreeMap;

use super::query::{Atom, Query};
use super::synonyms::{Synonyms, is_chinese, plain_words};
use super::tokens::Token;
use super::vocabulary::Vocabulary;
use crate::study::stop_words::is_content;

/// How much a wording counts beside the one that was typed.
const SYNONYM: f32 = 0.6;

/// For how many words that stand nowhere others are looked for.
const MOST_CORRECTIONS: usize = 4;

/// The most words that a `*` stands for.
const MOST_BEGINNINGS: usize = 64;

/// One thing that a reader looks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Concept {
    /// As it was typed.
    pub typed: String,
    /// Which word of the query it is: how far apart concepts are expected to stand.
    pub at: usize,
    /// Whether nothing is found without it.
    pub required: bool,
    /// What will do for it; nothing, where no text has it.
    pub wordings: Vec<Wording>,
}

/// A wording that will do for a concept.
#[derive(Debug, Clone, PartialEq)]
pub struct Wording {
    /// Its words.
    pub words: Words,
    /// How much it counts, 1 for what was typed.
    pub weight: f32,
}

/// Words in a text that are looked for, by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// Any form of a word, by its stem; and the word as typed, which counts more.
    Form(u32, Option<u32>),
    /// Any of these words, in order.
    Any(Vec<u32>),
    /// Any forms in a row, by their stems.
    Row(Vec<u32>),
    /// These words in a row, as they are.
    Exact(Vec<u32>),
}

/// A query in concepts.
#[derive(Debug, Clone, Default)]
pub struct Concepts {
    /// What is looked for.
    pub wanted: Vec<Concept>,
    /// What must not be there.
    pub unwanted: Vec<Concept>,
    /// Words that stand nowhere, with the ones that were taken for them.
    pub corrected: Vec<(Token, String)>,
    /// The terms that the query names, by their places in the library.
    pub terms: Vec<usize>,
}

impl Concepts {
    /// Reads a query that was typed so.
    #[must_use]
    pub fn of(query: &Query, typed: &str, vocabulary: &Vocabulary, synonyms: &Synonyms) -> Self {
        let mut concepts = Self::default();
        let plain = plain_words(&query.groups);
        let words: Vec<&Token> = plain.iter().map(|(_, word)| *word).collect();
        let mut others: BTreeMap<usize, Vec<Wording>> = BTreeMap::new();
        for named in synonyms.named(&words, typed, vocabulary) {
            if !concepts.terms.contains(&named.term) {
                concepts.terms.push(named.term);
            }
            for &(group, _) in &plain[named.words.clone()] {
                let rows = synonyms.names(named.term).iter().cloned();
                others
                    .entry(group)
                    .or_default()
                    .extend(rows.map(|row| Wording {
                        words: row_of(row),
                        weight: SYNONYM,
                    }));
            }
        }
        for pair in plain.windows(2) {
            let joined = format!("{}{}", pair[0].1.folded, pair[1].1.folded);
            let side_by_side = pair[0].0 + 1 == pair[1].0;
            if let Some(word) = vocabulary.word(&joined).filter(|_| side_by_side) {
                for (group, _) in pair {
                    others.entry(*group).or_default().push(Wording {
                        words: Words::Form(vocabulary.stem_of(word), Some(word)),
                        weight: 1.0,
                    });
                }
            }
        }
        let all_grammar = words.iter().all(|word| !carries(word));
        let only_words = plain.len() == query.groups.len();
        let mut next = 0;
        let mut tries = MOST_CORRECTIONS;
        for (at, group) in query.groups.iter().enumerate() {
            let place = next;
            next += group.first().map_or(1, length);
            let others = others.remove(&at).unwrap_or_default();
            // Grammar is passed over, but not where there is nothing else, or where it names
            // something.
            let grammar = matches!(group.as_slice(), [Atom::Word(word)] if !carries(word));
            if grammar && others.is_empty() && !(all_grammar && only_words) {
                continue;
            }
            let mut wordings: Vec<Wording> = Vec::new();
            for atom in group {
                let reading = Reading { vocabulary, atom };
                let (found, corrected) = reading.wordings(others.is_empty() && tries > 0);
                tries -= usize::from(found.is_empty() && tries > 0);
                wordings.extend(found);
                concepts.corrected.extend(corrected);
            }
            for other in others {
                if !wordings.iter().any(|one| one.words.same(&other.words)) {
                    wordings.push(other);
                }
            }
            concepts.wanted.push(Concept {
                typed: typed_of(group, typed),
                at: place,
                required: matches!(group.as_slice(), [Atom::Phrase(_)]),
                wordings,
            });
        }
        for atom in &query.without {
            let (wordings, _) = Reading { vocabulary, atom }.wordings(false);
            concepts.unwanted.push(Concept {
                typed: String::new(),
                at: 0,
                required: false,
                wordings,
            });
        }
        concepts
    }
}

/// Words of questions that carry no content, beside the stop words of the study, in order.
const QUESTION_WORDS: [&str; 25] = [
    "anything", "does", "explain", "find", "i", "like", "me", "mean", "means", "my", "please",
    "say", "says", "show", "tell", "us", "was", "what", "when", "where", "who", "whom", "whose",
    "why", "you",
];

fn carries(word: &Token) -> bool {
    is_content(&word.folded) && QUESTION_WORDS.binary_search(&word.folded.as_str()).is_err()
}

fn length(atom: &Atom) -> usize {
    match atom {
        Atom::Word(_) | Atom::Prefix(_) => 1,
        Atom::Phrase(words) | Atom::Row(words) => words.len(),
    }
}

/// The letters of a group, from the first to the last.
fn typed_of(group: &[Atom], typed: &str) -> String {
    let words: Vec<&Token> = group
        .iter()
        .flat_map(|atom| match atom {
            Atom::Word(word) | Atom::Prefix(word) => std::slice::from_ref(word),
            Atom::Phrase(words) | Atom::Row(words) => words.as_slice(),
        })
        .collect();
    match (words.first(), words.last()) {
        (Some(first), Some(last)) => typed[first.range.start..last.range.end].to_owned(),
        _ => String::new(),
    }
}

fn row_of(mut stems: Vec<u32>) -> Words {
    match stems.len() {
        1 => Words::Form(stems.remove(0), None),
        _ => Words::Row(stems),
    }
}

impl Words {
    /// Whether both find the same.
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Form(a, _), Self::Form(b, _)) => a == b,
            _ => self == other,
        }
    }

    /// The stems that have to stand in a row where it stands.
    #[must_use]
    pub fn rows(&self, vocabulary: &Vocabulary) -> Vec<Vec<u32>> {
        let stem = |word: &u32| vocabulary.stem_of(*word);
        match self {
            Self::Form(stem, _) => vec![vec![*stem]],
            Self::Any(words) => {
                let mut stems: Vec<u32> = words.iter().map(stem).collect();
                stems.sort_unstable();
                stems.dedup();
                stems.into_iter().map(|stem| vec![stem]).collect()
            }
            Self::Row(stems) => vec![stems.clone()],
            Self::Exact(words) => vec![words.iter().map(stem).collect()],
        }
    }
}

/// An atom and the words that there are.
struct Reading<'a> {
    vocabulary: &'a Vocabulary,
    atom: &'a Atom,
}

impl Reading<'_> {
    /// What will do for the atom; and where it stands nowhere and may be corrected, the word that
    /// was taken for it.
    fn wordings(&self, correct: bool) -> (Vec<Wording>, Option<(Token, String)>) {
        match self.atom {
            Atom::Word(word) => self.word(word, correct),
            Atom::Prefix(word) => {
                let words = self
                    .vocabulary
                    .beginning_with(&word.folded, MOST_BEGINNINGS);
                (
                    as_typed((!words.is_empty()).then_some(Words::Any(sorted(words)))),
                    None,
                )
            }
            Atom::Phrase(words) => {
                let numbers = words.iter().map(|word| self.vocabulary.word(&word.folded));
                (
                    as_typed(numbers.collect::<Option<_>>().map(Words::Exact)),
                    None,
                )
            }
            Atom::Row(words) => {
                let stems = words.iter().map(|word| self.vocabulary.stem(&word.folded));
                (as_typed(stems.collect::<Option<_>>().map(row_of)), None)
            }
        }
    }

    fn word(&self, word: &Token, correct: bool) -> (Vec<Wording>, Option<(Token, String)>) {
        let vocabulary = self.vocabulary;
        let form = |folded: &str| {
            let stem = vocabulary.stem(folded)?;
            Some(Words::Form(stem, vocabulary.word(folded)))
        };
        let mut wordings = as_typed(form(&word.folded));
        wordings.extend(self.halves(&word.folded));
        if !wordings.is_empty() || !correct || is_chinese(&word.folded) {
            return (wordings, None);
        }
        let Some(meant) = vocabulary.nearest(&word.folded) else {
            return (wordings, None);
        };
        let corrected = (word.clone(), meant.to_owned());
        (as_typed(form(meant)), Some(corrected))
    }

    /// "cybersecurity" is "cyber security".
    fn halves(&self, folded: &str) -> impl Iterator<Item = Wording> {
        const SHORTEST: usize = 3;
        let cuts = SHORTEST..folded.len().saturating_sub(SHORTEST - 1);
        cuts.filter(|&cut| folded.is_char_boundary(cut))
            .filter_map(move |cut| {
                let (first, second) = folded.split_at(cut);
                let first = self.vocabulary.word(first)?;
                let second = self.vocabulary.word(second)?;
                let stems = [first, second].map(|word| self.vocabulary.stem_of(word));
                Some(Wording {
                    words: Words::Row(stems.to_vec()),
                    weight: 1.0,
                })
            })
    }
}

fn as_typed(words: Option<Words>) -> Vec<Wording> {
    let typed = words.map(|words| Wording { words, weight: 1.0 });
    typed.into_iter().collect()
}

fn sorted(mut words: Vec<u32>) -> Vec<u32> {
    words.sort_unstable();
    words
}

#[cfg(test)]
mod tests {
    use super::QUESTION_WORDS;

    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        assert!(QUESTION_WORDS.is_sorted());
    }
}
