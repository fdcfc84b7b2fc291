//! The steps from what a document announces to what it does: principles to goals, goals to actions.

use std::collections::HashSet;

use super::link_index::LinkIndex;
use crate::library::{
    Document, End, KindId, Library, ParagraphId, Place, Relation, Section, SectionId,
};

/// Two kinds of section in one document, of which the second carries out the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The kind that announces.
    pub announcing: KindId,
    /// The kind that carries out.
    pub carrying: KindId,
    /// The sections that announce and that none of the other kind carries out.
    pub uncovered: Vec<SectionId>,
    /// The paragraphs that none of the other kind carries out, in sections of which a part is. A
    /// link of a whole section counts for none of its paragraphs.
    pub uncovered_paragraphs: Vec<ParagraphId>,
    /// The sections that carry out nothing of the first kind.
    pub unannounced: Vec<SectionId>,
}

/// The steps of a document, in the order in which its kinds are declared.
///
/// Two kinds make a step where more than half of the sections of the one are carried out by the
/// other: a single link between a preface and a goal makes no rule of which the rest would fall
/// short.
#[must_use]
pub fn steps(library: &Library, links: &LinkIndex, document: &Document) -> Vec<Step> {
    let kinds = || document.kinds.iter().copied();
    kinds()
        .flat_map(|announcing| kinds().map(move |carrying| (announcing, carrying)))
        .filter(|(announcing, carrying)| announcing != carrying)
        .filter_map(|(announcing, carrying)| step(library, links, document, announcing, carrying))
        .collect()
}

fn step(
    library: &Library,
    links: &LinkIndex,
    document: &Document,
    announcing: KindId,
    carrying: KindId,
) -> Option<Step> {
    let mut covered: HashSet<Place> = HashSet::new();
    let mut performers: HashSet<SectionId> = HashSet::new();
    let announcing_sections = || library.sections_of(document, announcing);
    for section in announcing_sections() {
        for met in links.in_section(section.id) {
            let link = &library[met.link];
            let carrier = library.section_at(link, End::To);
            let carries_out = link.relation == Relation::Implements
                && met.end == End::From
                && library[carrier].document == document.id
                && library[carrier].kind == carrying;
            if carries_out {
                covered.extend([link.from.place, section.id.into()]);
                performers.insert(carrier);
            }
        }
    }
    let is_covered = |section: &&Section| covered.contains(&section.id.into());
    let (done, uncovered): (Vec<&Section>, Vec<&Section>) =
        announcing_sections().partition(is_covered);
    if done.len() <= uncovered.len() {
        return None;
    }
    let paragraphs = done.iter().flat_map(|section| section.paragraphs);
    Some(Step {
        announcing,
        carrying,
        uncovered: uncovered.iter().map(|section| section.id).collect(),
        uncovered_paragraphs: paragraphs
            .filter(|&paragraph| !covered.contains(&paragraph.into()))
            .collect(),
        unannounced: library
            .sections_of(document, carrying)
            .map(|section| section.id)
            .filter(|section| !performers.contains(section))
            .collect(),
    })
}

/// Whether no link joins a section or one of its paragraphs to another section of its document.
#[must_use]
pub fn stands_alone(library: &Library, links: &LinkIndex, section: &Section) -> bool {
    let joined =
        |other: SectionId| other != section.id && library[other].document == section.document;
    let mut met = links.in_section(section.id).iter();
    !met.any(|met| joined(library.section_at(&library[met.link], met.end.other())))
}
