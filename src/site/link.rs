//! A link with its words, as many templates need it.

use super::quotes::typographic;
use crate::library::address;
use crate::library::document::Document;
use crate::library::kind::KindNames;
use crate::library::section::Section;

/// Where to go, and what it is called.
pub struct Link {
    /// The path.
    pub href: String,
    /// The words of the link.
    pub label: String,
}

impl Link {
    /// To a section's page, by its heading.
    pub fn to_section(section: &Section) -> Self {
        Self {
            href: address::section(section),
            label: typographic(section.heading_text(), None),
        }
    }

    /// To a document's page, by its short title.
    pub fn to_document(document: &Document) -> Self {
        Self {
            href: address::document(document),
            label: document.metadata.short_title.clone(),
        }
    }

    /// To the listing of a kind in a document, with its count: `4 principles`.
    pub fn to_listing(document: &Document, kind: &KindNames) -> Self {
        Self {
            href: address::listing(document, kind),
            label: count_of(document, kind),
        }
    }
}

/// How many sections of a kind a document has: `4 principles`.
pub fn count_of(document: &Document, kind: &KindNames) -> String {
    let count = sections_of(document, kind).count();
    format!("{count} {}", kind.noun(count))
}

/// The sections of a kind in a document.
pub fn sections_of<'a>(
    document: &'a Document,
    kind: &'a KindNames,
) -> impl Iterator<Item = &'a Section> {
    document
        .sections
        .iter()
        .filter(move |section| section.kind.as_ref() == kind)
}
