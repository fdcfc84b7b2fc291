//! From an atom of a query to the wordings that will do for it.

use super::wording::{Wording, Words};
use crate::analysis::{Word, is_unspaced};
use crate::search::query::Atom;
use crate::search::words::Vocabulary;

/// The most words that a `*` stands for.
const MOST_BEGINNINGS: usize = 64;

/// The fewest letters of each half of a word that is looked for as two.
const SHORTEST_HALF: usize = 3;

/// A word that stands nowhere, with the one that was taken for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The word of the query.
    pub typed: Word,
    /// A folded word of the vocabulary.
    pub meant: String,
}

/// What will do for an atom; and where it stands nowhere and may be corrected, the word that was
/// taken for it.
pub fn wordings(
    atom: &Atom,
    vocabulary: &Vocabulary,
    may_correct: bool,
) -> (Vec<Wording>, Option<Correction>) {
    let words = match atom {
        Atom::Word(word) => return of_word(word, vocabulary, may_correct),
        Atom::Prefix(word) => {
            let mut words = vocabulary.beginning_with(&word.folded, MOST_BEGINNINGS);
            words.sort_unstable();
            (!words.is_empty()).then_some(Words::Any(words))
        }
        Atom::Phrase(words) => {
            let words = words.iter().map(|word| vocabulary.spelling(&word.folded));
            words.collect::<Option<_>>().map(Words::Exact)
        }
        Atom::Row(words) | Atom::Run(words) => {
            let stems = words.iter().map(|word| vocabulary.stem(&word.folded));
            stems.collect::<Option<_>>().map(Words::of_stems)
        }
    };
    (words.map(Wording::full).into_iter().collect(), None)
}

fn of_word(
    word: &Word,
    vocabulary: &Vocabulary,
    may_correct: bool,
) -> (Vec<Wording>, Option<Correction>) {
    let form = |folded: &str| {
        let stem = vocabulary.stem(folded)?;
        Some(Wording::full(Words::Form(stem, vocabulary.word(folded))))
    };
    let typed = form(&word.folded).into_iter();
    let wordings: Vec<Wording> = typed.chain(halves(&word.folded, vocabulary)).collect();
    if !wordings.is_empty() || !may_correct || word.folded.starts_with(is_unspaced) {
        return (wordings, None);
    }
    let Some(meant) = vocabulary.nearest(&word.folded) else {
        return (wordings, None);
    };
    let correction = Correction {
        typed: word.clone(),
        meant: meant.to_owned(),
    };
    (form(meant).into_iter().collect(), Some(correction))
}

/// "cybersecurity" is "cyber security".
fn halves(folded: &str, vocabulary: &Vocabulary) -> impl Iterator<Item = Wording> {
    let cuts = SHORTEST_HALF..folded.len().saturating_sub(SHORTEST_HALF - 1);
    cuts.filter(|&cut| folded.is_char_boundary(cut))
        .filter_map(move |cut| {
            let (first, second) = folded.split_at(cut);
            let halves = [vocabulary.word(first)?, vocabulary.word(second)?];
            let stems = halves.map(|word| vocabulary.stem_of(word));
            Some(Wording::full(Words::Row(stems.to_vec())))
        })
}
