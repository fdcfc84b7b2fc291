//! What a word is without its marks: what a reader types who has no key for them.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// A folded word without accents, points and the like, and with the plain letter for one that is
/// written through or joined to another. The marks of scripts in which they are vowels of their own,
/// as in Hindi and Thai, stay.
#[must_use]
pub fn unmarked(folded: &str) -> Cow<'_, str> {
    if folded.is_ascii() {
        return folded.into();
    }
    let mut plain = String::new();
    for sign in folded.nfd() {
        match plain_letters(sign) {
            Some(letters) => plain.push_str(letters),
            None => plain.push(sign),
        }
    }
    plain.nfc().collect::<String>().into()
}

/// What is written for a sign by who does without marks; `None` for the sign itself.
fn plain_letters(sign: char) -> Option<&'static str> {
    Some(match sign {
        // Combining marks of European scripts; points of Hebrew, Arabic and Syriac.
        '\u{300}'..='\u{36f}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}'
        | '\u{591}'..='\u{5bd}'
        | '\u{5bf}'
        | '\u{5c1}'
        | '\u{5c2}'
        | '\u{5c4}'
        | '\u{5c5}'
        | '\u{5c7}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e4}'
        | '\u{6e7}'
        | '\u{6e8}'
        | '\u{6ea}'..='\u{6ed}'
        | '\u{711}'
        | '\u{730}'..='\u{74a}'
        // Letters that stand for a glottal stop in transliterations.
        | 'ʾ' | 'ʿ' | 'ʻ' => "",
        'ı' => "i",
        'ł' => "l",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ٱ' => "ا",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        'ة' => "ه",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::unmarked;
    use crate::analysis::folded;

    #[test]
    fn marks_are_folded_where_they_are_marks() {
        for (marked, plain) in [
            ("prajñāpāramitā", "prajnaparamita"),
            ("śūnyatā", "sunyata"),
            ("Nāgārjuna", "nagarjuna"),
            ("Würde", "wurde"),
            ("Łódź", "lodz"),
            ("Œuvre", "oeuvre"),
            ("οδός", "οδοσ"),
            ("Берёзка", "березка"),
            ("ışık", "isik"),
            ("IŞIK", "isik"),
            ("Qurʾān", "quran"),
            // Harakat; hamza on and below alef; alef wasla; the two last letters that look alike.
            ("الْبَيَانَاتُ", "البيانات"),
            ("أحكام", "احكام"),
            ("إقليم", "اقليم"),
            ("ٱسم", "اسم"),
            ("على", "علي"),
            ("حماية", "حمايه"),
            ("שָׁלוֹם", "שלום"),
            // These have vowels for marks.
            ("हिन्दी", "हिन्दी"),
            ("ประเทศ", "ประเทศ"),
            ("が", "が"),
            ("한국", "한국"),
        ] {
            assert_eq!(unmarked(&folded(marked)), plain, "{marked}");
        }
    }
}
