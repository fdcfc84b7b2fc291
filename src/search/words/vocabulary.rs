//! Every word that is searched, by number.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::family::family;
use crate::analysis::{Stemming, WordLists, unmarked};

/// How much another form of a word counts beside the one that was typed.
const OTHER_FORM: f32 = 0.85;

/// The words of all texts, of the names of terms and of the editors' pages. Numbers are of 32 bits,
/// since there is one for every word of every text.
#[derive(Debug)]
pub struct Vocabulary {
    /// What the editors say of single words.
    pub lists: WordLists,
    pub(super) languages: Vec<Stemming>,
    pub(super) words: Vec<KnownWord>,
    pub(super) by_word: HashMap<String, u32>,
    /// The letters of the stems.
    pub(super) stems: Vec<String>,
    pub(super) by_stem: HashMap<String, u32>,
    /// The spellings without marks, and the stem of all words that have it.
    pub(super) plain: Vec<String>,
    pub(super) plain_stems: Vec<u32>,
    pub(super) by_plain: HashMap<String, u32>,
    /// All words in the order of the alphabet, without marks, for what begins alike.
    pub(super) sorted: Vec<u32>,
}

/// A word that stands somewhere.
#[derive(Debug, Clone)]
pub(super) struct KnownWord {
    pub folded: String,
    /// Its spelling without marks.
    pub plain: u32,
    pub is_marked: bool,
    pub stem: u32,
    /// How often it stands anywhere; names of terms do not count.
    pub count: u32,
    /// Whether it stands in a text.
    pub in_text: bool,
    pub is_english: bool,
}

/// How a word of a text answers to one that was typed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// How much it counts, 1 for the same.
    pub weight: f32,
    /// Whether the one has marks and the other has none.
    pub other_marks: bool,
}

impl Likeness {
    /// The word that was typed, or one of several that were meant.
    pub const SAME: Self = Self {
        weight: 1.0,
        other_marks: false,
    };
}

/// A word of a phrase: as it was typed, and what stands for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spelling {
    /// The number of the spelling without marks.
    pub plain: u32,
    /// The word itself, if it stands anywhere.
    pub word: Option<u32>,
}

impl Vocabulary {
    /// The number of a folded word.
    #[must_use]
    pub fn word(&self, folded: &str) -> Option<u32> {
        self.by_word.get(folded).copied()
    }

    /// How a folded word is spelled, if any word is but for its marks.
    #[must_use]
    pub fn spelling(&self, folded: &str) -> Option<Spelling> {
        let plain = *self.by_plain.get(&*unmarked(folded))?;
        let word = self.word(folded);
        Some(Spelling { plain, word })
    }

    /// How a word is spelled.
    #[must_use]
    pub fn spelling_of(&self, word: u32) -> Spelling {
        Spelling {
            plain: self.words[word as usize].plain,
            word: Some(word),
        }
    }

    /// The number of the stem that a folded word has, if any word here has it: that of the word with
    /// its marks or without, or else by the rules of any language.
    #[must_use]
    pub fn stem(&self, folded: &str) -> Option<u32> {
        if let Some(spelling) = self.spelling(folded) {
            return Some(self.stem_of_spelling(spelling));
        }
        let mut stems = self.languages.iter().filter_map(|language| {
            let stem = language.stem(folded, &self.lists);
            self.by_stem.get(&stem).copied()
        });
        stems.next()
    }

    /// The stem of a word, both by number.
    #[must_use]
    pub fn stem_of(&self, word: u32) -> u32 {
        self.words[word as usize].stem
    }

    /// The stem of a spelling.
    #[must_use]
    pub fn stem_of_spelling(&self, spelling: Spelling) -> u32 {
        self.plain_stems[spelling.plain as usize]
    }

    /// The letters of a stem.
    #[must_use]
    pub fn stem_letters(&self, stem: u32) -> &str {
        &self.stems[stem as usize]
    }

    /// The number of stems.
    #[must_use]
    pub fn stem_count(&self) -> usize {
        self.stems.len()
    }

    /// How a word of a text answers to one that was typed and has the same stem.
    #[must_use]
    pub fn form(&self, typed: u32, word: u32) -> Likeness {
        if typed == word {
            return Likeness::SAME;
        }
        let is_marked = |word: u32| self.words[word as usize].is_marked;
        Likeness {
            weight: OTHER_FORM,
            other_marks: is_marked(typed) != is_marked(word),
        }
    }

    /// How a word of a text answers to a word of a phrase; `None` where it is another word.
    #[must_use]
    pub fn spelled(&self, spelling: Spelling, word: u32) -> Option<Likeness> {
        let is_same = self.words[word as usize].plain == spelling.plain;
        let likeness = spelling
            .word
            .map_or(Likeness::SAME, |typed| self.form(typed, word));
        is_same.then_some(likeness)
    }

