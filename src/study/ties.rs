//! How closely the sections of two documents speak to each other: the links, by pair of sections.

use std::collections::BTreeMap;

use super::corpus::{Corpus, SectionAt};
use crate::library::Library;

/// Two sections of different documents with the links between them or their paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// The section of the earlier document in the library's order.
    pub first: SectionAt,
    /// The section of the later one.
    pub second: SectionAt,
    /// How many links there are.
    pub links: usize,
    /// The sum of their strengths.
    pub weight: usize,
}

/// Every tie, in the reading order of its first section, then of its second.
#[must_use]
pub fn ties(library: &Library, corpus: &Corpus) -> Vec<Tie> {
    let mut found: BTreeMap<(SectionAt, SectionAt), (usize, usize)> = BTreeMap::new();
    let links = library.concordance.links.iter();
    for link in links.filter(|link| link.crosses()) {
        let places = [&link.from, &link.to].map(|end| corpus.place(&end.reference));
        let [Some(a), Some(b)] = places else {
            continue;
        };
        let (links, weight) = found.entry((a.min(b), a.max(b))).or_default();
        *links += 1;
        *weight += link.strength.number();
    }
    found
        .into_iter()
        .map(|((first, second), (links, weight))| Tie {
            first,
            second,
            links,
            weight,
        })
        .collect()
}
