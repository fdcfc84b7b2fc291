//! Reads the names of two places to be compared: "IV.5 3.9", "II.2 vs 2.2.1".

use super::figures::in_figures;
use super::lookup::Lookup;
use super::named::Named;
use super::pasted::pasted_place;
use super::reading::{PlaceName, read};
use crate::analysis::folded;
use crate::library::{Place, SectionId};

/// Signs that may stand between the two.
const BETWEEN: [&str; 5] = [",", "-", "–", "—", "/"];

/// Signs that separate, whatever stands around them.
const SEPARATORS: [char; 9] = [',', ';', '&', '+', '|', '→', '↔', '⇄', '·'];

/// A text of more words is no pair.
const MOST_WORDS: usize = 16;

/// How many pairs are offered where the names have several meanings.
const MOST: usize = 6;

/// A text as the names of two sections. A slash stands inside most references, so it separates only
/// where nothing else does: `II.2/2.2.1`.
pub fn pair(lookup: Lookup<'_>, text: &str) -> Named {
    let lower = text.to_lowercase();
    match separated(lookup, &lower) {
        Named::Nothing if lower.contains('/') => separated(lookup, &lower.replace('/', ",")),
        found => found,
    }
}

fn separated(lookup: Lookup<'_>, text: &str) -> Named {
    let spaced = text.replace(SEPARATORS, " , ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let lists = lookup.names.lists();
    let comes_before = |word: &str| lists.comparing_words.contains(&*folded(word));
    let joins = |word: &str| {
        let folded = folded(word.trim_end_matches('.'));
        BETWEEN.contains(&word) || lists.joining_words.contains(&*folded)
    };
    let words = trim_start(&words, comes_before);
    if words.len() > MOST_WORDS {
        return Named::Nothing;
    }
    let mut not_there = Named::Nothing;
    for at in 1..words.len() {
        let (first, second) = words.split_at(at);
        let (left, right) = (trim_end(first, joins), trim_start(second, joins));
        let is_joined = left.len() + right.len() < words.len();
        let [left, right] = [left, right].map(|words| words.join(" "));
        let names = [&left, &right].map(|text| read(text, lookup.names));
        let [Some(left_name), Some(right_name)] = names else {
            continue;
        };
        if !are_references(&left_name, &right_name, is_joined) {
            continue;
        }
        let (left, right) = (
            meant(lookup, &left, left_name),
            meant(lookup, &right, right_name),
        );
        match (left, right) {
            (Named::Places(left), Named::Places(right)) => return compared(lookup, &left, &right),
            (Named::Places(_), missing @ Named::Missing(_))
            | (missing @ Named::Missing(_), Named::Places(_) | Named::Missing(_)) => {
                not_there = missing;
            }
            _ => {}
        }
    }
    not_there
}

fn trim_start<'a, 'w>(mut words: &'a [&'w str], is: impl Fn(&str) -> bool) -> &'a [&'w str] {
    while let [first, rest @ ..] = words
        && is(first)
    {
        words = rest;
    }
    words
}

fn trim_end<'a, 'w>(mut words: &'a [&'w str], is: impl Fn(&str) -> bool) -> &'a [&'w str] {
    while let [rest @ .., last] = words
        && is(last)
    {
        words = rest;
    }
    words
}

/// What one of the two means: a whole reference has one meaning.
fn meant(lookup: Lookup<'_>, text: &str, name: PlaceName<'_>) -> Named {
    let exact = pasted_place(lookup.library, text).filter(|&place| {
        let section = lookup.library.section_of(place);
        lookup.has(lookup.library[section].document)
    });
    match exact {
        Some(place) => Named::Places(vec![place]),
        None => Named::by(lookup, &of_section(lookup, name)),
    }
}

/// A name without a paragraph that its section does not have: sections are compared.
fn of_section<'a>(lookup: Lookup<'_>, name: PlaceName<'a>) -> PlaceName<'a> {
    let is_there = !lookup.places(&name).is_empty();
    let paragraph = name.paragraph.filter(|_| is_there);
    PlaceName { paragraph, ..name }
}

/// Whether two names are written as references, so that no question is taken for a pair: both, or
/// where something joins them one, and the other as a figure.
fn are_references(left: &PlaceName<'_>, right: &PlaceName<'_>, is_joined: bool) -> bool {
    let is_figure = |name: &PlaceName<'_>| {
        let figures = in_figures(&name.number);
        figures.bytes().all(|byte| byte.is_ascii_digit())
    };
    match (left.is_marked(), right.is_marked()) {
        (true, true) => true,
        (true, false) => is_joined && is_figure(right),
        (false, true) => is_joined && is_figure(left),
        (false, false) => false,
    }
}

/// The pairs that the names mean: of two texts, where there are such. What is named twice is meant
/// by itself.
fn compared(lookup: Lookup<'_>, left: &[Place], right: &[Place]) -> Named {
    let library = lookup.library;
    let mut pairs: Vec<(SectionId, SectionId)> = Vec::new();
    for &one in left {
        for &other in right {
            let (one, other) = (library.section_of(one), library.section_of(other));
            let pair = (one.min(other), one.max(other));
            if one != other && !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
    }
    let crosses =
        |pair: &(SectionId, SectionId)| library[pair.0].document != library[pair.1].document;
    if left == right && left.len() == 1 {
        return Named::Places(left.to_vec());
    }
    if pairs.iter().any(crosses) {
        pairs.retain(crosses);
    }
    pairs.truncate(MOST);
    match (pairs.is_empty(), left.first()) {
        (false, _) => Named::Pairs(pairs),
        (true, Some(&place)) => Named::Places(vec![library.section_of(place).into()]),
        (true, None) => Named::Nothing,
    }
}
