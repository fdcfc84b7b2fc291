//! Two sections set side by side: what the page and the data of a comparison are made from.

use std::collections::BTreeMap;

use super::rows::{Row, UnitLink, rows, rows_in_order};
use super::side::{Side, shown_sections};
use crate::library::{End, Library, Link, LinkId, Passage, Section};
use crate::site::concordance::Spread;
use crate::site::context::RenderContext;
use crate::study::link_index::LinkEnd;
use crate::study::shared::{Shared, SharedRun, SharedTotal};

/// The weight that keeps the two sections' own headings on one row, whatever else is linked.
const HEADINGS: usize = usize::MAX / 2;

/// A comparison.
pub struct Comparison<'a> {
    /// The section on the left.
    pub first: Side<'a>,
    /// The other.
    pub second: Side<'a>,
    /// Their units, aligned.
    pub rows: Vec<Row>,
    /// The wording that they share.
    pub runs: Vec<SharedRun>,
    /// Whether the editors compared the two; where they did not, rows follow the order of both.
    pub is_compared: bool,
    /// The editors' links between what is shown of both, by the places of the units that they join,
    /// in the order of the first side's words.
    links: BTreeMap<(usize, usize), Vec<JoinedLink<'a>>>,
}

/// A link of a comparison.
#[derive(Clone, Copy)]
pub struct JoinedLink<'a> {
    pub link: &'a Link,
    /// Its end on the first side.
    end: End,
}

impl<'a> JoinedLink<'a> {
    /// What it quotes on the first side.
    pub fn first(self) -> &'a Passage {
        self.link.passage(self.end)
    }

    /// What it quotes on the second side.
    pub fn second(self) -> &'a Passage {
        self.link.passage(self.end.other())
    }

    /// The relation as a verb that reads from the first side's words to the second's.
    pub fn verb(self) -> &'static str {
        self.link.relation.verb(self.end)
    }
}

impl<'a> Comparison<'a> {
    /// The comparison of two different sections, with `first` on the left; rows follow its order.
    pub fn new(ctx: RenderContext<'a>, first: &'a Section, second: &'a Section) -> Self {
        let library = ctx.library;
        let (shown, others) = (shown_sections(first, second), shown_sections(second, first));
        let pairs = shown
            .iter()
            .flat_map(|&one| others.iter().map(move |&other| (one, other)));
        let runs: Vec<SharedRun> = pairs
            .flat_map(|(one, other)| ctx.study.shared_between(one, other))
            .collect();
        let first = Side::new(library, first, &shown, runs.iter().map(|run| &run.first));
        let second = Side::new(library, second, &others, runs.iter().map(|run| &run.second));
        let ends = shown
            .iter()
            .flat_map(|&section| ctx.study.links.in_section(section));
        let links = joined(library, &first, &second, ends);
        let documents = [&first, &second].map(|side| side.document.id);
        let is_compared = documents[0] == documents[1]
            || library.compared.has(documents[0], documents[1])
            || !links.is_empty();
        let counts = (first.units.len(), second.units.len());
        Self {
            rows: if is_compared {
                rows(counts.0, counts.1, &unit_links(&links))
            } else {
                rows_in_order(counts.0, counts.1)
            },
            is_compared,
            first,
            second,
            runs,
            links,
        }
    }

    /// The links that the editors set between the two, by strength.
    pub fn spread(&self, library: &Library) -> Spread {
        let links = self.links.values().flatten();
        let links: Vec<LinkId> = links.map(|joined| joined.link.id).collect();
        Spread::of(library, &links)
    }

    /// The links between the units of a row, in the order of the first side's words.
    pub fn links_of(&self, row: &Row) -> &[JoinedLink<'a>] {
        let units = row.first.zip(row.second);
        let links = units.and_then(|(first, second)| self.links.get(&(first.unit, second.unit)));
        links.map_or(&[], Vec::as_slice)
    }

    /// What the shared wording comes to.
    pub fn shared(&self) -> SharedTotal {
        Shared::total(&self.runs)
    }
}

/// Of the links with these ends in the first side those that lead to the second. A link of
/// paragraphs joins these; one that names a whole section at either end joins headings.
fn joined<'a, 'e>(
    library: &'a Library,
    first: &Side<'a>,
    second: &Side<'a>,
    ends: impl Iterator<Item = &'e LinkEnd>,
) -> BTreeMap<(usize, usize), Vec<JoinedLink<'a>>> {
    let mut joined: BTreeMap<(usize, usize), Vec<JoinedLink<'a>>> = BTreeMap::new();
    for &LinkEnd { link, end } in ends {
        let link = JoinedLink {
            link: &library[link],
            end,
        };
        let (mut here, mut there) = (link.first().place, link.second().place);
        if here.paragraph().is_none() || there.paragraph().is_none() {
            here = library.section_of(here).into();
            there = library.section_of(there).into();
        }
        if let Some(units) = first.unit(here).zip(second.unit(there)) {
            joined.entry(units).or_default().push(link);
        }
    }
    for links in joined.values_mut() {
        links.sort_by_key(|joined| {
            let span = &joined.first().span;
            (span.part, span.range.start, joined.link.id)
        });
    }
    joined
}

/// What the links come to for the rows.
fn unit_links(links: &BTreeMap<(usize, usize), Vec<JoinedLink<'_>>>) -> Vec<UnitLink> {
    let strength = |joined: &JoinedLink<'_>| joined.link.strength.number();
    let mut weights = BTreeMap::from([((0, 0), HEADINGS)]);
    for (&units, links) in links {
        *weights.entry(units).or_default() += links.iter().map(strength).sum::<usize>();
    }
    let weights = weights.into_iter();
    weights
        .map(|(units, weight)| UnitLink { units, weight })
        .collect()
}
