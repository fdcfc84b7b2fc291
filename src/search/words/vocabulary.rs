//! Every word that is searched, by number.

use std::collections::HashMap;

use super::family::family;
use super::stems::stem;

/// The words of all texts, of the names of terms and of the editors' pages. Numbers are of 32 bits,
/// since there is one for every word of every text.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    words: Vec<KnownWord>,
    stems: Vec<String>,
    by_word: HashMap<String, u32>,
    by_stem: HashMap<String, u32>,
    /// All words in the order of the alphabet, for what begins alike.
    sorted: Vec<u32>,
}

#[derive(Debug, Clone)]
struct KnownWord {
    folded: String,
    stem: u32,
    /// How often it stands anywhere; names of terms do not count.
    count: u32,
    /// Whether it stands in a text.
    in_text: bool,
}

impl Vocabulary {
    /// The number of a folded word, which it gets if it has none; counts it once more.
    pub fn add(&mut self, folded: &str) -> u32 {
        let word = self.add_name(folded);
        self.words[word as usize].count += 1;
        word
    }

    /// The same for a word of a name, which is not counted.
    pub fn add_name(&mut self, folded: &str) -> u32 {
        if let Some(&word) = self.by_word.get(folded) {
            return word;
        }
        let word = narrow(self.words.len());
        let stem = self.add_stem(stem(folded));
        self.words.push(KnownWord {
            folded: folded.to_owned(),
            stem,
            count: 0,
            in_text: false,
        });
        self.by_word.insert(folded.to_owned(), word);
        word
    }

    /// Marks all words that have been counted as those of the texts.
    pub fn end_texts(&mut self) {
        for word in &mut self.words {
            word.in_text = word.count > 0;
        }
    }

    fn add_stem(&mut self, stem: String) -> u32 {
        let next = narrow(self.stems.len());
        let number = *self.by_stem.entry(stem.clone()).or_insert(next);
        if number == next {
            self.stems.push(stem);
        }
        number
    }

    /// Puts the words in order; to be called when all are added.
    pub fn sort(&mut self) {
        let mut sorted: Vec<u32> = (0..narrow(self.words.len())).collect();
        sorted.sort_by_key(|&word| &self.words[word as usize].folded);
        self.sorted = sorted;
    }

    /// The number of a folded word.
    #[must_use]
    pub fn word(&self, folded: &str) -> Option<u32> {
        self.by_word.get(folded).copied()
    }

    /// The number of the stem that a folded word has, if any word here has it.
    #[must_use]
    pub fn stem(&self, folded: &str) -> Option<u32> {
        match self.word(folded) {
            Some(word) => Some(self.stem_of(word)),
            None => self.by_stem.get(&stem(folded)).copied(),
        }
    }

    /// The stem of a word, both by number.
    #[must_use]
    pub fn stem_of(&self, word: u32) -> u32 {
        self.words[word as usize].stem
    }

    /// The letters of a stem.
    #[must_use]
    pub fn stem_letters(&self, stem: u32) -> &str {
        &self.stems[stem as usize]
    }

    /// The words that begin with these letters, the most frequent first.
    #[must_use]
    pub fn beginning_with(&self, letters: &str, most: usize) -> Vec<u32> {
        let folded = |word: &u32| self.words[*word as usize].folded.as_str();
        let first = self.sorted.partition_point(|word| folded(word) < letters);
        let mut found: Vec<u32> = self.sorted[first..]
            .iter()
            .copied()
            .take_while(|word| folded(word).starts_with(letters))
            .collect();
        found.sort_by_key(|&word| std::cmp::Reverse(self.words[word as usize].count));
        found.truncate(most);
        found
    }

    /// The words of the texts that are of one family with a folded word, without its own forms: of
    /// each stem the most frequent.
    #[must_use]
    pub fn relatives(&self, folded: &str) -> Vec<u32> {
        let (Some(root), Some(own)) = (family(folded), self.stem(folded)) else {
            return Vec::new();
        };
        let mut found: Vec<u32> = Vec::new();
        for word in self.beginning_with(root, usize::MAX) {
            let known = &self.words[word as usize];
            let is_new =
                known.stem != own && !found.iter().any(|&one| self.stem_of(one) == known.stem);
            if known.in_text && is_new && family(&known.folded) == Some(root) {
                found.push(word);
            }
        }
        found
    }

    /// The letters of a word.
    #[must_use]
    pub fn folded(&self, word: u32) -> &str {
        &self.words[word as usize].folded
    }

    /// The word that was most likely meant by one that stands nowhere: one letter wrong, missing,
    /// too many or out of order in a word of five letters or more, two in one of eight or more.
    #[must_use]
    pub fn nearest(&self, folded: &str) -> Option<&str> {
        let length = folded.chars().count();
        let most = match length {
            0..5 => return None,
            5..8 => 1,
            _ => 2,
        };
        if folded.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let first = folded.chars().next();
        self.words
            .iter()
            .filter_map(|word| {
                let letters = word.folded.chars().count();
                // A short word is another word, not a slip.
                if letters < 4 || letters.abs_diff(length) > most {
                    return None;
                }
                let edits = strsim::osa_distance(folded, &word.folded);
                let elsewhere = word.folded.chars().next() != first;
                (edits <= most).then_some((edits, elsewhere, word))
            })
            .min_by_key(|(edits, elsewhere, word)| {
                let often = std::cmp::Reverse(word.count);
                (*edits, !word.in_text, *elsewhere, often, &word.folded)
            })
            .map(|(_, _, word)| word.folded.as_str())
    }
}

/// A count as 32 bits. Texts of four billion words do not fit in the memory that this would need.
pub fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
