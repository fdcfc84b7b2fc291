//! Which links of the concordance a page shows: a choice of them, in pages.

use std::collections::BTreeMap;

use crate::library::{End, Library, Link, Relation, SectionId, Strength};

/// How many links stand on a page.
pub const LINKS_PER_PAGE: usize = 30;

/// A choice of the concordance's links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LinkFilter {
    /// Those of a relation, of a strength, or of both; where neither is given, all.
    Sort {
        /// Only those of this relation.
        relation: Option<Relation>,
        /// Only those of this strength.
        strength: Option<Strength>,
    },
    /// Those with an end in a section or in one of its paragraphs.
    Section(SectionId),
}

/// The number of a page of links, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PageNumber(usize);

impl LinkFilter {
    /// All links.
    pub const ALL: Self = Self::Sort {
        relation: None,
        strength: None,
    };

    /// Those of a relation.
    #[must_use]
    pub fn of_relation(relation: Relation) -> Self {
        Self::Sort {
            relation: Some(relation),
            strength: None,
        }
    }

    /// Whether a link is one of them.
    #[must_use]
    pub fn holds(self, library: &Library, link: &Link) -> bool {
        match self {
            Self::Sort { relation, strength } => {
                relation.is_none_or(|relation| link.relation == relation)
                    && strength.is_none_or(|strength| link.strength == strength)
            }
            Self::Section(section) => {
                let mut ends = End::BOTH.into_iter();
                ends.any(|end| library.section_at(link, end) == section)
            }
        }
    }

    /// How many links there are of every choice that has any, in order.
    #[must_use]
    pub fn counts(library: &Library) -> BTreeMap<Self, usize> {
        let mut counts = BTreeMap::new();
        for link in library.links() {
            for filter in Self::holding(library, link) {
                *counts.entry(filter).or_default() += 1;
            }
        }
        counts
    }

    /// Every choice that a link belongs to.
    fn holding(library: &Library, link: &Link) -> Vec<Self> {
        let sorts = [None, Some(link.relation)]
            .into_iter()
            .flat_map(|relation| {
                let strengths = [None, Some(link.strength)].into_iter();
                strengths.map(move |strength| Self::Sort { relation, strength })
            });
        let mut sections = End::BOTH.map(|end| library.section_at(link, end)).to_vec();
        sections.dedup();
        sorts
            .chain(sections.into_iter().map(Self::Section))
            .collect()
    }
}

impl PageNumber {
    /// The first page.
    pub const FIRST: Self = Self(1);

    /// The page with this number; `None` for 0.
    #[must_use]
    pub fn new(number: usize) -> Option<Self> {
        (number > 0).then_some(Self(number))
    }

    /// The page on which the link at this place stands, counted from 0.
    #[must_use]
    pub fn holding(place: usize) -> Self {
        Self(place / LINKS_PER_PAGE + 1)
    }

    /// The last page of so many links; the first of none.
    #[must_use]
    pub fn last(count: usize) -> Self {
        Self::holding(count.saturating_sub(1))
    }

    /// Its number, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        self.0
    }

    /// The page before it.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Self::new(self.0 - 1)
    }

    /// The page after it.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.0.checked_add(1).map(Self)
    }

    /// Every page up to this one.
    pub fn up_to(self) -> impl Iterator<Item = Self> {
        (1..=self.0).map(Self)
    }

    /// How many links stand before it.
    #[must_use]
    pub fn start(self) -> usize {
        (self.0 - 1).saturating_mul(LINKS_PER_PAGE)
    }
}
