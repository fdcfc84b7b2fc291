//! Cuts a query at its blanks and quotation marks.

use std::ops::Range;

/// A part of a query between blanks, or a phrase between quotation marks.
pub struct Lexeme {
    /// The bytes of the query, without the signs that quote and negate.
    pub range: Range<usize>,
    /// Whether it stands between quotation marks.
    pub quoted: bool,
    /// Whether a minus stands before it.
    pub negated: bool,
}

/// Whether a character is no text: a control character, or what stands for bytes that were none.
#[must_use]
pub fn is_control(sign: char) -> bool {
    (sign.is_control() && !sign.is_whitespace()) || sign == char::REPLACEMENT_CHARACTER
}

/// Whether a sign opens or closes a phrase.
fn is_quote(sign: char) -> bool {
    matches!(sign, '"' | '“' | '”' | '„' | '«' | '»')
}

fn is_minus(sign: char) -> bool {
    matches!(sign, '-' | '−')
}

/// The query in parts. A phrase that is not closed reaches to the end.
pub fn lexemes(text: &str) -> Vec<Lexeme> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        if sign.is_whitespace() || is_control(sign) {
            at += sign.len_utf8();
            continue;
        }
        let next = text[at + sign.len_utf8()..].chars().next();
        let negated = is_minus(sign) && next.is_some_and(|next| !next.is_whitespace());
        if negated {
            at += sign.len_utf8();
        }
        let quoted = text[at..].starts_with(is_quote);
        if quoted {
            at += text[at..].chars().next().map_or(0, char::len_utf8);
        }
        let ends =
            |sign: char| is_quote(sign) || (!quoted && (sign.is_whitespace() || is_control(sign)));
        let end = text[at..]
            .find(ends)
            .map_or(text.len(), |length| at + length);
        if end > at {
            found.push(Lexeme {
                range: at..end,
                quoted,
                negated,
            });
        }
        at = end;
        if quoted {
            at += text[at..].chars().next().map_or(0, char::len_utf8);
        }
    }
    found
}
