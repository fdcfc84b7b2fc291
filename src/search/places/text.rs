//! Reads a text as a name, in every way in which it may be one.

use std::collections::BTreeSet;

use super::clean::without_punctuation;
use super::epigraph::epigraph;
use super::lookup::{Lookup, MOST};
use super::named::Named;
use super::names::Names;
use super::pair::pair;
use super::pasted::pasted_place;
use super::range::range;
use super::reading::read;
use crate::library::{DocumentId, Library, Place};

/// The longest text that is tried, in bytes.
const LONGEST: usize = 300;

/// What a text names, of the documents in `documents` or of all, if that is empty.
#[must_use]
pub fn named(
    library: &Library,
    names: &Names,
    text: &str,
    documents: &BTreeSet<DocumentId>,
) -> Named {
    let text = without_punctuation(text);
    if text.is_empty() || text.len() > LONGEST {
        return Named::Nothing;
    }
    let lookup = Lookup {
        library,
        names,
        documents,
    };
    if let Some(place) = pasted_place(library, text) {
        let section = &library[library.section_of(place)];
        return if lookup.has(section.document) {
            Named::Places(vec![place])
        } else {
            Named::Nothing
        };
    }
    let readings: [fn(Lookup<'_>, &str) -> Named; 4] = [epigraph, single, range, pair];
    let mut not_there = Named::Nothing;
    for read in readings {
        match (read(lookup, text), &not_there) {
            (Named::Nothing, _) | (Named::Missing(_), Named::Missing(_)) => {}
            (missing @ Named::Missing(_), _) => not_there = missing,
            (found, _) => return found,
        }
    }
    match not_there {
        Named::Nothing => printed(lookup, text),
        missing => missing,
    }
}

/// A text as the number that a heading prints, in the words of its language.
fn printed(lookup: Lookup<'_>, text: &str) -> Named {
    let sections = lookup.names.by_print(text).iter().copied();
    let sections = sections.filter(|&section| lookup.has(lookup.library[section].document));
    let places: Vec<Place> = sections.map(Place::from).take(MOST).collect();
    if places.is_empty() {
        return Named::Nothing;
    }
    Named::Places(places)
}

/// A text as the name of one place.
fn single(lookup: Lookup<'_>, text: &str) -> Named {
    let name = read(text, lookup.names);
    name.map_or(Named::Nothing, |name| Named::by(lookup, &name))
}
