//! What a text names.

use super::lookup::Lookup;
use super::missing::{Missing, missing};
use super::reading::PlaceName;
use crate::library::{ParagraphRange, Place, SectionId};

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

impl Named {
    /// What one name means, or what the texts lack of it.
    #[must_use]
    pub fn by(lookup: Lookup<'_>, name: &PlaceName<'_>) -> Self {
        let places = lookup.places(name);
        if !places.is_empty() {
            return Self::Places(places);
        }
        let missing = missing(lookup, name);
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

    /// Whether it is a reference to something that is not there, and so no word to look for.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing(_))
    }
}
