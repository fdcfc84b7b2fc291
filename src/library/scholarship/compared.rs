//! Which documents the editors compared with each other.

use std::collections::BTreeSet;

use crate::library::id::{DocumentId, Id};

/// Pairs of documents. Whatever is said of how one text stands to another, and of what it lacks, is
/// about such a pair: of others nobody knows anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compared {
    /// Each pair both ways round.
    pairs: BTreeSet<(DocumentId, DocumentId)>,
}

impl Compared {
    /// Adds a pair; false where it is there already.
    pub fn add(&mut self, first: DocumentId, second: DocumentId) -> bool {
        self.pairs.insert((first, second)) && self.pairs.insert((second, first))
    }

    /// Whether the editors compared the two.
    #[must_use]
    pub fn has(&self, first: DocumentId, second: DocumentId) -> bool {
        self.pairs.contains(&(first, second))
    }

    /// The documents that were compared with one, in the order of the library.
    pub fn with(&self, document: DocumentId) -> impl Iterator<Item = DocumentId> {
        let pairs = self.pairs.range((document, DocumentId::new(0))..);
        let own = pairs.take_while(move |(first, _)| *first == document);
        own.map(|(_, second)| *second)
    }
}
