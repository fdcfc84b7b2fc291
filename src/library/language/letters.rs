//! The scripts that letters belong to.

use icu_locale::subtags::{Script, script};

use super::length::is_han;

/// Whether a text in a script has this letter. In a script that is not known here it may be any but those
/// of the others.
pub fn has(own: Script, letter: char) -> bool {
    let is_own = |other: Script| other == own;
    if own == script!("Hans") || own == script!("Hant") || own == script!("Hani") {
        return is_han(letter);
    }
    if own == script!("Jpan") {
        return is_han(letter) || script_of(letter).is_some_and(|one| one == script!("Kana"));
    }
    if own == script!("Kore") {
        return is_han(letter) || script_of(letter).is_some_and(|one| one == script!("Hang"));
    }
    script_of(letter).map_or(!is_han(letter), is_own)
}

/// The script of a letter, where it is one of those in which laws and books are mostly printed; `Kana`
/// for both kinds of kana.
fn script_of(letter: char) -> Option<Script> {
    Some(match letter {
        '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => script!("Latn"),
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => script!("Grek"),
        '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{a640}'..='\u{a69f}' => {
            script!("Cyrl")
        }
        '\u{530}'..='\u{58f}' => script!("Armn"),
        '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}' => script!("Hebr"),
        '\u{600}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}'
        | '\u{8a0}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' => script!("Arab"),
        '\u{900}'..='\u{97f}' => script!("Deva"),
        '\u{980}'..='\u{9ff}' => script!("Beng"),
        '\u{b80}'..='\u{bff}' => script!("Taml"),
        '\u{e00}'..='\u{e7f}' => script!("Thai"),
        '\u{10a0}'..='\u{10ff}' | '\u{1c90}'..='\u{1cbf}' => script!("Geor"),
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}' => {
            script!("Hang")
        }
        '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' => script!("Kana"),
        _ => return None,
    })
}
