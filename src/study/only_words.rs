//! Words that only one document uses.

use super::corpus::Corpus;
use super::stop_words::is_content;

/// A word of one document, and how often it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnlyWord {
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
pub fn only_words(corpus: &Corpus) -> Vec<Vec<OnlyWord>> {
    // For each word the document it stands in and how often; `None` where it is in several.
    let mut owners: Vec<Option<(usize, usize)>> = vec![Some((0, 0)); corpus.vocabulary_len()];
    for document in 0..corpus.document_count() {
        for place in corpus.document(document) {
            let owner = &mut owners[corpus.word_at(place) as usize];
            *owner = match *owner {
                Some((_, 0)) => Some((document, 1)),
                Some((first, count)) if first == document => Some((first, count + 1)),
                _ => None,
            };
        }
    }
    let mut found = vec![Vec::new(); corpus.document_count()];
    for (word, owner) in (0..).zip(owners) {
        let letters = corpus.letters(word);
        if let Some((document, count)) = owner
            && letters.chars().any(char::is_alphabetic)
            && letters.chars().nth(1).is_some()
            && is_content(letters)
        {
            let word = letters.to_owned();
            found[document].push(OnlyWord { word, count });
        }
    }
    for words in &mut found {
        words.sort_by(|a: &OnlyWord, b| b.count.cmp(&a.count).then_with(|| a.word.cmp(&b.word)));
    }
    found
}
