//! Paths that a reader copied with more or less than belongs to them.

use super::resolve::{Resolution, read};
use crate::library::{Library, ParagraphRange};

/// What may stand after a reference in running text.
const AFTER: [char; 20] = [
    '.', ',', ';', ':', '!', '?', ')', ']', '}', '>', '\'', '"', '’', '”', '»', '›', '…', '。', '，',
    '）',
];

/// What a path leads to that names nothing as it stands: without the punctuation after it, or as a
/// range of paragraphs.
pub fn resolve_leniently(library: &Library, path: &str) -> Option<Resolution> {
    let plain = decoded(path)?.to_lowercase();
    let plain = plain.trim_end_matches(AFTER);
    let reference = plain.strip_prefix('/').filter(|rest| !rest.is_empty())?;
    match read(library, plain) {
        Some((route, paragraph)) => Some(Resolution::Moved(route, paragraph)),
        None => ParagraphRange::parse(library, reference).map(Resolution::Range),
    }
}

/// A path without escapes; `None` where they are broken.
pub fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || u8::try_from(char::from(rest.next()?).to_digit(16)?).ok();
        bytes.push(match byte {
            b'%' => digit()? << 4 | digit()?,
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}
