//! Pairs of sections that the editors' links join.

use std::collections::BTreeMap;

use super::Library;
use super::concordance::Concordance;
use super::reference::Reference;
use super::section::Section;

/// A section by its document's place in the library and its own in the document.
pub type Place = (usize, usize);

/// Two sections with at least one link between them, in the order of the library.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// The one that comes first.
    pub first: &'a Section,
    /// The other.
    pub second: &'a Section,
    /// Where both stand, by which pairs are in order.
    pub places: (Place, Place),
    /// How many links join them or their paragraphs; those of their children are not counted.
    pub links: usize,
    /// The sum of those links' strengths.
    pub weight: usize,
}

/// Where a section stands, or the section of a paragraph.
#[must_use]
pub fn place(library: &Library, reference: &Reference) -> Option<Place> {
    let found = library.resolve(reference)?;
    let mut documents = library.documents.iter();
    let document = documents.position(|document| document.id == found.document.id)?;
    Some((document, found.at))
}

/// Every pair that a link joins, in order. Links inside one section join no pair.
#[must_use]
pub fn pairs(library: &Library) -> Vec<Pair<'_>> {
    let section = |(document, at): Place| &library.documents[document].sections[at];
    let counts = counts(library, &library.concordance).into_iter();
    counts
        .map(|(places, (links, weight))| Pair {
            first: section(places.0),
            second: section(places.1),
            places,
            links,
            weight,
        })
        .collect()
}

fn counts(
    library: &Library,
    concordance: &Concordance,
) -> BTreeMap<(Place, Place), (usize, usize)> {
    let mut counts: BTreeMap<_, (usize, usize)> = BTreeMap::new();
    for link in &concordance.links {
        let from = place(library, &link.from.reference);
        let to = place(library, &link.to.reference);
        let (Some(from), Some(to)) = (from, to) else {
            continue;
        };
        if from != to {
            let count = counts.entry((from.min(to), from.max(to))).or_default();
            count.0 += 1;
            count.1 += link.strength.number();
        }
    }
    counts
}
