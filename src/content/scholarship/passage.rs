//! Finds the words that the editors quote.

use super::near_quote::near_quote;
use crate::content::diagnostics::{Fault, Sink, suggest_reference};
use crate::content::toml::Located;
use crate::library::{Library, Part, Passage, Place, Reference, TextSpan, find_quote};

/// The place that a value names, in any letter case of its section.
pub fn place(library: &Library, reference: &Located<String>, sink: Sink<'_>) -> Option<Place> {
    let parsed = Reference::parse(&reference.value);
    let place = parsed.and_then(|parsed| library.resolve(&parsed));
    if place.is_none() {
        let fault = Fault::UnknownReference {
            reference: reference.value.clone(),
            near: suggest_reference(library, &reference.value, sink),
        };
        sink.report_at(reference.span.clone(), fault);
    }
    place
}

/// The passage with these words in a place.
pub fn passage(
    library: &Library,
    place: Place,
    quote: &Located<String>,
    sink: Sink<'_>,
) -> Option<Passage> {
    let parts = parts(library, place);
    let span = parts.iter().find_map(|&part| {
        let range = find_quote(&library.prose(part).text, &quote.value)?;
        Some(TextSpan { part, range })
    });
    if span.is_none() {
        let fault = Fault::NoSuchQuote {
            reference: library.reference(place).to_string(),
            near: near_quote(library, &parts, &quote.value),
        };
        sink.report_at(quote.span.clone(), fault);
    }
    let span = span?;
    // The text's own characters, where the quotation is encoded in another way.
    let text = library.prose(span.part).text[span.range.clone()].to_owned();
    Some(Passage { place, text, span })
}

/// Where a quotation of a place may stand: the paragraph, the lines of the epigraph, or the
/// section's own parts.
fn parts(library: &Library, place: Place) -> Vec<Part> {
    match place {
        Place::Section(id) => library[id].parts(),
        Place::Epigraph(id) => library[id]
            .quotation
            .all_lines()
            .map(Part::Quotation)
            .collect(),
        Place::Paragraph(id) => vec![Part::Paragraph(id)],
    }
}
