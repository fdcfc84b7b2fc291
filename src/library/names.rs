//! The names by which things are looked up.

use std::collections::HashMap;

use super::id::{DocumentId, IdMap, KindId, LinkId, PageId, SectionId, TermId};
use super::kind::Kind;
use super::scholarship::code::LinkCode;
use super::scholarship::concordance::Link;
use super::scholarship::term::Term;
use super::text::document::Document;
use super::text::page::Page;
use super::text::section::Section;

/// Tables from names to ids. Every look-up costs the same however large the library is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Names {
    pub(super) kinds: HashMap<String, KindId>,
    pub(super) documents: HashMap<String, DocumentId>,
    pub(super) sections: IdMap<DocumentId, SectionNames>,
    pub(super) pages: HashMap<String, PageId>,
    pub(super) terms: HashMap<String, TermId>,
    pub(super) links: HashMap<LinkCode, LinkId>,
}

/// The names of one document's sections.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SectionNames {
    /// By number in lower case.
    pub(super) by_number: HashMap<String, SectionId>,
    pub(super) by_slug: HashMap<String, SectionId>,
}

impl Names {
    pub(super) fn of_kinds(kinds: &[Kind]) -> Self {
        let kinds = kinds.iter().map(|kind| (kind.path.to_string(), kind.id));
        Self {
            kinds: kinds.collect(),
            ..Self::default()
        }
    }

    /// Adds the names of the document that comes next, and of its sections.
    pub(super) fn add(&mut self, document: &Document, sections: &[Section]) {
        self.documents
            .insert(document.slug.to_string(), document.id);
        let number = |section: &Section| section.reference.section.as_str().to_lowercase();
        self.sections.push(SectionNames {
            by_number: sections.iter().map(|one| (number(one), one.id)).collect(),
            by_slug: sections
                .iter()
                .map(|one| (one.slug.to_string(), one.id))
                .collect(),
        });
    }

    pub(super) fn set_pages(&mut self, pages: &[Page]) {
        let pages = pages.iter().map(|page| (page.slug.to_string(), page.id));
        self.pages = pages.collect();
    }

    pub(super) fn set_terms(&mut self, terms: &[Term]) {
        let terms = terms.iter().map(|term| (term.slug.to_string(), term.id));
        self.terms = terms.collect();
    }

    pub(super) fn set_links(&mut self, links: &[Link]) {
        self.links = links.iter().map(|link| (link.code, link.id)).collect();
    }
}
