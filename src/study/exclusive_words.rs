//! Words that only one document uses.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::corpus::Corpus;
use crate::library::{DocumentId, IdMap, Library};

/// A word of one document, and how often it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExclusiveWord {
    /// The word in the form in which the text mostly has it.
    pub word: String,
    /// How often.
    pub count: usize,
}

/// For each document the words that stand in no other, the most frequent first, then by letters.
///
/// Only words of content count, with a letter and of two signs or more: numbers, dates and initials
/// are left out. Inflected forms are words of their own; forms that differ in letter case and the like
/// are one word.
#[must_use]
pub fn exclusive_words(
    library: &Library,
    corpus: &Corpus,
) -> IdMap<DocumentId, Vec<ExclusiveWord>> {
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
    let forms = printed_forms(library, corpus, &uses);
    let mut found = IdMap::filled(corpus.documents().count(), Vec::new());
    for (word, uses) in (0..).zip(uses) {
        let letters = corpus.letters(word);
        if let Uses::In(document, count) = uses
            && letters.chars().any(char::is_alphabetic)
            && letters.chars().nth(1).is_some()
            && corpus.is_content(word)
        {
            found[document].push((Reverse(count), letters, word));
        }
    }
    let sorted = |mut words: Vec<(Reverse<usize>, &str, u32)>| {
        words.sort_unstable();
        let words = words.into_iter().map(|(count, _, word)| ExclusiveWord {
            word: commonest(&forms[&word]),
            count: count.0,
        });
        words.collect()
    };
    found.into_values().map(sorted).collect()
}

/// How often each word of one document stands there in each of its forms.
fn printed_forms<'a>(
    library: &'a Library,
    corpus: &Corpus,
    uses: &[Uses],
) -> HashMap<u32, HashMap<&'a str, usize>> {
    let mut forms: HashMap<u32, HashMap<&str, usize>> = HashMap::new();
    for place in 0..corpus.len() {
        let word = corpus.word_at(place);
        if matches!(uses[word as usize], Uses::In(..)) {
            let prose = library.prose(corpus.unit_at(place).part);
            let form = &prose.text[corpus.bytes(&(place..place + 1))];
            *forms.entry(word).or_default().entry(form).or_default() += 1;
        }
    }
    forms
}

/// The form that stands most often, without places to break it; of several, the one that no beginning of
/// a sentence or a title made large.
fn commonest(forms: &HashMap<&str, usize>) -> String {
    let best = forms.iter().min_by_key(|&(form, count)| {
        let is_large = form.starts_with(char::is_uppercase);
        (Reverse(count), is_large, form)
    });
    best.map_or_else(String::new, |(form, _)| {
        form.replace(['\u{ad}', '\u{200b}'], "")
    })
}

/// Where a word stands, as far as it has been read.
#[derive(Clone, Copy)]
enum Uses {
    Nowhere,
    In(DocumentId, usize),
    InSeveral,
}
