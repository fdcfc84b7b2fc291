//! The model: documents, sections, paragraphs and their references. No I/O, no pages.

pub mod actor;
pub mod address;
pub mod concordance;
pub mod date;
pub mod document;
pub mod forms;
pub mod kind;
pub mod metadata;
pub mod near;
pub mod page;
pub mod pair;
pub mod part;
pub mod prose;
pub mod reference;
pub mod section;
pub mod settings;
pub mod term;

use actor::Actors;
use concordance::Concordance;
use document::Document;
use kind::Kind;
use page::Page;
use reference::{Reference, Slug};
use section::{Paragraph, Section};
use settings::Settings;
use term::Term;

/// Everything the site is made from: sound, since only a load without a diagnostic makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    /// What `site.toml` says of the site as a whole.
    pub settings: Settings,
    /// The declared kinds, in order.
    pub kinds: Vec<Kind>,
    /// The documents, in the order in which pages show them.
    pub documents: Vec<Document>,
    /// The editors' pages, by name.
    pub pages: Vec<Page>,
    /// What the editors found to answer what, and what is not answered.
    pub concordance: Concordance,
    /// The entries of the index, in the order of their file.
    pub terms: Vec<Term>,
    /// Who acts in the texts, and the rules that find the sentences.
    pub actors: Actors,
}

/// What a reference names.
#[derive(Debug, Clone)]
pub struct Found<'a> {
    /// The reference in the letter case of the document.
    pub reference: Reference,
    /// The document.
    pub document: &'a Document,
    /// The section's place in it.
    pub at: usize,
    /// The section.
    pub section: &'a Section,
    /// The paragraph, if the reference names one.
    pub paragraph: Option<&'a Paragraph>,
}

impl Library {
    /// The document with this id.
    #[must_use]
    pub fn document(&self, id: &Slug) -> Option<&Document> {
        self.documents.iter().find(|document| &document.id == id)
    }

    /// What a reference names, in any letter case of its section.
    #[must_use]
    pub fn resolve(&self, reference: &Reference) -> Option<Found<'_>> {
        let document = self.document(&reference.document)?;
        let (at, section) = document.section(&reference.section)?;
        let paragraph = match reference.paragraph {
            None => None,
            Some(ordinal) => Some(*section.paragraphs().get(ordinal.checked_sub(1)?)?),
        };
        let found = paragraph.map_or(&section.reference, |paragraph| &paragraph.reference);
        Some(Found {
            reference: found.clone(),
            document,
            at,
            section,
            paragraph,
        })
    }

    /// The kinds that a document has sections of, in the order of declaration.
    pub fn kinds_of<'a>(&'a self, document: &'a Document) -> impl Iterator<Item = &'a Kind> {
        self.kinds.iter().filter(|kind| {
            document
                .sections
                .iter()
                .any(|section| &section.kind == *kind)
        })
    }

    /// The documents that have sections of a kind.
    pub fn documents_with<'a>(&'a self, kind: &'a Kind) -> impl Iterator<Item = &'a Document> {
        let has = move |document: &&Document| document.sections.iter().any(|s| &s.kind == kind);
        self.documents.iter().filter(has)
    }

    /// The kinds that more than one document has sections of.
    pub fn shared_kinds(&self) -> impl Iterator<Item = &Kind> {
        let shared = |kind: &&Kind| self.documents_with(kind).count() > 1;
        self.kinds.iter().filter(shared)
    }

    /// Every reference, of sections and paragraphs.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        self.documents
            .iter()
            .flat_map(|document| &document.sections)
            .flat_map(|section| {
                let paragraphs = section.paragraphs().into_iter();
                std::iter::once(&section.reference)
                    .chain(paragraphs.map(|paragraph| &paragraph.reference))
            })
    }

    /// Everything in which terms are counted: the parts of all sections, and the keywords.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        let mut texts = Vec::new();
        for document in &self.documents {
            for section in &document.sections {
                texts.extend(section.parts().into_iter().map(|(_, prose)| &*prose.text));
            }
            texts.extend(document.metadata.keywords.iter().map(String::as_str));
        }
        texts
    }

    /// How much there is, in a line: `2 documents, 46 sections, 102 paragraphs`.
    #[must_use]
    pub fn summary(&self) -> String {
        let sections = self.documents.iter().map(|d| d.sections.len()).sum();
        let paragraphs = self.documents.iter().flat_map(Document::paragraphs).count();
        [
            counted(self.documents.len(), "document"),
            counted(sections, "section"),
            counted(paragraphs, "paragraph"),
        ]
        .join(", ")
    }
}

/// A count with its noun, which takes an `s` in the plural: `1 section`, `2 sections`.
#[must_use]
pub fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}
