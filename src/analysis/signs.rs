//! What single signs are to words.

use unicode_normalization::char::is_combining_mark;

/// Whether a sign belongs to no spelling: soft hyphens, joiners, directions, variations, and the
/// stroke that lengthens an Arabic word.
pub fn is_ignorable(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{640}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{e0100}'..='\u{e01ef}'
    )
}

/// Whether a sign can begin a word.
pub fn is_letter(sign: char) -> bool {
    sign.is_alphanumeric() && !is_ignorable(sign) && !is_combining_mark(sign)
}

/// Whether a sign belongs to the letter before it.
pub fn is_mark(sign: char) -> bool {
    !sign.is_ascii() && is_combining_mark(sign)
}

pub fn is_hyphen(sign: char) -> bool {
    matches!(sign, '-' | '‐' | '‑')
}

pub fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’' | 'ʼ' | '＇')
}

/// Whether a sign is a raised or lowered figure, as at the name of an author or before a note.
pub fn is_raised(sign: char) -> bool {
    matches!(sign, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '₀'..='₉')
}

/// Whether a sign is of a script that writes no space between two words: Chinese, Japanese, Thai,
/// Lao, Burmese, Khmer. Each of its signs is a word of its own here, and what is looked for stands
/// where its signs stand in a row: no list of words decides where one begins.
#[must_use]
pub fn is_unspaced(sign: char) -> bool {
    matches!(
        sign,
        '\u{e00}'..='\u{eff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3041}'..='\u{30fa}'
            | '\u{30fc}'..='\u{30ff}'
            | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ff9f}'
            | '\u{20000}'..='\u{3ffff}'
    )
}
