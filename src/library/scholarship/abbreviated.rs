//! A name and its own abbreviation in brackets behind it: one mention, not two.

use std::ops::Range;

use super::mention::Mention;

/// Joins each name with the abbreviation of the same term that follows it in brackets, or the other
/// way round: "United Nations (UN)", "UN (United Nations)", "Forum (the “FCA”)".
///
/// The mentions are those of a text, by term, then by place.
pub fn join_abbreviations(text: &str, mentions: Vec<Mention>) -> Vec<Mention> {
    let mut joined: Vec<Mention> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        if let Some(name) = joined.last_mut()
            && name.term == mention.term
            && name.in_brackets.is_none()
            && [&name.range, &mention.range]
                .map(|own| is_abbreviation(&text[own.clone()]))
                .contains(&true)
            && let Some(end) = end_of_brackets(text, name.range.end, &mention.range)
        {
            name.range.end = end;
            name.in_brackets = Some(mention.form);
        } else {
            joined.push(mention);
        }
    }
    joined
}

/// One word with capitals inside: "UN", "ICTs".
fn is_abbreviation(name: &str) -> bool {
    let capitals = name.chars().filter(|sign| sign.is_uppercase());
    capitals.count() > 1 && !name.contains(char::is_whitespace)
}

/// Where the brackets end that open behind a name and hold this and no more.
fn end_of_brackets(text: &str, name_end: usize, held: &Range<usize>) -> Option<usize> {
    let between = text.get(name_end..held.start)?;
    let opening = between
        .trim_start_matches(is_around)
        .strip_prefix(['(', '['])?;
    if !["", "the", "or"].contains(&opening.trim_matches(is_around)) {
        return None;
    }
    let rest = text[held.end..].trim_start_matches(is_around);
    let behind = rest.strip_prefix([')', ']'])?;
    Some(text.len() - behind.len())
}

/// What may stand around a name without being part of it.
fn is_around(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '"' | '\'' | '“' | '”' | '‘' | '’')
}
