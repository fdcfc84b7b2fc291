//! The kinds of section that the site declares.

use super::id::KindId;
use super::reference::Slug;

/// A kind of section: chapter, principle, task… Declared in `site.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// Its place among the declared kinds.
    pub id: KindId,
    /// The class that a heading carries: `principle`.
    pub class: Slug,
    /// For one: `Principle`.
    pub singular: String,
    /// For several: `Principles`.
    pub plural: String,
    /// For several, in addresses: `principles`.
    pub path: Slug,
}

impl Kind {
    /// The word that fits a count: `principle`, `principles`.
    #[must_use]
    pub fn noun(&self, count: usize) -> String {
        if count == 1 {
            &self.singular
        } else {
            &self.plural
        }
        .to_lowercase()
    }
}

/// The form of a plural that stands in addresses: lower case, hyphens for spaces. `None` where it
/// has other characters than letters `a` to `z`, digits and single spaces.
#[must_use]
pub fn path_of(plural: &str) -> Option<Slug> {
    Slug::parse(&plural.to_lowercase().replace(' ', "-"))
}
