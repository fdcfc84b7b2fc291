//! What of a text is left where a reference was copied with the punctuation around it.

/// What may stand before a reference in running text.
const BEFORE: [char; 5] = ['(', '[', '{', '<', '（'];

/// What may stand after it.
const AFTER: [char; 20] = [
    '.', ',', ';', ':', '!', '?', ')', ']', '}', '>', '\'', '"', '’', '”', '»', '›', '…', '。',
    '，', '）',
];

/// A text without what a browser is to highlight and without the punctuation around it.
pub fn without_punctuation(text: &str) -> &str {
    let text = text.split(":~:").next().unwrap_or(text).trim();
    let stands_around = |sign: char| sign.is_whitespace() || AFTER.contains(&sign);
    let start = text.trim_start_matches(BEFORE);
    let end = start.trim_end_matches(stands_around);
    // A bracket that closes one inside belongs to the reference: `2(4)`.
    let opens = end.matches('(').count() > end.matches(')').count();
    let is_closed = opens && start[end.len()..].starts_with(')');
    start[..end.len() + usize::from(is_closed)].trim_start()
}
