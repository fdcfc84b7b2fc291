//! The signs of notes.

/// The letter of a note: `a`, `b` … `z`, `aa`.
pub fn note_letter(place: usize) -> String {
    let last = char::from(b'a' + u8::try_from(place % 26).unwrap_or_default());
    match place / 26 {
        0 => last.to_string(),
        above => note_letter(above - 1) + &last.to_string(),
    }
}
