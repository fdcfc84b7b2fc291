//! What a query is narrowed to: documents and kinds.

use std::collections::BTreeSet;

use super::places::Names;
use super::query::{Notice, Query};
use crate::library::{DocumentId, KindId};

/// What a query is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowed {
    /// The documents; all, where there is none.
    pub documents: BTreeSet<DocumentId>,
    /// The kinds; all, where there is none.
    pub kinds: BTreeSet<KindId>,
}

impl Narrowed {
    /// Reads what a query is narrowed to, and says what there is none of: once for documents and
    /// once for kinds, since the notice names those that there are.
    #[must_use]
    pub fn read(query: &Query, names: &Names) -> (Self, Vec<Notice>) {
        let mut narrowed = Self::default();
        let (mut no_document, mut no_kind) = (None, None);
        for name in &query.documents {
            match names.documents(name) {
                [] => no_document = Some(Notice::NoSuchDocument(name.clone())),
                called => narrowed.documents.extend(called),
            }
        }
        for name in &query.kinds {
            match names.kind(name) {
                None => no_kind = Some(Notice::NoSuchKind(name.clone())),
                Some(kind) => narrowed.kinds.extend([kind]),
            }
        }
        (narrowed, no_document.into_iter().chain(no_kind).collect())
    }

    /// Whether everything is asked for.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.documents.is_empty() && self.kinds.is_empty()
    }

    /// Whether a document is among those that are asked for.
    #[must_use]
    pub fn has_document(&self, document: DocumentId) -> bool {
        self.documents.is_empty() || self.documents.contains(&document)
    }

    /// Whether a kind is among those that are asked for.
    #[must_use]
    pub fn has_kind(&self, kind: KindId) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}
