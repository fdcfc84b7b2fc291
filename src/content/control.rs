//! Control characters, which no text may have: browsers, programs and terminals each make something else
//! of them.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A control character, and the bytes that stand for it.
pub type Control = (char, Range<usize>);

/// The first control character of a text other than tabs and the ends of lines.
pub fn first_control(text: &str) -> Option<Control> {
    let mut signs = text.char_indices();
    let (at, sign) = signs.find(|(_, sign)| is_control(*sign))?;
    Some((sign, at..at + sign.len_utf8()))
}

/// The first one that Markdown would make of a number: `&#27;`, `&#x1b;`.
pub fn first_numbered_control(markdown: &str) -> Option<Control> {
    let mut numbers = markdown.match_indices("&#");
    numbers.find_map(|(at, start)| {
        let rest = &markdown[at + start.len()..];
        let (number, _) = rest
            .get(..rest.len().min(LONGEST_NUMBER))?
            .split_once(';')?;
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        let sign = char::from_u32(code.ok()?).filter(|sign| is_control(*sign))?;
        Some((sign, at..at + start.len() + number.len() + 1))
    })
}

/// The most bytes of a number that Markdown reads, with the sign after it.
const LONGEST_NUMBER: usize = 9;

/// The first one in any string of a table, by an escape, say.
pub fn first_control_of_table(table: &DeTable<'_>) -> Option<Control> {
    table.values().find_map(first_control_of_value)
}

fn first_control_of_value(value: &Spanned<DeValue<'_>>) -> Option<Control> {
    match value.get_ref() {
        DeValue::String(text) => first_control(text).map(|(sign, _)| (sign, value.span())),
        DeValue::Array(values) => values.iter().find_map(first_control_of_value),
        DeValue::Table(table) => first_control_of_table(table),
        _ => None,
    }
}

fn is_control(sign: char) -> bool {
    sign.is_control() && !matches!(sign, '\n' | '\r' | '\t')
}

#[cfg(test)]
mod tests {
    use super::{first_control, first_numbered_control};

    #[test]
    fn control_characters_are_found_where_they_stand() {
        assert_eq!(first_control("a\tb\r\n\u{e9}"), None);
        assert_eq!(first_control("\u{e9}\u{1b}[0m"), Some(('\u{1b}', 2..3)));
        assert_eq!(first_control("a\u{9b}"), Some(('\u{9b}', 1..3)));
        for (text, found) in [
            ("a &#27; b", Some(('\u{1b}', 2..7))),
            ("&#x1B;", Some(('\u{1b}', 0..6))),
            (
                "&#8212; &#10; &#; &#xyz; &#\u{e9}\u{e9}\u{e9}\u{e9}\u{e9};",
                None,
            ),
            ("&#8212;&#127;", Some(('\u{7f}', 7..13))),
        ] {
            assert_eq!(first_numbered_control(text), found, "{text}");
        }
    }
}