    /// The words that begin with these letters, but for their marks, the most frequent first.
    #[must_use]
    pub fn beginning_with(&self, letters: &str, most: usize) -> Vec<u32> {
        let letters = unmarked(letters);
        let plain = |word: &u32| self.plain_letters(*word);
        let first = self.sorted.partition_point(|word| plain(word) < &*letters);
        let mut found: Vec<u32> = self.sorted[first..]
            .iter()
            .copied()
            .take_while(|word| plain(word).starts_with(&*letters))
            .collect();
        found.sort_by_key(|&word| Reverse(self.words[word as usize].count));
        found.truncate(most);
        found
    }

    fn plain_letters(&self, word: u32) -> &str {
        &self.plain[self.words[word as usize].plain as usize]
    }

    /// The English words of the texts that are of one family with a folded word, without its own
    /// forms: of each stem the most frequent.
    #[must_use]
    pub fn relatives(&self, folded: &str) -> Vec<u32> {
        let (Some(root), Some(own)) = (family(folded, &self.lists), self.stem(folded)) else {
            return Vec::new();
        };
        let mut found: Vec<u32> = Vec::new();
        for word in self.beginning_with(root, usize::MAX) {
            let known = &self.words[word as usize];
            let is_new =
                known.stem != own && !found.iter().any(|&one| self.stem_of(one) == known.stem);
            let is_relative = family(&known.folded, &self.lists) == Some(root);
            if known.in_text && known.is_english && is_new && is_relative {
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
    /// too many or out of order in a word of five letters or more, two in one of eight or more;
    /// marks are no letters.
    #[must_use]
    pub fn nearest(&self, folded: &str) -> Option<&str> {
        let typed = unmarked(folded);
        let length = typed.chars().count();
        let most = match length {
            0..5 => return None,
            5..8 => 1,
            _ => 2,
        };
        if typed.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let first = typed.chars().next();
        let words = (0..).zip(&self.words);
        let near = words.filter_map(|(number, word)| {
            let plain = self.plain_letters(number);
            let letters = plain.chars().count();
            // A short word is another word, not a slip.
            if letters < 4 || letters.abs_diff(length) > most {
                return None;
            }
            let edits = strsim::osa_distance(&typed, plain);
            let elsewhere = plain.chars().next() != first;
            (edits <= most).then_some((edits, elsewhere, word))
        });
        let nearest = near.min_by_key(|(edits, elsewhere, word)| {
            let often = Reverse(word.count);
            (*edits, !word.in_text, *elsewhere, often, &word.folded)
        });
        nearest.map(|(_, _, word)| word.folded.as_str())
    }
}

/// A count as 32 bits. Texts of four billion words do not fit in the memory that this would need.
pub fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Likeness;
    use crate::analysis::{WordLists, folded};
    use crate::search::words::{Vocabulary, VocabularyDraft};

    /// The words of each language.
    fn vocabulary(words: &[(&str, &str)]) -> Vocabulary {
        let mut draft = VocabularyDraft::new(WordLists::default());
        for (language, words) in words {
            let language = draft.language(language);
            for word in words.split(' ') {
                draft.add(&folded(word), language);
            }
        }
        draft.end_texts();
        draft.finish()
    }

    #[test]
    fn words_meet_by_the_rules_of_their_language() {
        let words = vocabulary(&[
            ("en", "laws gift information"),
            ("de", "Gesetze Gift Informationen Information Würde"),
            ("fr", "nationale"),
        ]);
        for (one, other) in [
            ("gesetz", "gesetze"),
            ("law", "laws"),
            ("informationen", "information"),
            ("wurde", "würde"),
            ("würden", "würde"),
            ("national", "nationale"),
        ] {
            assert!(words.stem(one).is_some(), "{one}");
            assert_eq!(words.stem(one), words.stem(other), "{one}, {other}");
        }
        assert_eq!(words.stem("recht"), None);
        assert_ne!(words.stem("gift"), words.stem("laws"));
    }

    #[test]
    fn the_spelling_that_was_typed_counts_most() {
        let words = vocabulary(&[("de", "wurde würde würden")]);
        let number = |word| words.word(word).unwrap();
        let form = |typed, word| words.form(number(typed), number(word));
        assert_eq!(form("würde", "würde"), Likeness::SAME);
        assert!(form("würde", "würden").weight < 1.0);
        assert!(!form("würde", "würden").other_marks);
        assert!(form("würde", "wurde").other_marks);
        let typed = words.spelling("wurde").unwrap();
        let spelled = |word| words.spelled(typed, number(word));
        assert_eq!(spelled("wurde"), Some(Likeness::SAME));
        assert!(spelled("würde").is_some_and(|likeness| likeness.other_marks));
        assert_eq!(spelled("würden"), None);
    }

    #[test]
    fn marks_need_not_be_typed() {
        let words = vocabulary(&[("en", "śūnyatā prajñāpāramitā canon")]);
        let begins = words.beginning_with("sunya", 8);
        assert_eq!(begins, [words.word("śūnyatā").unwrap()]);
        assert_eq!(words.nearest("prajnaparamit"), Some("prajñāpāramitā"));
    }
}
