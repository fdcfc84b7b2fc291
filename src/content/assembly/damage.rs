//! What could not be read, and so may have what a link or a claim names.

use std::collections::HashSet;

use crate::library::{RESERVED, SitePath, Slug};

/// The files that are not whole.
#[derive(Debug, Default)]
pub struct Damage {
    documents: HashSet<Slug>,
    /// Whether a document is damaged whose name is not known.
    nameless_document: bool,
    /// Whether the concordance, terms or actors are not whole.
    pub scholarship: bool,
}

impl Damage {
    /// Notes that a document is not whole, by its name, if that is known.
    pub fn add_document(&mut self, slug: Option<Slug>) {
        match slug {
            Some(slug) => {
                self.documents.insert(slug);
            }
            None => self.nameless_document = true,
        }
    }

    pub fn has_documents(&self) -> bool {
        self.nameless_document || !self.documents.is_empty()
    }

    /// Whether a path that leads nowhere may be right.
    pub fn may_have(&self, path: &SitePath) -> bool {
        let first = path.path().split('/').nth(1).unwrap_or_default();
        self.nameless_document
            || Slug::parse(first).is_some_and(|slug| self.documents.contains(&slug))
            || self.scholarship && RESERVED.contains(&first)
    }
}
