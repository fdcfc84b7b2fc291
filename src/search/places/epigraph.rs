//! Reads a text as the name of an epigraph: `preface.epigraph`, `Strategy preface, epigraph`.

use super::lookup::Lookup;
use super::named::Named;
use crate::library::{Epigraph, Place};

const EPIGRAPH: &str = "epigraph";

/// The epigraphs that a text means: that of a section which its other words name, with the document
/// if they like; all of them where there is no other word.
pub fn epigraph(lookup: Lookup<'_>, text: &str) -> Named {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|sign: char| sign.is_whitespace() || matches!(sign, '/' | ',' | '-'))
        .flat_map(|word| {
            let section = word
                .strip_suffix(EPIGRAPH)
                .and_then(|rest| rest.strip_suffix('.'));
            section.map_or([Some(word), None], |section| {
                [Some(section), Some(EPIGRAPH)]
            })
        })
        .flatten()
        .filter(|word| !word.is_empty())
        .collect();
    let Some((&EPIGRAPH, names)) = words.split_last() else {
        return Named::Nothing;
    };
    let epigraphs = lookup.library.epigraphs().iter();
    let meant = epigraphs.filter(|epigraph| is_named(lookup, epigraph, names));
    let places: Vec<Place> = meant.map(|epigraph| epigraph.id.into()).collect();
    if places.is_empty() {
        Named::Nothing
    } else {
        Named::Places(places)
    }
}

/// Whether every name is one of the epigraph's section or document.
fn is_named(lookup: Lookup<'_>, epigraph: &Epigraph, names: &[&str]) -> bool {
    let section = &lookup.library[epigraph.section];
    let document = &lookup.library[section.document];
    let own = [
        section.reference.section.as_str().to_lowercase(),
        document.slug.as_str().to_owned(),
        document.metadata.short_title.to_lowercase(),
    ];
    lookup.has(section.document) && names.iter().all(|name| own.iter().any(|own| own == name))
}
