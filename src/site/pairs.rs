//! The pairs of sections of two documents that links join: as a diagram and as the table behind it.

use super::edition::Edition;
use super::link::Link;
use super::map::{Map, Plan};
use super::quotes::typographic;
use crate::library::address;
use crate::library::counted;
use crate::library::section::Section;
use crate::study::corpus::SectionAt;
use crate::study::ties::{Tie, ties};

/// Two documents and how their sections speak to each other.
pub struct Pairs {
    pub map: Map,
    /// Names the table.
    pub caption: String,
    /// The names of the documents.
    pub names: [String; 2],
    pub colour: &'static str,
    pub rows: Vec<Row>,
}

/// A section of the first document with its partners in the other, the closest first.
pub struct Row {
    pub section: Link,
    pub number: String,
    pub partners: Vec<Partner>,
}

/// A section of the other document.
pub struct Partner {
    /// The comparison of the two.
    pub href: String,
    pub number: String,
    pub title: String,
    /// `8 links, weight 23`.
    pub size: String,
}

/// For every two documents that links join, their wanted sections, but none without paragraphs and
/// links.
pub fn all(
    edition: Edition<'_>,
    row: f64,
    title: &str,
    wanted: impl Fn(&Section) -> bool,
) -> Vec<Pairs> {
    let library = edition.library;
    let section = |at: SectionAt| &library.documents[at.document].sections[at.section];
    let ties: Vec<Tie> = ties(library, &edition.study.corpus)
        .into_iter()
        .filter(|tie| wanted(section(tie.first)) && wanted(section(tie.second)))
        .collect();
    let mut pairs: Vec<[usize; 2]> = ties.iter().map(documents).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
        .into_iter()
        .map(|pair| {
            let ties: Vec<Tie> = ties
                .iter()
                .filter(|tie| documents(tie) == pair)
                .copied()
                .collect();
            let sections = pair.map(|document| {
                let all = library.documents[document].sections.iter().enumerate();
                all.filter(|(_, one)| wanted(one))
                    .map(|(at, _)| at)
                    .filter(|&at| {
                        let place = SectionAt {
                            document,
                            section: at,
                        };
                        !section(place).paragraphs().is_empty()
                            || ties
                                .iter()
                                .any(|tie| tie.first == place || tie.second == place)
                    })
                    .collect()
            });
            one(edition, pair, sections, &ties, row, title)
        })
        .collect()
}

/// The closest pair, if any: the one with the greatest weight, and of several the first.
pub fn closest(edition: Edition<'_>, wanted: impl Fn(&Section) -> bool) -> Option<[&Section; 2]> {
    let library = edition.library;
    let section = |at: SectionAt| &library.documents[at.document].sections[at.section];
    ties(library, &edition.study.corpus)
        .into_iter()
        .filter(|tie| wanted(section(tie.first)) && wanted(section(tie.second)))
        .rev()
        .max_by_key(|tie| tie.weight)
        .map(|tie| [section(tie.first), section(tie.second)])
}

fn documents(tie: &Tie) -> [usize; 2] {
    [tie.first.document, tie.second.document]
}

fn one(
    edition: Edition<'_>,
    pair: [usize; 2],
    sections: [Vec<usize>; 2],
    ties: &[Tie],
    row: f64,
    title: &str,
) -> Pairs {
    let library = edition.library;
    let [first, second] = pair.map(|at| &library.documents[at]);
    let rows = sections[0].iter().map(|&at| {
        let section = &first.sections[at];
        let mut own: Vec<&Tie> = ties.iter().filter(|tie| tie.first.section == at).collect();
        own.sort_by_key(|tie| std::cmp::Reverse(tie.weight));
        Row {
            section: Link {
                href: address::section(section),
                label: typographic(&section.title, None),
            },
            number: section.reference.section.to_string(),
            partners: own
                .into_iter()
                .map(|tie| {
                    let other = &second.sections[tie.second.section];
                    Partner {
                        href: address::compare(library, &section.reference, &other.reference)
                            .unwrap_or_default(),
                        number: other.reference.section.to_string(),
                        title: typographic(&other.title, None),
                        size: format!("{}, weight {}", counted(tie.links, "link"), tie.weight),
                    }
                })
                .collect(),
        }
    });
    Pairs {
        caption: format!(
            "Each section of the {} with those of the {} that speak to it, the closest first",
            first.metadata.short_title.to_lowercase(),
            second.metadata.short_title.to_lowercase()
        ),
        names: [first, second].map(|document| document.metadata.short_title.clone()),
        colour: second.metadata.colour.name(),
        rows: rows.collect(),
        map: Map::new(
            edition,
            Plan {
                documents: pair,
                sections,
                row,
                title: title.to_owned(),
                ties,
            },
        ),
    }
}
