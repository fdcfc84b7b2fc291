//! Who made a document, and when, in a line.

use crate::library::{Length, Metadata, pluralize};

/// `Fang Binxing, Du Aning. Strategic Study of CAE 18(6), 2016`.
pub fn byline(metadata: &Metadata) -> String {
    let parts = [makers(metadata), placed(metadata)];
    present(parts).join(". ")
}

/// What copied words are credited to:
/// `Fang Binxing, Du Aning, “Research on …”, Strategic Study of CAE 18(6), 2016`.
pub fn credit(metadata: &Metadata) -> String {
    let title = format!("\"{}\"", metadata.title);
    let parts = [makers(metadata), title, placed(metadata)];
    present(parts).join(", ")
}

fn makers(metadata: &Metadata) -> String {
    let authors: Vec<&str> = metadata
        .authors
        .iter()
        .map(|author| author.name.as_str())
        .collect();
    match (&metadata.issuer, authors.is_empty()) {
        (Some(issuer), true) => issuer.clone(),
        _ => authors.join(", "),
    }
}

fn placed(metadata: &Metadata) -> String {
    match (&metadata.venue, metadata.dates.last()) {
        (Some(venue), _) => format!(
            "{} {}({}), {}",
            venue.journal, venue.volume, venue.issue, venue.year
        ),
        (None, Some((_, date))) => date.in_words(),
        (None, None) => String::new(),
    }
}

fn present<const COUNT: usize>(parts: [String; COUNT]) -> Vec<String> {
    let parts = parts.into_iter();
    parts.filter(|part| !part.is_empty()).collect()
}

/// The year that places a document: of its volume, else of its last date.
pub fn year(metadata: &Metadata) -> Option<String> {
    let venue = metadata.venue.as_ref().map(|venue| venue.year.clone());
    venue.or_else(|| metadata.dates.last().map(|(_, date)| date.year.to_string()))
}

/// How long a text is, in words or in characters: `2,696 words`.
pub fn extent(length: Length) -> String {
    pluralize(length.total(), length.unit())
}
