//! A vocabulary while words are added to it.

use std::collections::{BTreeSet, HashMap};

use super::groups::Groups;
use super::vocabulary::{KnownWord, Vocabulary, narrow};
use crate::analysis::{Stemming, WordLists, unmarked};

/// The language that the editors write.
pub const EDITORS: &str = "en";

/// The words that have been met so far, and in which languages.
#[derive(Debug)]
pub struct VocabularyDraft {
    lists: WordLists,
    words: Vec<DraftWord>,
    by_word: HashMap<String, u32>,
    /// The tags of the languages.
    languages: Vec<String>,
}

#[derive(Debug)]
struct DraftWord {
    folded: String,
    count: u32,
    in_text: bool,
    languages: BTreeSet<u32>,
}

impl VocabularyDraft {
    /// No words yet.
    pub fn new(lists: WordLists) -> Self {
        Self {
            lists,
            words: Vec::new(),
            by_word: HashMap::new(),
            languages: vec![EDITORS.to_owned()],
        }
    }

    /// The number by which words of a language are added.
    pub fn language(&mut self, tag: &str) -> u32 {
        let known = self.languages.iter().position(|one| one == tag);
        let number = known.unwrap_or_else(|| {
            self.languages.push(tag.to_owned());
            self.languages.len() - 1
        });
        narrow(number)
    }

    /// The number of a folded word of a language, which it gets if it has none; counts it once more.
    pub fn add(&mut self, folded: &str, language: u32) -> u32 {
        let number = self.add_name(folded);
        let word = &mut self.words[number as usize];
        word.count += 1;
        word.languages.insert(language);
        number
    }

    /// The same for a word of a name, which is not counted.
    pub fn add_name(&mut self, folded: &str) -> u32 {
        if let Some(&word) = self.by_word.get(folded) {
            return word;
        }
        let number = narrow(self.words.len());
        self.words.push(DraftWord {
            folded: folded.to_owned(),
            count: 0,
            in_text: false,
            languages: BTreeSet::new(),
        });
        self.by_word.insert(folded.to_owned(), number);
        number
    }

    /// Marks all words that have been counted as those of the texts.
    pub fn end_texts(&mut self) {
        for word in &mut self.words {
            word.in_text = word.count > 0;
        }
    }

    /// The vocabulary, when all words are added.
    ///
    /// A word has the stem that its language gives it. One that several languages have makes their
    /// stems one, and so do words that differ in their marks alone.
    pub fn finish(self) -> Vocabulary {
        let languages: Vec<Stemming> = self.languages.iter().map(|tag| Stemming::of(tag)).collect();
        let mut stems = Numbered::default();
        let mut plain = Numbered::default();
        let mut words = Vec::new();
        // Stems that are the same, and the first stem of each plain spelling.
        let mut same: Vec<(u32, u32)> = Vec::new();
        let mut first_of_plain: Vec<u32> = Vec::new();
        for word in self.words {
            let own = word.languages.iter().map(|&language| language as usize);
            let own: Vec<usize> = own.collect();
            let own = if own.is_empty() { vec![0] } else { own };
            let mut numbers = own.iter().map(|&language| {
                let stem = languages[language].stem(&word.folded, &self.lists);
                stems.number(&stem)
            });
            let stem = numbers.next().unwrap_or_default();
            same.extend(numbers.map(|other| (stem, other)));
            let letters = unmarked(&word.folded);
            let plain_number = plain.number(&letters);
            match first_of_plain.get(plain_number as usize) {
                Some(&first) => same.push((first, stem)),
                None => first_of_plain.push(stem),
            }
            words.push(KnownWord {
                is_marked: *letters != *word.folded,
                plain: plain_number,
                stem,
                count: word.count,
                in_text: word.in_text,
                is_english: own.contains(&0),
                folded: word.folded,
            });
        }
        let mut groups = Groups::apart(narrow(stems.letters.len()));
        for (one, other) in same {
            groups.join(one, other);
        }
        for word in &mut words {
            word.stem = groups.of(word.stem);
        }
        let mut by_stem = stems.by_letters;
        for number in by_stem.values_mut() {
            *number = groups.of(*number);
        }
        let first_of_plain = first_of_plain.into_iter();
        let mut sorted: Vec<u32> = (0..narrow(words.len())).collect();
        sorted.sort_by_key(|&word| {
            let known: &KnownWord = &words[word as usize];
            (&plain.letters[known.plain as usize], &known.folded)
        });
        Vocabulary {
            lists: self.lists,
            languages,
            by_word: self.by_word,
            stems: stems.letters,
            by_stem,
            plain_stems: first_of_plain.map(|stem| groups.of(stem)).collect(),
            plain: plain.letters,
            by_plain: plain.by_letters,
            words,
            sorted,
        }
    }
}

/// Letters with a number each, from 0.
#[derive(Debug, Default)]
struct Numbered {
    letters: Vec<String>,
    by_letters: HashMap<String, u32>,
}

impl Numbered {
    fn number(&mut self, letters: &str) -> u32 {
        if let Some(&number) = self.by_letters.get(letters) {
            return number;
        }
        let number = narrow(self.letters.len());
        self.letters.push(letters.to_owned());
        self.by_letters.insert(letters.to_owned(), number);
        number
    }
}
