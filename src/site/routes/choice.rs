//! The address of the page on which a partner is chosen for a section, and the keys of its query.

use std::fmt;

use super::path::RoutePath;
use super::route::Route;
use crate::library::{Library, Reference, SectionId};

/// One of the two sections of a comparison, by the key that it has in a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// The one on the left.
    First,
    /// The one on the right.
    Second,
}

impl Slot {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::First, Self::Second];

    /// Its key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
        }
    }
}

/// `/compare?first=strategy/II.2`: a section is kept, and its partner chosen.
pub struct ChooseHref<'a> {
    page: RoutePath<'a>,
    kept: Slot,
    reference: &'a Reference,
}

impl<'a> ChooseHref<'a> {
    /// Where a partner is chosen for a section that is kept in its slot.
    pub fn new(library: &'a Library, kept: Slot, section: SectionId) -> Self {
        Self {
            page: Route::Compare.path(library),
            kept,
            reference: &library[section].reference,
        }
    }
}

impl fmt::Display for ChooseHref<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A reference has no sign that a query would have to escape.
        write!(f, "{}?{}={}", self.page, self.kept.key(), self.reference)
    }
}
