//! Reads a query as the name of a place: "II.2", "strategy II.2", "Fang task 5".

use crate::library::Library;
use crate::library::address;
use crate::library::document::Document;
use crate::library::reference::Reference;
use crate::library::section::Section;

/// The longest text that is tried.
const LONGEST: usize = 120;

/// The most places that are offered for one name.
const MOST: usize = 20;

/// Words before a number that say no more than the number does.
const NOISE: [&str; 12] = [
    "art", "article", "no", "number", "of", "part", "point", "sec", "sect", "section", "the", "§",
];

/// What the name of a place says.
#[derive(Debug, Default)]
struct Named<'a> {
    documents: Vec<&'a Document>,
    kind: Option<String>,
    number: Option<String>,
    paragraph: Option<usize>,
}

/// The places that a text names, in reading order; none, where it is no name of a place. A text
/// with several meanings has several.
#[must_use]
pub fn places(library: &Library, text: &str) -> Vec<Reference> {
    // What a browser is to highlight names no place.
    let text = text.split(":~:").next().unwrap_or_default().trim();
    if text.is_empty() || text.len() > LONGEST {
        return Vec::new();
    }
    if let Some(place) = address_of(library, text) {
        return vec![place];
    }
    let Some(named) = read(library, text) else {
        return Vec::new();
    };
    let all: Vec<&Document> = library.documents.iter().collect();
    let documents = if named.documents.is_empty() {
        &all
    } else {
        &named.documents
    };
    let sections = named_sections(documents, &named);
    let with_paragraph = sections.into_iter().filter_map(|section| {
        let Some(ordinal) = named.paragraph else {
            return Some(section.reference.clone());
        };
        let there = (1..=section.paragraphs().len()).contains(&ordinal);
        there.then(|| section.reference.with_paragraph(ordinal))
    });
    with_paragraph.take(MOST).collect()
}

/// A whole reference, or the address of a section as it stands in a link.
fn address_of(library: &Library, text: &str) -> Option<Reference> {
    let path = match text.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => text.trim_start_matches('/'),
    };
    let (path, fragment) = path.split_once('#').unwrap_or((path, ""));
    let (document, rest) = path.split_once('/')?;
    let document = document.to_lowercase();
    if let Some(reference) = Reference::parse(&format!("{document}/{rest}"))
        && let Some(found) = library.resolve(&reference)
    {
        return Some(found.reference);
    }
    let mut documents = library.documents.iter();
    let sections = &documents.find(|one| one.id.as_str() == document)?.sections;
    let path = format!("/{path}");
    let section = sections.iter().find(|one| address::section(one) == path)?;
    let reference = Reference::parse(&format!("{document}/{fragment}"));
    let inside = reference.and_then(|reference| library.resolve(&reference));
    Some(inside.map_or_else(|| section.reference.clone(), |found| found.reference))
}

/// What each word of a text says of a place; `None` if one says nothing.
fn read<'a>(library: &'a Library, text: &str) -> Option<Named<'a>> {
    let mut named = Named::default();
    let mut counted = false;
    let lower = text.to_lowercase();
    let words = lower
        .split(|sign: char| sign.is_whitespace() || matches!(sign, '/' | ',' | ':' | '(' | ')'))
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !word.is_empty() && *word != "-");
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        let (sign, rest) = match word.strip_prefix(['§', '¶']) {
            Some(rest) => (&word[..word.len() - rest.len()], rest),
            None => (word, ""),
        };
        let next_number = |words: &mut dyn Iterator<Item = &str>| words.next()?.parse().ok();
        if matches!(sign, "¶" | "p" | "para" | "par" | "paragraph") && named.number.is_some() {
            let ordinal = match rest {
                "" => next_number(&mut words)?,
                digits => digits.parse().ok()?,
            };
            set(&mut named.paragraph, ordinal)?;
        } else if sign == "§" && !rest.is_empty() {
            set(&mut named.number, rest.to_owned())?;
        } else if let Some(ordinal) = paragraph(word).filter(|_| named.number.is_some()) {
            set(&mut named.paragraph, ordinal)?;
        } else if NOISE.contains(&word) {
            // Says nothing more.
        } else if named.documents.is_empty() && names_document(library, word) {
            let documents = library.documents.iter();
            named.documents = documents.filter(|one| is_called(one, word)).collect();
        } else if named.kind.is_none() && kind(library, word).is_some() {
            named.kind = kind(library, word);
        } else if let Some(ordinal) = in_words(word) {
            counted = true;
            set(&mut named.number, (ordinal + 1).to_string())?;
        } else {
            let (number, ordinal) = split_paragraph(word);
            set(&mut named.number, number.to_owned())?;
            named.paragraph = ordinal;
        }
    }
    // "Second" alone is a word like any other.
    let sound = named.number.is_some() && (!counted || named.kind.is_some());
    sound.then_some(named)
}

