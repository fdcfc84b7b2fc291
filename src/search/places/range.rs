//! Reads the name of paragraphs in a row: "II.2.p1–p3", "II.2, paragraphs 1 to 3".

use super::lookup::Lookup;
use super::named::Named;
use super::paragraph_name::ParagraphName;
use super::reading::{PlaceName, read};
use crate::library::{ParagraphId, ParagraphRange, Place, split_at_dashes};

/// A text as the name of a range. Between sections it reaches from the first paragraph of the one to
/// the last of the other.
pub fn range(lookup: Lookup<'_>, text: &str) -> Named {
    let mut not_there = Named::Nothing;
    let to = text.match_indices(" to ");
    let at_words = to.map(|(at, word)| (&text[..at], &text[at + word.len()..]));
    for (first, last) in split_at_dashes(text).chain(at_words) {
        match ends(lookup, first, last) {
            Named::Nothing => {}
            Named::Missing(missing) => not_there = Named::Missing(missing),
            found => return found,
        }
    }
    not_there
}

fn ends(lookup: Lookup<'_>, first: &str, last: &str) -> Named {
    let Some(first) = read(first, lookup.names).filter(PlaceName::is_marked) else {
        return Named::Nothing;
    };
    let Some(last) = last_of(lookup, &first, last) else {
        return Named::Nothing;
    };
    let (from, to) = match (Named::by(lookup, &first), Named::by(lookup, &last)) {
        (Named::Places(from), Named::Places(to)) => (from, to),
        (Named::Places(_), missing @ Named::Missing(_)) | (missing @ Named::Missing(_), _) => {
            return missing;
        }
        _ => return Named::Nothing,
    };
    for &from in &from {
        for &to in &to {
            if from == to {
                return Named::Places(vec![from]);
            }
            let ends = [outer(lookup, from, true), outer(lookup, to, false)];
            if let [Some(first), Some(last)] = ends
                && let Some(range) = ParagraphRange::between(lookup.library, first, last)
            {
                return Named::Range(range);
            }
        }
    }
    Named::Nothing
}

/// The last end, for which the first says what it leaves out: the section, or the document.
fn last_of<'a>(lookup: Lookup<'a>, first: &PlaceName<'a>, last: &'a str) -> Option<PlaceName<'a>> {
    let digits = last.trim_start_matches(['p', 'P', '¶', ' ']);
    let paragraph = match &first.paragraph {
        Some(ParagraphName::Nth(_)) => digits.parse().ok().map(ParagraphName::Nth),
        Some(ParagraphName::Either(_)) => ParagraphName::read(digits),
        Some(ParagraphName::Printed(_)) => printed(digits),
        None => None,
    };
    if paragraph.is_some() {
        return Some(PlaceName {
            paragraph,
            ..first.clone()
        });
    }
    let mut name = read(last, lookup.names).filter(PlaceName::is_marked)?;
    if name.documents.is_empty() {
        name.documents = first.documents;
    }
    Some(name)
}

/// The number of an item alone, in brackets or not: `(4)` behind `2(1)–`.
fn printed(text: &str) -> Option<ParagraphName> {
    let number = text.trim_matches(['(', ')']);
    let is_number = number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_number && !number.is_empty())
        .then(|| ParagraphName::inside(None, number))
        .flatten()
}

/// The paragraph itself, or the first or last one of a section and what is below it; an epigraph is
/// in no range.
fn outer(lookup: Lookup<'_>, place: Place, first: bool) -> Option<ParagraphId> {
    match place {
        Place::Paragraph(paragraph) => Some(paragraph),
        Place::Epigraph(_) => None,
        Place::Section(section) => {
            let library = lookup.library;
            let paragraphs = library.paragraphs_in(library[section].subtree);
            let end = if first {
                paragraphs.first()
            } else {
                paragraphs.last()
            };
            end.map(|paragraph| paragraph.id)
        }
    }
}
