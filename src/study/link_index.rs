//! Which links meet which section and paragraph, and which sections they join.

use std::collections::{BTreeMap, HashMap};

use super::formulas::Entries;
use crate::library::{End, IdMap, Library, LinkId, Place, SectionId};

/// One end of a link, as the section or paragraph there sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LinkEnd {
    /// The link.
    pub link: LinkId,
    /// The end that stands here.
    pub end: End,
}

/// Two sections that links join, those of their paragraphs counted in and those of their children
/// not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionPair {
    /// The one that comes first in the library.
    pub first: SectionId,
    /// The other.
    pub second: SectionId,
    /// The links, in the order of their file.
    pub links: Vec<LinkId>,
    /// The sum of their strengths.
    pub weight: usize,
}

impl SectionPair {
    /// Both sections, by which pairs are in order.
    #[must_use]
    pub fn sections(&self) -> (SectionId, SectionId) {
        (self.first, self.second)
    }
}

/// The links of a library by what they meet. Building it takes time in proportion to the links.
#[derive(Debug, Clone)]
pub struct LinkIndex {
    sections: IdMap<SectionId, Vec<LinkEnd>>,
    places: HashMap<Place, Vec<LinkEnd>>,
    pairs: Vec<SectionPair>,
    /// Every link by the end that comes first in the texts.
    in_reading_order: Vec<LinkEnd>,
    /// The position of each link in that order.
    positions: IdMap<LinkId, usize>,
    /// The same where a formula counts once.
    pub entries: Entries,
}

impl LinkIndex {
    /// Indexes the concordance.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let mut sections = IdMap::filled(library.sections().len(), Vec::new());
        let mut places: HashMap<Place, Vec<LinkEnd>> = HashMap::new();
        let mut pairs: BTreeMap<(SectionId, SectionId), SectionPair> = BTreeMap::new();
        for link in library.links() {
            for end in End::BOTH {
                let met = LinkEnd { link: link.id, end };
                sections[library.section_at(link, end)].push(met);
                places.entry(link.passage(end).place).or_default().push(met);
            }
            let [from, to] = End::BOTH.map(|end| library.section_at(link, end));
            if from != to {
                let (first, second) = (from.min(to), from.max(to));
                let pair = pairs.entry((first, second)).or_insert(SectionPair {
                    first,
                    second,
                    links: Vec::new(),
                    weight: 0,
                });
                pair.links.push(link.id);
                pair.weight += link.strength.number();
            }
        }
        let in_reading_order = in_reading_order(library);
        let mut positions = IdMap::filled(library.links().len(), 0);
        for (position, end) in in_reading_order.iter().enumerate() {
            positions[end.link] = position;
        }
        Self {
            sections,
            places,
            pairs: pairs.into_values().collect(),
            entries: Entries::of(library, in_reading_order.iter().map(|end| end.link)),
            in_reading_order,
            positions,
        }
    }

    /// The ends that stand anywhere in a section, those of its children left out, in the order of
    /// the links; a link inside the section comes twice.
    #[must_use]
    pub fn in_section(&self, section: SectionId) -> &[LinkEnd] {
        &self.sections[section]
    }

    /// The ends that name this very place, in the order of the links: a paragraph, an epigraph, or a
    /// section as a whole.
    #[must_use]
    pub fn at(&self, place: Place) -> &[LinkEnd] {
        self.places.get(&place).map_or(&[], Vec::as_slice)
    }

    /// Every pair of sections that links join, in reading order of the first, then of the second.
    #[must_use]
    pub fn pairs(&self) -> &[SectionPair] {
        &self.pairs
    }

    /// Every link by the end that comes first in the texts, in reading order; those of one place in
    /// the order of their file.
    #[must_use]
    pub fn in_reading_order(&self) -> &[LinkEnd] {
        &self.in_reading_order
    }

    /// The position of a link in that order, from 0.
    #[must_use]
    pub fn position(&self, link: LinkId) -> usize {
        self.positions[link]
    }

    /// Whether links join these two sections, the first of which comes first in the library.
    #[must_use]
    pub fn joins(&self, sections: (SectionId, SectionId)) -> bool {
        let found = self
            .pairs
            .binary_search_by_key(&sections, SectionPair::sections);
        found.is_ok()
    }

    /// The pairs before and after these two sections in the order of all pairs, whether or not
    /// links join these.
    #[must_use]
    pub fn neighbours(
        &self,
        sections: (SectionId, SectionId),
    ) -> (Option<&SectionPair>, Option<&SectionPair>) {
        let start = self
            .pairs
            .partition_point(|pair| pair.sections() < sections);
        let end = self
            .pairs
            .partition_point(|pair| pair.sections() <= sections);
        let before = start.checked_sub(1).map(|before| &self.pairs[before]);
        (before, self.pairs.get(end))
    }
}

fn in_reading_order(library: &Library) -> Vec<LinkEnd> {
    let place = |met: &LinkEnd| {
        let link = &library[met.link];
        let paragraph = link.passage(met.end).place.paragraph();
        (library.section_at(link, met.end), paragraph)
    };
    let links = library.links().iter();
    let mut ends: Vec<LinkEnd> = links
        .map(|link| {
            let [from, to] = End::BOTH.map(|end| LinkEnd { link: link.id, end });
            if place(&to) < place(&from) { to } else { from }
        })
        .collect();
    ends.sort_by_key(place);
    ends
}
