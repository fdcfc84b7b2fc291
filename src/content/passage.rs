//! Finds the words that the editors quote.

use super::fault::{Fault, NearQuote};
use super::fields::Located;
use super::links::near_reference;
use super::sink::Sink;
use crate::library::concordance::Passage;
use crate::library::part::{Part, Spot};
use crate::library::prose::Prose;
use crate::library::reference::Reference;
use crate::library::{Found, Library};

/// How alike words must be, from 0 to 1, for the one to be offered for the other.
const ALIKE: f64 = 0.6;

/// The reference that a value names, in the letter case of its document.
pub fn reference(library: &Library, text: &Located<String>, sink: &Sink) -> Option<Reference> {
    let found = Reference::parse(&text.value).and_then(|parsed| library.resolve(&parsed));
    if found.is_none() {
        let reference = text.value.clone();
        let near = near_reference(library, &reference);
        let fault = Fault::UnknownReference { reference, near };
        sink.at(text.span.clone(), fault.into());
    }
    found.map(|found| found.reference)
}

/// The passage with these words in a section or paragraph that the library has.
pub fn passage(
    library: &Library,
    reference: &Reference,
    quote: &Located<String>,
    sink: &Sink,
) -> Option<Passage> {
    let found = library.resolve(reference)?;
    let spot = parts(&found).into_iter().find_map(|(part, prose)| {
        let start = prose.text.find(&quote.value)?;
        let range = start..start + quote.value.len();
        Some(Spot { part, range })
    });
    if spot.is_none() {
        let fault = Fault::NoSuchQuote {
            reference: reference.to_string(),
            near: near(library, &found, &quote.value),
        };
        sink.at(quote.span.clone(), fault.into());
    }
    Some(Passage {
        reference: reference.clone(),
        text: quote.value.clone(),
        spot: spot?,
    })
}

/// Where a quotation for this reference may stand: the paragraph, or the section's own parts.
fn parts<'a>(found: &Found<'a>) -> Vec<(Part, &'a Prose)> {
    let mut parts = found.section.parts();
    if let Some(ordinal) = found.reference.paragraph {
        parts.retain(|(part, _)| *part == Part::Paragraph(ordinal));
    }
    parts
}

fn near(library: &Library, found: &Found<'_>, quote: &str) -> Option<NearQuote> {
    let here = parts(found);
    let spelled = here
        .iter()
        .find_map(|(_, prose)| folded_find(&prose.text, quote));
    if let Some(text) = spelled {
        return Some(NearQuote::Spelled(text.to_owned()));
    }
    if let Some(reference) = elsewhere(library, quote) {
        return Some(NearQuote::Elsewhere(reference.to_string()));
    }
    let best = here
        .iter()
        .filter_map(|(_, prose)| likest(&prose.text, quote))
        .max_by(|a, b| a.0.total_cmp(&b.0))?;
    Some(NearQuote::Like(best.1.to_owned()))
}

/// The first place of the library with these words, the most exact name of it.
fn elsewhere(library: &Library, quote: &str) -> Option<Reference> {
    library
        .documents
        .iter()
        .flat_map(|document| &document.sections)
        .find_map(|section| {
            let (part, _) = section
                .parts()
                .into_iter()
                .find(|(_, prose)| folded_find(&prose.text, quote).is_some())?;
            Some(section.reference_of(part))
        })
}

/// The stretch of a text that is the quotation but for capitals, quotation marks, dashes and the
/// kind of white space.
fn folded_find<'a>(text: &'a str, quote: &str) -> Option<&'a str> {
    let text_signs: Vec<(usize, char)> =
        text.char_indices().map(|(at, c)| (at, folded(c))).collect();
    let quote_signs: Vec<char> = quote.chars().map(folded).collect();
    let at = text_signs.windows(quote_signs.len()).position(|window| {
        let signs = window.iter().map(|(_, c)| c);
        signs.eq(&quote_signs)
    })?;
    let start = text_signs[at].0;
    let after = text_signs.get(at + quote_signs.len());
    Some(&text[start..after.map_or(text.len(), |(end, _)| *end)])
}

fn folded(c: char) -> char {
    match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '–' | '—' | '‐' | '‑' => '-',
        c if c.is_whitespace() => ' ',
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

/// The words of a text, as many as the quotation has, that are most like it.
fn likest<'a>(text: &'a str, quote: &str) -> Option<(f64, &'a str)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let count = quote
        .split_whitespace()
        .count()
        .clamp(1, words.len().max(1));
    words
        .windows(count)
        .filter_map(|window| {
            let (first, last) = (window.first()?, window.last()?);
            let start = first.as_ptr() as usize - text.as_ptr() as usize;
            let end = last.as_ptr() as usize - text.as_ptr() as usize + last.len();
            let stretch = &text[start..end];
            let closed = quote.ends_with(|c: char| c.is_ascii_punctuation());
            let stretch = if closed {
                stretch
            } else {
                stretch.trim_end_matches(|c: char| c.is_ascii_punctuation())
            };
            let likeness = strsim::normalized_levenshtein(stretch, quote);
            (likeness >= ALIKE).then_some((likeness, stretch))
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))
}
