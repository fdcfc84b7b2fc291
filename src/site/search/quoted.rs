//! How a page says what was asked.

/// The query in quotes: in its own, where it is one phrase.
pub fn quoted(query: &str) -> String {
    const QUOTES: [char; 3] = ['"', '“', '”'];
    let inside = query.trim().strip_prefix(QUOTES);
    let phrase = inside.and_then(|rest| rest.strip_suffix(QUOTES));
    let words = phrase.filter(|words| !words.contains(QUOTES));
    format!("“{}”", words.unwrap_or(query))
}
