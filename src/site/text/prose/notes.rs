//! The signs of notes.

use crate::library::Prose;
use crate::site::language::typographic;

/// The letter of a note: `a`, `b` … `z`, `aa`.
pub fn note_letter(place: usize) -> String {
    let last = char::from(b'a' + u8::try_from(place % 26).unwrap_or_default());
    match place / 26 {
        0 => last.to_string(),
        above => note_letter(above - 1) + &last.to_string(),
    }
}

/// What stands for a note in the text.
pub struct NoteSign {
    /// What is shown.
    pub letter: String,
    /// The word before it, which tells notes of one letter apart where they are read out; empty where
    /// there is none.
    pub word: String,
}

impl NoteSign {
    /// The sign of the note with this place in the prose's notes.
    pub fn of(prose: &Prose, place: usize) -> Self {
        let before = prose
            .notes
            .get(place)
            .and_then(|note| prose.text.get(..note.at));
        let word = before.and_then(|words| words.split_whitespace().next_back());
        let word = word.unwrap_or_default();
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        Self {
            letter: note_letter(place),
            word: typographic(word).into_owned(),
        }
    }
}
