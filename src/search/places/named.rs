//! What a text names.

use std::collections::BTreeSet;

use super::clean::without_punctuation;
use super::lookup::places;
use super::missing::{Missing, missing};
use super::names::Names;
use super::pair::pair;
use super::pasted::pasted_place;
use super::range::range;
use super::reading::{PlaceName, read};
use crate::library::{DocumentId, Library, ParagraphRange, Place, SectionId};

/// The longest text that is tried, in bytes.
const LONGEST: usize = 300;

/// What a text names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Named {
    /// No place.
    #[default]
    Nothing,
    /// Sections or paragraphs, in reading order; several where the text has several meanings.
    Places(Vec<Place>),
    /// Paragraphs in a row.
    Range(ParagraphRange),
    /// Two sections to be compared; several pairs where the text has several meanings.
    Pairs(Vec<(SectionId, SectionId)>),
    /// What the texts do not have.
    Missing(Vec<Missing>),
}

/// Where a name is looked up.
#[derive(Clone, Copy)]
pub struct Lookup<'a> {
    pub library: &'a Library,
    pub names: &'a Names,
    /// The documents that count; all, where there is none.
    pub documents: &'a BTreeSet<DocumentId>,
}

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
        return Named::of(lookup.wanted(place).into_iter().collect());
    }
    let readings: [fn(Lookup<'_>, &str) -> Named; 3] = [single, range, pair];
    let mut not_there = Named::Nothing;
    for read in readings {
        match (read(lookup, text), &not_there) {
            (Named::Nothing, _) | (Named::Missing(_), Named::Missing(_)) => {}
            (missing @ Named::Missing(_), _) => not_there = missing,
            (found, _) => return found,
        }
    }
    not_there
}

/// A text as the name of one place.
fn single(lookup: Lookup<'_>, text: &str) -> Named {
    match read(text, lookup.names) {
        Some(name) => lookup.named(&name),
        None => Named::Nothing,
    }
}

impl Named {
    /// Places, or nothing where there is none.
    pub fn of(places: Vec<Place>) -> Self {
        if places.is_empty() {
            Self::Nothing
        } else {
            Self::Places(places)
        }
    }

    /// What is missing, or nothing where nothing is.
    pub fn without(missing: Vec<Missing>) -> Self {
        if missing.is_empty() {
            Self::Nothing
        } else {
            Self::Missing(missing)
        }
    }

    /// The places, if it is nothing else.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        match self {
            Self::Places(places) => places,
            _ => &[],
        }
    }
}

impl Lookup<'_> {
    /// The places that a name means, or what the texts lack of it.
    pub fn named(self, name: &PlaceName<'_>) -> Named {
        match Named::of(self.places(name)) {
            Named::Nothing => Named::without(missing(self, name)),
            found => found,
        }
    }

    /// The places that a name means.
    pub fn places(self, name: &PlaceName<'_>) -> Vec<Place> {
        let places = places(self.library, self.names, name).into_iter();
        let wanted = places.filter(|&place| self.wanted(place).is_some());
        wanted.take(super::lookup::MOST).collect()
    }

    /// Whether a document is among those that count.
    pub fn has(self, document: DocumentId) -> bool {
        self.documents.is_empty() || self.documents.contains(&document)
    }

    fn wanted(self, place: Place) -> Option<Place> {
        let section = &self.library[self.library.section_of(place)];
        self.has(section.document).then_some(place)
    }
}