/// The place that a number in words has in the lists of them.
fn in_words(word: &str) -> Option<usize> {
    let place = |names: &[&str; 10]| names.iter().position(|name| *name == word);
    place(&ORDINALS).or_else(|| place(&CARDINALS))
}

/// Numbers in words.
const CARDINALS: [&str; 10] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];
const ORDINALS: [&str; 10] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
];

/// Fills what is empty; a second word for the same thing says that this is no name of a place.
fn set<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    slot.is_none().then(|| *slot = Some(value))
}

/// `ii.2.p3` is paragraph 3 of `ii.2`.
fn split_paragraph(word: &str) -> (&str, Option<usize>) {
    let parts = word.rsplit_once('.');
    match parts.and_then(|(number, last)| Some((number, paragraph(last)?))) {
        Some((number, ordinal)) => (number, Some(ordinal)),
        None => (word, None),
    }
}

fn paragraph(word: &str) -> Option<usize> {
    word.strip_prefix('p')?.parse().ok()
}

fn names_document(library: &Library, word: &str) -> bool {
    library.documents.iter().any(|one| is_called(one, word))
}

/// Whether a document is known by a word: its id, its short title or an author's family name.
pub(super) fn is_called(document: &Document, word: &str) -> bool {
    let metadata = &document.metadata;
    let families = metadata.authors.iter().map(|author| author.family.as_str());
    let mut names = [document.id.as_str(), &metadata.short_title]
        .into_iter()
        .chain(families);
    names.any(|name| name.to_lowercase() == word.to_lowercase())
}

/// The id of the kind that a word names, for one or for several.
pub(super) fn kind(library: &Library, word: &str) -> Option<String> {
    let word = match word {
        "ch" | "chap" => "chapter",
        "princ" => "principle",
        other => other,
    };
    let named = |name: &str| name.eq_ignore_ascii_case(word);
    let mut kinds = library.kinds.iter();
    let kind = kinds
        .find(|kind| named(kind.id.as_str()) || named(&kind.singular) || named(&kind.plural))?;
    Some(kind.id.as_str().to_owned())
}

/// The sections that a number means: as printed if any is printed so, else in the other figures.
fn named_sections<'a>(documents: &[&'a Document], named: &Named<'_>) -> Vec<&'a Section> {
    let number = named.number.as_deref().unwrap_or_default();
    let meant = figures(number);
    let kind = named.kind.as_deref();
    let of_kind = |section: &&Section| kind.is_none_or(|kind| section.kind.id.as_str() == kind);
    let all = || {
        documents
            .iter()
            .flat_map(|one| &one.sections)
            .filter(of_kind)
    };
    let printed = |section: &&Section| number_of(section).eq_ignore_ascii_case(number);
    let same = |section: &&Section| figures(number_of(section)) == meant;
    // "Principle 2" is the second of the principles of each text.
    if kind.is_some() && meant.len() == 1 {
        let printed = all().filter(|one| last_of(one).eq_ignore_ascii_case(number));
        // "Chapter II" is the one that prints "II"; "chapter 2" is any second chapter.
        let roman = number.bytes().all(|byte| byte.is_ascii_alphabetic());
        let printed: Vec<&Section> = printed.filter(|_| roman).collect();
        if !printed.is_empty() {
            return printed;
        }
        return all().filter(|one| figures(last_of(one)) == meant).collect();
    }
    let exact: Vec<&Section> = all().filter(printed).collect();
    if !exact.is_empty() || !has_figure(&meant) {
        return exact;
    }
    all().filter(same).collect()
}

fn last_of(section: &Section) -> &str {
    section.reference.section.last_part()
}

fn number_of(section: &Section) -> &str {
    section.reference.section.as_str()
}

/// A number with Roman figures turned to Arabic: `II.2` and `2.2` are the same.
fn figures(number: &str) -> Vec<String> {
    let figure = |part: &str| match roman(part) {
        Some(value) => value.to_string(),
        None => part.to_lowercase(),
    };
    number.split('.').map(figure).collect()
}

/// Whether a number has figures at all: a name such as `preface` reads in one way only.
fn has_figure(parts: &[String]) -> bool {
    let is_figure = |part: &String| part.bytes().all(|byte| byte.is_ascii_digit());
    parts.iter().any(is_figure)
}

/// The value of a Roman figure up to 39, as chapters have.
fn roman(part: &str) -> Option<usize> {
    const UNITS: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let lower = part.to_lowercase();
    let tens = lower.bytes().take_while(|byte| *byte == b'x').count();
    let units = UNITS.iter().position(|unit| *unit == &lower[tens..])?;
    let value = 10 * tens + units;
    (tens < 4 && value > 0).then_some(value)
}
