//! How long a text is, and how long it takes to read.

use std::iter::Sum;
use std::ops::Add;

/// How many words a reader takes in a minute. Silent readers of English take 238 words of such texts
/// (Brysbaert, Journal of Memory and Language 109, 2019); ours read closely.
const WORDS_A_MINUTE: usize = 230;

/// How many characters of Chinese or Japanese. Silent readers of Chinese take 260 words (Brysbaert), which
/// have 1.6 characters in the texts of Trauzettel-Klosinski and Dietz (Investigative Ophthalmology & Visual
/// Science 53, 2012): about 420, and a little fewer where English has 230. Of Japanese, of which 400 to 600
/// characters are commonly given, the latter’s readers took more aloud than of Chinese (357 and 255).
const CHARACTERS_A_MINUTE: usize = 400;

/// How much there is to read: words, and the characters of scripts that have no spaces between words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Length {
    /// The stretches between white space, but for characters that are counted one by one.
    pub words: usize,
    /// The characters of Chinese and Japanese.
    pub characters: usize,
}

impl Length {
    /// The length of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut length = Self::default();
        for word in text.split_whitespace() {
            let characters = word.chars().filter(|sign| is_counted(*sign)).count();
            let has_others = word
                .chars()
                .any(|sign| sign.is_alphanumeric() && !is_counted(sign));
            length.characters += characters;
            length.words += usize::from(characters == 0 || has_others);
        }
        length
    }

    /// The minutes that it takes to read, at least one.
    #[must_use]
    pub fn minutes(self) -> usize {
        let exact = self.words * CHARACTERS_A_MINUTE + self.characters * WORDS_A_MINUTE;
        exact.div_ceil(WORDS_A_MINUTE * CHARACTERS_A_MINUTE).max(1)
    }

    /// Words and characters together, where one number has to do.
    #[must_use]
    pub fn total(self) -> usize {
        self.words + self.characters
    }

    /// What it is counted in, one of them and several.
    #[must_use]
    pub fn unit(self) -> &'static str {
        if self.characters > self.words {
            "character"
        } else {
            "word"
        }
    }
}

impl Add for Length {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            words: self.words + other.words,
            characters: self.characters + other.characters,
        }
    }
}

impl Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::default(), Add::add)
    }
}

/// Whether a character counts for itself: it is Han or kana.
fn is_counted(sign: char) -> bool {
    is_han(sign) || matches!(sign, '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}')
}

/// Whether a character is Han: of Chinese, or of what Japanese and Korean take from it.
#[must_use]
pub fn is_han(sign: char) -> bool {
    matches!(
        sign,
        '\u{3005}' | '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}'
    )
}

#[cfg(test)]
mod tests {
    use super::Length;

    #[test]
    fn characters_count_where_words_are_not_parted() {
        for (text, words, characters) in [
            ("", 0, 0),
            ("Quiet is kept – always.", 5, 0),
            ("国家保护公民。", 0, 6),
            ("采用 TCP/IP 协议", 1, 4),
            ("ひらがなとカタカナー", 0, 10),
            ("모든 국민은 평등하다", 3, 0),
            ("لكل إنسان حق", 3, 0),
        ] {
            assert_eq!(Length::of(text), Length { words, characters }, "{text}");
        }
    }

    #[test]
    fn reading_takes_its_time() {
        let minutes = |words, characters| Length { words, characters }.minutes();
        assert_eq!(minutes(0, 0), 1);
        assert_eq!(minutes(230, 0), 1);
        assert_eq!(minutes(231, 0), 2);
        assert_eq!(minutes(0, 9_124), 23);
        assert_eq!(minutes(115, 200), 1);
        assert_eq!(minutes(116, 200), 2);
    }
}
