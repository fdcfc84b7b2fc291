//! What an editor may have quoted, where the words are not in the text.

use std::ops::Range;

use crate::analysis::{FoldedText, Folding};
use crate::content::diagnostics::NearQuote;
use crate::library::{Library, Part, Reference, Section};

/// How alike words must be, from 0 to 1, for the one to be offered for the other.
const ALIKE: f64 = 0.6;

/// The words that are most like a quotation: spelled otherwise in one of the parts where it should
/// stand, or anywhere else, or in those parts with other words.
pub fn near_quote(library: &Library, parts: &[Part], quote: &str) -> Option<NearQuote> {
    let texts = || parts.iter().map(|&part| library.prose(part).text.as_str());
    if let Some(text) = texts().find_map(|text| folded_find(text, quote)) {
        return Some(NearQuote::Spelled(text.to_owned()));
    }
    if let Some(reference) = elsewhere(library, quote) {
        return Some(NearQuote::Elsewhere(reference.to_string()));
    }
    let best = texts()
        .filter_map(|text| likest(text, quote))
        .max_by(|a, b| a.0.total_cmp(&b.0))?;
    Some(NearQuote::Like(best.1.to_owned()))
}

/// The first place of the library with these words, by its most exact name.
fn elsewhere<'a>(library: &'a Library, quote: &str) -> Option<&'a Reference> {
    let mut parts = library.sections().iter().flat_map(Section::parts);
    let part = parts.find(|&part| folded_find(&library.prose(part).text, quote).is_some())?;
    Some(library.reference(library.place_of(part)))
}

/// The stretch of a text that is the quotation but for capitals, quotation marks and dashes.
fn folded_find<'a>(text: &'a str, quote: &str) -> Option<&'a str> {
    let words = FoldedText::of(quote, Folding::Signs).text;
    let range = FoldedText::of(text, Folding::Signs).find(&words).next()?;
    text.get(range)
}

/// The words of a text, as many as the quotation has, that are most like it, and how alike they
/// are.
fn likest<'a>(text: &'a str, quote: &str) -> Option<(f64, &'a str)> {
    let words = words(text);
    let count = quote.split_whitespace().count();
    let count = count.clamp(1, words.len().max(1));
    let closed = quote.ends_with(|c: char| c.is_ascii_punctuation());
    let likenesses = words.windows(count).filter_map(|window| {
        let stretch = text.get(window.first()?.start..window.last()?.end)?;
        let stretch = if closed {
            stretch
        } else {
            stretch.trim_end_matches(|c: char| c.is_ascii_punctuation())
        };
        let likeness = strsim::normalized_levenshtein(stretch, quote);
        (likeness >= ALIKE).then_some((likeness, stretch))
    });
    likenesses.max_by(|a, b| a.0.total_cmp(&b.0))
}

/// The bytes of each word of a text.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let mut words = Vec::new();
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = at..at + piece.trim_end().len();
        if !word.is_empty() {
            words.push(word);
        }
        at += piece.len();
    }
    words
}
