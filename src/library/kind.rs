//! The kinds of section that the site declares.

use std::sync::Arc;

use super::reference::Slug;

/// A kind of section: chapter, principle, task… Declared in `site.toml`, shared by its sections.
pub type Kind = Arc<KindNames>;

/// The names of a kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct KindNames {
    /// The class that a heading carries: `principle`.
    pub id: Slug,
    /// For one: `Principle`.
    pub singular: String,
    /// For several: `Principles`.
    pub plural: String,
    /// For several, in addresses: `principles`.
    pub path: Slug,
}

impl KindNames {
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

/// The form of a name that stands in addresses: lower case, hyphens for spaces.
#[must_use]
pub fn path_of(plural: &str) -> Option<Slug> {
    Slug::parse(&plural.to_lowercase().replace(' ', "-"))
}
