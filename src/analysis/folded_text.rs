//! A text as it is compared, sign by sign, with the way back to its own bytes.

use std::ops::Range;

use caseless::Caseless;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::signs::{is_apostrophe, is_hyphen, is_ignorable, is_unspaced};
use super::unmarked;

/// What makes no difference when texts are compared sign by sign; each has what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Folding {
    /// How a sign is encoded: compatibility forms, soft hyphens, what has no width, the sort of white
    /// space, the hyphen that holds a line together.
    Encoding,
    /// Letter case, and the shape of apostrophes; the points of Arabic and Hebrew, which a text may
    /// do without.
    Case,
    /// The shape of quotation marks and dashes.
    Signs,
}

/// A text, folded, in which words are looked for that are folded the same way.
#[derive(Debug, Clone)]
pub struct FoldedText {
    /// The signs as they are compared.
    pub text: String,
    /// For each byte of it the letter that it comes from, with its marks; `None` where every byte
    /// stands for its own.
    letters: Option<Vec<Letter>>,
}

/// The bytes of one letter of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Letter {
    start: u32,
    end: u32,
}

impl FoldedText {
    /// Folds a text.
    #[must_use]
    pub fn of(text: &str, folding: Folding) -> Self {
        if text.is_ascii() {
            let text = text.chars().map(|sign| ascii(sign, folding)).collect();
            let letters = None;
            return Self { text, letters };
        }
        let (mut folded, mut letters) = (String::new(), Vec::new());
        let mut at = 0;
        while at < text.len() {
            let end = at + letter_length(&text[at..]);
            fold(&text[at..end], folding, &mut folded);
            let letter = Letter {
                start: narrow(at),
                end: narrow(end),
            };
            letters.resize(folded.len(), letter);
            at = end;
        }
        Self {
            text: folded,
            letters: Some(letters),
        }
    }

    /// Where words stand, in the bytes of the text that was folded. They have to be folded the same
    /// way, and to begin and end with whole letters.
    pub fn find<'a>(&'a self, words: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let places = self.text.match_indices(words);
        places.filter_map(|(at, _)| self.unfolded(&(at..at + words.len())))
    }

    /// The same, where the words stand as whole words: no letter, digit or underscore touches them, but
    /// for those of a script that does not part its words.
    pub fn find_whole<'a>(&'a self, words: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let places = self.text.match_indices(words);
        let places = places.map(|(at, _)| at..at + words.len());
        places
            .filter(|range| self.is_whole(range))
            .filter_map(|range| self.unfolded(&range))
    }

    /// Whether a stretch of the folded text begins and ends with whole words.
    #[must_use]
    pub fn is_whole(&self, range: &Range<usize>) -> bool {
        let inside = &self.text[range.clone()];
        let before = self.text[..range.start].chars().next_back();
        let after = self.text[range.end..].chars().next();
        let touches = |outer: Option<char>, inner: Option<char>| {
            let holds = |sign: char| sign.is_alphanumeric() || sign == '_';
            let is_unspaced = |sign: Option<char>| sign.is_some_and(is_unspaced);
            outer.is_some_and(holds) && !is_unspaced(outer) && !is_unspaced(inner)
        };
        !touches(before, inside.chars().next()) && !touches(after, inside.chars().next_back())
    }

    /// The bytes of the text that was folded which a stretch of the folded one comes from; `None`
    /// where it holds nothing, or parts of letters.
    #[must_use]
    pub fn unfolded(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let last = range
            .end
            .checked_sub(1)
            .filter(|&last| last >= range.start)?;
        let Some(letters) = &self.letters else {
            return Some(range.clone());
        };
        let before = range.start.checked_sub(1).map(|before| letters[before]);
        let cuts_first = before == Some(letters[range.start]);
        let cuts_last = letters.get(range.end) == Some(&letters[last]);
        let bytes = letters[range.start].start as usize..letters[last].end as usize;
        (!cuts_first && !cuts_last).then_some(bytes)
    }
}

/// The bytes of the first letter of a text, with its marks.
fn letter_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_plain = |at: usize| bytes.get(at).is_none_or(u8::is_ascii);
    if is_plain(0) && is_plain(1) {
        return 1;
    }
    text.graphemes(true).next().map_or(text.len(), str::len)
}

