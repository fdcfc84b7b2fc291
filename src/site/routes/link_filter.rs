//! Which links of the concordance a page shows: a choice of them, in pages. A formula counts once,
//! with all links that rest on it.

use std::collections::{BTreeMap, BTreeSet};

use crate::library::{End, Library, Link, Relation, SectionId, Strength};

/// How many links and formulas stand on a page.
pub const LINKS_PER_PAGE: usize = 30;

/// A choice of the concordance's links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LinkFilter {
    /// Those of a relation, of a strength, or of both; where neither is given, all. No link that
    /// rests on a formula is of a relation.
    Sort {
        /// Only those of this relation.
        relation: Option<Relation>,
        /// Only those of this strength.
        strength: Option<Strength>,
    },
    /// Those that rest on a formula; of a strength, where that is given.
    Formulas(Option<Strength>),
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

    /// Whether a link is one of them. It is of the strength as which it counts.
    #[must_use]
    pub fn holds(self, library: &Library, link: &Link) -> bool {
        let is_of = |strength: Option<Strength>| {
            strength.is_none_or(|strength| library.counted_strength(link) == strength)
        };
        match self {
            Self::Sort { relation, strength } => {
                let is_related = |relation| link.formula.is_none() && link.relation == relation;
                relation.is_none_or(is_related) && is_of(strength)
            }
            Self::Formulas(strength) => link.formula.is_some() && is_of(strength),
            Self::Section(section) => {
                let mut ends = End::BOTH.into_iter();
                ends.any(|end| library.section_at(link, end) == section)
            }
        }
    }

    /// How many there are of it.
    #[must_use]
    pub fn count(self, library: &Library) -> usize {
        let mut met = BTreeSet::new();
        let links = library.links().iter();
        let held = links.filter(|link| self.holds(library, link));
        held.filter(|link| link.formula.is_none_or(|id| met.insert(id)))
            .count()
    }

    /// How many there are of every choice that has any, in order.
    #[must_use]
    pub fn counts(library: &Library) -> BTreeMap<Self, usize> {
        let mut counts = BTreeMap::new();
        let mut add = |filters: BTreeSet<Self>| {
            for filter in filters {
                *counts.entry(filter).or_default() += 1;
            }
        };
        let links = library.links().iter();
        for link in links.filter(|link| link.formula.is_none()) {
            add(Self::holding(library, link).collect());
        }
        for formula in library.formulas() {
            let links = formula.links.iter();
            add(links
                .flat_map(|&link| Self::holding(library, &library[link]))
                .collect());
        }
        counts
    }

    /// Every choice that a link belongs to.
    fn holding(library: &Library, link: &Link) -> impl Iterator<Item = Self> {
        let strengths = [None, Some(library.counted_strength(link))];
        let sort = |relation| strengths.map(|strength| Self::Sort { relation, strength });
        let own = match link.formula {
            Some(_) => strengths.map(Self::Formulas),
            None => sort(Some(link.relation)),
        };
        let sections = End::BOTH.map(|end| Self::Section(library.section_at(link, end)));
        sort(None).into_iter().chain(own).chain(sections)
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

    /// The page on which what is at this place stands, counted from 0.
    #[must_use]
    pub fn holding(place: usize) -> Self {
        Self(place / LINKS_PER_PAGE + 1)
    }

    /// The last page of so many; the first of none.
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

    /// How many stand before it.
    #[must_use]
    pub fn start(self) -> usize {
        (self.0 - 1).saturating_mul(LINKS_PER_PAGE)
    }
}
