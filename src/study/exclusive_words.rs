//! Words that only one document uses.

use super::corpus::Corpus;
use crate::library::{DocumentId, IdMap};

/// A word of one document, and how often it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExclusiveWord {
    /// The word, folded.
    pub word: String,
    /// How often.
    pub count: usize,
}

/// For each document the words that stand in no other, the most frequent first, then by letters.
///
/// Only words of content count, with a letter and of two signs or more: numbers, dates and initials
/// are left out. Inflected forms are words of their own.
#[must_use]
pub fn exclusive_words(corpus: &Corpus) -> IdMap<DocumentId, Vec<ExclusiveWord>> {
    let mut uses: Vec<Uses> = vec![Uses::Nowhere; corpus.vocabulary_len()];
    for (document, words) in corpus.documents() {
        for place in words.clone() {
            let uses = &mut uses[corpus.word_at(place) as usize];
            *uses = match *uses {
                Uses::Nowhere => Uses::In(document, 1),
                Uses::In(first, count) if first == document => Uses::In(first, count + 1),
                _ => Uses::InSeveral,
            };
        }
    }
    let mut found = IdMap::filled(corpus.documents().count(), Vec::new());
    for (word, uses) in (0..).zip(uses) {
        let letters = corpus.letters(word);
        if let Uses::In(document, count) = uses
            && letters.chars().any(char::is_alphabetic)
            && letters.chars().nth(1).is_some()
            && corpus.is_content(word)
        {
            let word = letters.to_owned();
            found[document].push(ExclusiveWord { word, count });
        }
    }
    let sorted = |mut words: Vec<ExclusiveWord>| {
        words.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.word.cmp(&b.word)));
        words
    };
    found.into_values().map(sorted).collect()
}

/// Where a word stands, as far as it has been read.
#[derive(Clone, Copy)]
enum Uses {
    Nowhere,
    In(DocumentId, usize),
    InSeveral,
}