/// Adds a letter as it is compared; nothing, where it does not count.
fn fold(letter: &str, folding: Folding, folded: &mut String) {
    if let &[byte] = letter.as_bytes() {
        folded.push(ascii(char::from(byte), folding));
        return;
    }
    let signs = letter.chars().filter(|&sign| !is_ignorable(sign));
    if folding == Folding::Encoding {
        folded.extend(signs.nfkc().map(|sign| encoded(sign, folding)));
        return;
    }
    let signs = signs.nfkc().default_case_fold().nfkc();
    let signs = signs.filter(|&sign| !is_point(sign));
    folded.extend(signs.map(|sign| encoded(sign, folding)));
}

fn ascii(sign: char, folding: Folding) -> char {
    match sign {
        _ if sign.is_ascii_whitespace() => ' ',
        _ if folding >= Folding::Case => sign.to_ascii_lowercase(),
        _ => sign,
    }
}

/// The sign for all that count as the same.
fn encoded(sign: char, folding: Folding) -> char {
    match sign {
        _ if sign.is_whitespace() => ' ',
        _ if is_hyphen(sign) => '-',
        _ if folding == Folding::Encoding => sign,
        _ if is_apostrophe(sign) => '\'',
        _ if folding == Folding::Case => sign,
        '‘' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        _ => sign,
    }
}

/// Whether a sign points an Arabic or Hebrew letter, which can be left out.
fn is_point(sign: char) -> bool {
    let is_of_script = matches!(sign, '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{652}' | '\u{670}');
    is_of_script && unmarked(sign.encode_utf8(&mut [0; 4])).is_empty()
}

/// A place as 32 bits: no paragraph has four billion bytes.
fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{FoldedText, Folding};

    fn found<'a>(text: &'a str, words: &str, folding: Folding) -> Vec<&'a str> {
        let words = FoldedText::of(words, folding).text;
        let folded = FoldedText::of(text, folding);
        folded.find(&words).map(|range| &text[range]).collect()
    }

    #[test]
    fn encodings_make_no_difference() {
        for (text, words, stretch) in [
            ("un cafe\u{301} noir", "café", "cafe\u{301}"),
            ("un café noir", "cafe\u{301} noir", "café noir"),
            (
                "in cyber\u{ad}space\u{ad}.",
                "cyberspace",
                "cyber\u{ad}space",
            ),
            ("see Article\u{a0}6 there", "Article 6", "Article\u{a0}6"),
            ("the ﬁrst", "first", "ﬁrst"),
            ("win‑win", "win-win", "win‑win"),
            ("“a\u{200b}b”", "ab”", "a\u{200b}b”"),
            ("first,\nsecond", "first, second", "first,\nsecond"),
        ] {
            assert_eq!(found(text, words, Folding::Encoding), [stretch], "{words}");
        }
    }

    #[test]
    fn spellings_do() {
        for (text, words) in [
            ("un café noir", "cafe"),
            ("ﬁrst", "irst"),
            ("cafe\u{301}", "cafe"),
            ("Cyberspace", "cyberspace"),
            ("it’s", "it's"),
            ("", "a"),
            ("a", ""),
        ] {
            let found = found(text, words, Folding::Encoding);
            assert!(found.is_empty(), "{words} in {text}");
        }
    }

    #[test]
    fn words_stand_whole_or_in_a_script_without_spaces() {
        for (text, words, count) in [
            ("exchange, exchanges", "exchange", 1),
            ("a_b a", "a", 1),
            ("l’école", "école", 1),
            ("cafe\u{301}s cafe\u{301}", "café", 1),
            ("国家网络安全法", "网络", 1),
            ("GB标准", "gb", 1),
        ] {
            let folded = FoldedText::of(text, Folding::Case);
            assert_eq!(folded.find_whole(words).count(), count, "{words}");
        }
    }

    #[test]
    fn what_else_makes_no_difference_on_request() {
        for (text, words, folding, stretch) in [
            ("L’École", "école", Folding::Case, "École"),
            ("STRASSE, Straße", "strasse,", Folding::Case, "STRASSE,"),
            ("it’s", "IT'S", Folding::Case, "it’s"),
            ("ΟΔΟΣ", "οδος", Folding::Case, "ΟΔΟΣ"),
            ("في الْبَيَانَاتِ", "البيانات", Folding::Case, "الْبَيَانَاتِ"),
            ("“so—it is”", "\"so-it", Folding::Signs, "“so—it"),
        ] {
            assert_eq!(found(text, words, folding), [stretch], "{words}");
        }
        assert!(found("so—it", "so-it", Folding::Case).is_empty());
        assert!(
            found("Straße", "stras", Folding::Case).is_empty(),
            "half a ß"
        );
    }
}
