//! What carries out what inside a document, and what stands alone.

use std::collections::HashSet;

use crate::library::Library;
use crate::library::concordance::{Concordance, Relation};
use crate::library::document::Document;
use crate::library::kind::Kind;
use crate::library::reference::Reference;
use crate::library::section::Section;

/// The part that sections and paragraphs play in the links inside their own document.
///
/// A link of a paragraph counts for its section too; a link of a section counts for none of its
/// paragraphs, and neither for what stands above or below it.
#[derive(Debug, Clone, Default)]
pub struct Carrying {
    carried_out: HashSet<Reference>,
    announced: HashSet<Reference>,
    linked: HashSet<Reference>,
}

impl Carrying {
    /// Reads the links of a concordance that stay inside one document.
    #[must_use]
    pub fn of(concordance: &Concordance) -> Self {
        let mut carrying = Self::default();
        for link in concordance.links.iter().filter(|link| !link.crosses()) {
            let (from, to) = (&link.from.reference, &link.to.reference);
            if link.relation == Relation::Implements {
                carrying.carried_out.extend(with_section(from));
                carrying.announced.extend(with_section(to));
            }
            // A link between two paragraphs of one section ties the section to nothing else.
            if from.section == to.section {
                carrying.linked.extend([from.clone(), to.clone()]);
            } else {
                carrying.linked.extend(with_section(from));
                carrying.linked.extend(with_section(to));
            }
        }
        carrying
    }

    /// Whether something carries it out.
    #[must_use]
    pub fn is_carried_out(&self, reference: &Reference) -> bool {
        self.carried_out.contains(reference)
    }

    /// Whether it carries something out: something announces it.
    #[must_use]
    pub fn is_announced(&self, reference: &Reference) -> bool {
        self.announced.contains(reference)
    }

    /// Whether no link joins it to another place of its document.
    #[must_use]
    pub fn stands_alone(&self, reference: &Reference) -> bool {
        !self.linked.contains(reference)
    }

    /// The sections of a kind, in one document, that nothing carries out.
    #[must_use]
    pub fn not_carried_out<'a>(&self, document: &'a Document, kind: &Kind) -> Vec<&'a Section> {
        of_kind(document, kind, |section| !self.is_carried_out(section))
    }

    /// Those that nothing announces.
    #[must_use]
    pub fn not_announced<'a>(&self, document: &'a Document, kind: &Kind) -> Vec<&'a Section> {
        of_kind(document, kind, |section| !self.is_announced(section))
    }

    /// Those that stand alone.
    #[must_use]
    pub fn alone<'a>(&self, document: &'a Document, kind: &Kind) -> Vec<&'a Section> {
        of_kind(document, kind, |section| self.stands_alone(section))
    }

    /// The kinds with a section in the document that something carries out: of these the rest is
    /// worth naming.
    #[must_use]
    pub fn kinds_carried_out<'a>(
        &self,
        library: &'a Library,
        document: &'a Document,
    ) -> Vec<&'a Kind> {
        kinds_with(library, document, |one| self.is_carried_out(one))
    }

    /// The kinds with a section in the document that carries something out.
    #[must_use]
    pub fn kinds_announced<'a>(
        &self,
        library: &'a Library,
        document: &'a Document,
    ) -> Vec<&'a Kind> {
        kinds_with(library, document, |one| self.is_announced(one))
    }
}

/// The kinds with such a section in the document.
fn kinds_with<'a>(
    library: &'a Library,
    document: &'a Document,
    holds: impl Fn(&Reference) -> bool,
) -> Vec<&'a Kind> {
    let kinds = library.kinds_of(document);
    kinds
        .filter(|kind| !of_kind(document, kind, &holds).is_empty())
        .collect()
}

/// A reference, and the section it stands in.
fn with_section(reference: &Reference) -> [Reference; 2] {
    let section = Reference {
        paragraph: None,
        ..reference.clone()
    };
    [reference.clone(), section]
}

fn of_kind<'a>(
    document: &'a Document,
    kind: &Kind,
    wanted: impl Fn(&Reference) -> bool,
) -> Vec<&'a Section> {
    let sections = document.sections.iter();
    sections
        .filter(|section| &section.kind == kind && wanted(&section.reference))
        .collect()
}
