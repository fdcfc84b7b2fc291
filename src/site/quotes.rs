//! Typographic quotes, for display only: the data keep the characters of the source.

use std::borrow::Cow;
use std::fmt::{self, Display, Formatter, Write};

/// A text shown with straight quotes turned the way a printer sets them.
#[derive(Debug, Clone, Copy)]
pub struct SmartQuotes<T>(pub T);

impl<T: Display> Display for SmartQuotes<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut turned = Turned {
            out: f,
            previous: None,
        };
        write!(turned, "{}", self.0)
    }
}

/// Turns quotes in what is written to it.
struct Turned<W> {
    out: W,
    /// The character that was written last.
    previous: Option<char>,
}

impl<W: Write> Write for Turned<W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some(at) = rest.find(['"', '\'']) {
            let (before, quote) = rest.split_at(at);
            self.out.write_str(before)?;
            self.previous = before.chars().next_back().or(self.previous);
            let (quote, after) = quote.split_at(1);
            let shown = turned(quote, self.previous);
            self.out.write_char(shown)?;
            self.previous = Some(shown);
            rest = after;
        }
        self.previous = rest.chars().next_back().or(self.previous);
        self.out.write_str(rest)
    }
}

/// A straight quote as it is set after a character, or at the beginning.
///
/// It opens after white space, an opening bracket, a dash or another opening quote; every other
/// closes, which is also the form of an apostrophe.
fn turned(quote: &str, previous: Option<char>) -> char {
    let opens = previous.is_none_or(|p| p.is_whitespace() || "([{—–“‘/".contains(p));
    match (quote, opens) {
        ("\"", true) => '“',
        ("\"", false) => '”',
        (_, true) => '‘',
        (_, false) => '’',
    }
}

/// The text with typographic quotes; `before` is the character that stands before it, if any.
pub fn typographic(text: &str, before: Option<char>) -> Cow<'_, str> {
    if !text.contains(['"', '\'']) {
        return text.into();
    }
    let mut shown = Turned {
        out: String::with_capacity(text.len() + 8),
        previous: before,
    };
    // Writing to a string cannot fail.
    let _ = shown.write_str(text);
    shown.out.into()
}

/// The text with every quote straight and white space single: the form in which words are
/// compared, so that what a reader copies from a page matches the source.
pub fn folded(text: &str) -> String {
    let straight: String = text
        .chars()
        .map(|c| match c {
            '“' | '”' => '"',
            '‘' | '’' => '\'',
            _ => c,
        })
        .collect();
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{SmartQuotes, folded, typographic};

    #[test]
    fn quotes_open_and_close() {
        let cases = [
            ("\"win-win\" China's", "“win-win” China’s"),
            ("countries' (\"so\")", "countries’ (“so”)"),
            ("“winner takes all.”", "“winner takes all.”"),
            ("\"'so'\" it is", "“‘so’” it is"),
        ];
        for (raw, shown) in cases {
            assert_eq!(typographic(raw, None), shown);
            assert_eq!(SmartQuotes(raw).to_string(), shown);
            assert_eq!(folded(shown), folded(raw));
        }
        assert_eq!(typographic("' rights", Some('s')), "’ rights");
    }

    #[test]
    fn a_text_that_is_written_in_pieces_reads_the_same() {
        let pieces = format_args!("{}{}{}", "the \"", "end", "\"").to_string();
        assert_eq!(
            SmartQuotes(format_args!("{}{}{}", "the \"", "end", "\"")).to_string(),
            "the “end”"
        );
        assert_eq!(SmartQuotes(pieces).to_string(), "the “end”");
    }
}
