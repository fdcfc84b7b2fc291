//! Two sections set side by side: what the page and the data of a comparison are made from.

use std::collections::BTreeMap;

use super::compare_rows::{Row, Tie, rows};
use super::compare_side::Side;
use super::edition::Edition;
use crate::library::concordance::{End, Link};
use crate::library::pair::{Place, place};
use crate::library::reference::Reference;
use crate::study::shared::{Shared, SharedRun, SharedTotal};

/// A comparison, in the order of the library.
pub struct Comparison<'a> {
    /// The section that comes first.
    pub first: Side<'a>,
    /// The other.
    pub second: Side<'a>,
    /// Where both stand.
    pub places: (Place, Place),
    /// Their units, aligned.
    pub rows: Vec<Row>,
    /// The editors' links between what is shown of both.
    pub links: Vec<Joined<'a>>,
    /// The wording that they share.
    pub runs: Vec<SharedRun>,
}

/// A link of a comparison.
pub struct Joined<'a> {
    /// Its place in the concordance.
    pub place: usize,
    /// The link.
    pub link: &'a Link,
    /// Its end on the first side.
    pub end: End,
    /// The units that it joins: headings, if it names a whole section at either end.
    pub units: (usize, usize),
}

impl<'a> Comparison<'a> {
    /// The comparison of two sections, in either order; `None` where one is unknown or both are
    /// the same.
    pub fn new(edition: Edition<'a>, a: &Reference, b: &Reference) -> Option<Self> {
        let library = edition.library;
        let (a, b) = (place(library, a)?, place(library, b)?);
        if a == b {
            return None;
        }
        let places = (a.min(b), a.max(b));
        let mut first = Side::new(library, places.0, places.1);
        let mut second = Side::new(library, places.1, places.0);
        let runs: Vec<SharedRun> = first
            .sections()
            .flat_map(|a| second.sections().map(move |b| (a, b)))
            .flat_map(|(a, b)| edition.study.shared_between(&a.reference, &b.reference))
            .collect();
        first.share(runs.iter().map(|run| &run.first));
        second.share(runs.iter().map(|run| &run.second));
        let links: Vec<Joined<'a>> = library
            .concordance
            .links
            .iter()
            .enumerate()
            .filter_map(|(place, link)| joined(&first, &second, place, link))
            .collect();
        Some(Self {
            rows: rows(first.units.len(), second.units.len(), &ties(&links)),
            first,
            second,
            places,
            links,
            runs,
        })
    }

    /// The links between the units of a row, in the order of the first side's words.
    pub fn links_of(&self, row: &Row) -> Vec<&Joined<'a>> {
        let (Some(first), Some(second)) = (row.first, row.second) else {
            return Vec::new();
        };
        let units = (first.unit, second.unit);
        let own = self.links.iter().filter(|joined| joined.units == units);
        let mut own: Vec<&Joined<'a>> = own.collect();
        own.sort_by_key(|joined| {
            let spot = &joined.link.passage(joined.end).spot;
            (spot.part, spot.range.start)
        });
        own
    }

    /// What the shared wording comes to.
    pub fn shared(&self) -> SharedTotal {
        Shared::total(&self.runs)
    }
}

fn joined<'a>(
    first: &Side<'_>,
    second: &Side<'_>,
    place: usize,
    link: &'a Link,
) -> Option<Joined<'a>> {
    [End::From, End::To].into_iter().find_map(|end| {
        let here = &link.passage(end).reference;
        let there = &link.passage(end.other()).reference;
        let units = if here.paragraph.is_some() && there.paragraph.is_some() {
            (first.unit(here)?, second.unit(there)?)
        } else {
            (first.heading(here)?, second.heading(there)?)
        };
        Some(Joined {
            place,
            link,
            end,
            units,
        })
    })
}

/// The ties that links come to; the two headings of the comparison are always tied.
fn ties(links: &[Joined<'_>]) -> Vec<Tie> {
    let mut weights = BTreeMap::from([((0, 0), usize::MAX / 2)]);
    for joined in links {
        *weights.entry(joined.units).or_default() += joined.link.strength.number();
    }
    let ties = weights.into_iter();
    ties.map(|(units, weight)| Tie { units, weight }).collect()
}
