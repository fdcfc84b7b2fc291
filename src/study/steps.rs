//! The steps from what a document announces to what it does: principles to goals, goals to actions.

use std::collections::HashSet;

use crate::library::Library;
use crate::library::concordance::Relation;
use crate::library::document::Document;
use crate::library::kind::Kind;
use crate::library::reference::Reference;
use crate::library::section::Section;

/// Two kinds of section in one document, of which the second carries out the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The kind that announces.
    pub announcing: Kind,
    /// The kind that carries out.
    pub carrying: Kind,
    /// The sections that announce and that none of the other kind carries out.
    pub left: Vec<Reference>,
    /// The paragraphs that none of the other kind carries out, in sections of which a part is. A
    /// link of a whole section counts for none of its paragraphs.
    pub left_paragraphs: Vec<Reference>,
    /// The sections that carry out nothing of the first kind.
    pub unannounced: Vec<Reference>,
}

/// The steps of a document, in the order in which its kinds are declared.
///
/// Two kinds make a step where more than half of the sections of the one are carried out by the
/// other: a single link between a preface and a goal makes no rule of which the rest would fall
/// short.
#[must_use]
pub fn steps(library: &Library, document: &Document) -> Vec<Step> {
    let kinds = || library.kinds_of(document);
    kinds()
        .flat_map(|announcing| kinds().map(move |carrying| (announcing, carrying)))
        .filter(|(announcing, carrying)| announcing != carrying)
        .filter_map(|(announcing, carrying)| step(library, document, announcing, carrying))
        .collect()
}

fn step(
    library: &Library,
    document: &Document,
    announcing: &Kind,
    carrying: &Kind,
) -> Option<Step> {
    let is = |reference: &Reference, kind: &Kind| {
        let found = library.resolve(reference);
        found.is_some_and(|found| found.document.id == document.id && &found.section.kind == kind)
    };
    let mut carried = HashSet::new();
    let mut carriers = HashSet::new();
    let links = library.concordance.links.iter();
    for link in links.filter(|link| link.relation == Relation::Implements) {
        let (from, to) = (&link.from.reference, &link.to.reference);
        if is(from, announcing) && is(to, carrying) {
            carried.extend([from.clone(), section_of(from)]);
            carriers.insert(section_of(to));
        }
    }
    let all = of_kind(document, announcing);
    let (done, left): (Vec<&Section>, Vec<&Section>) = all
        .iter()
        .partition(|section| carried.contains(&section.reference));
    if done.len() * 2 <= all.len() {
        return None;
    }
    let paragraphs = done.iter().flat_map(|section| section.paragraphs());
    Some(Step {
        announcing: announcing.clone(),
        carrying: carrying.clone(),
        left: left.iter().map(|one| one.reference.clone()).collect(),
        left_paragraphs: paragraphs
            .map(|paragraph| paragraph.reference.clone())
            .filter(|reference| !carried.contains(reference))
            .collect(),
        unannounced: of_kind(document, carrying)
            .iter()
            .map(|section| section.reference.clone())
            .filter(|reference| !carriers.contains(reference))
            .collect(),
    })
}

fn section_of(reference: &Reference) -> Reference {
    Reference {
        paragraph: None,
        ..reference.clone()
    }
}

fn of_kind<'a>(document: &'a Document, kind: &Kind) -> Vec<&'a Section> {
    let sections = document.sections.iter();
    sections.filter(|section| &section.kind == kind).collect()
}
