//! What a query finds, for pages to show.

use std::ops::Range;

use super::entries::Source;
use super::places;
use super::query::{Notice, Query};
use crate::library::Library;
use crate::library::reference::Reference;
use crate::study::corpus::SectionAt;

/// What a query finds.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// The places that the query names.
    pub places: Vec<Reference>,
    /// How many sections it finds.
    pub total: usize,
    /// Those that were asked for, the best first.
    pub results: Vec<Found>,
    /// How many sections it finds in each document, whatever documents were asked for.
    pub per_document: Vec<usize>,
    /// How many of each kind, whatever kinds were asked for, in the order of the kinds.
    pub per_kind: Vec<usize>,
    /// How often it hits each section of the first few documents, in reading order.
    pub spread: Vec<(SectionAt, usize)>,
    /// The terms of the index that it finds, the best first.
    pub terms: Vec<usize>,
    /// The editors' pages that it finds, each with the heading of the best passage.
    pub pages: Vec<(usize, Option<usize>)>,
    /// The documents of which what is known about them has it.
    pub documents: Vec<usize>,
    /// The query as it was taken, where words of it stand nowhere.
    pub corrected: Option<String>,
    /// What stands nowhere, as typed.
    pub unknown: Vec<String>,
    /// How the query was read, where that is not plain.
    pub notices: Vec<Notice>,
    /// The documents that it was narrowed to.
    pub narrowed_to: Narrowed,
}

/// What a query was narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowed {
    /// Documents, by their places in the library.
    pub documents: Vec<usize>,
    /// Kinds, by their places in the library.
    pub kinds: Vec<usize>,
}

/// A section that a query finds.
#[derive(Debug, Clone)]
pub struct Found {
    /// The section.
    pub section: SectionAt,
    /// How well it fits; higher is better, and only order counts.
    pub score: f32,
    /// Where the words are that fit best.
    pub source: Source,
    /// The bytes of that passage's text where words of the query stand, in order, apart.
    pub hits: Vec<Range<usize>>,
    /// The same in its heading.
    pub in_heading: Vec<Range<usize>>,
    /// What was asked for and is not in the section, as typed.
    pub missing: Vec<String>,
}

impl Found {
    /// The most exact reference of the passage: its paragraph's, or else the section's.
    #[must_use]
    pub fn reference(&self, library: &Library) -> Reference {
        let document = &library.documents[self.section.document];
        let section = &document.sections[self.section.section];
        match self.source {
            Source::Part(part) | Source::Note(part, _) => section.reference_of(part),
            Source::Page(_) | Source::Aside => section.reference.clone(),
        }
    }
}

impl Answer {
    /// Reads what the query is narrowed to, and says what there is none of: once for documents and
    /// once for kinds, since the notice names all that there are.
    pub(super) fn narrow(&mut self, library: &Library, query: &Query) {
        let Narrowed { documents, kinds } = &mut self.narrowed_to;
        let mut unknown = None;
        for name in &query.documents {
            let all = library.documents.iter().enumerate();
            let called = all.filter(|(_, one)| places::is_called(one, name));
            let before = documents.len();
            documents.extend(called.map(|(at, _)| at));
            if documents.len() == before {
                unknown = Some(Notice::NoSuchDocument(name.clone()));
            }
        }
        self.notices.extend(unknown.take());
        for name in &query.kinds {
            let id = places::kind(library, &name.to_lowercase());
            let mut all = library.kinds.iter();
            match all.position(|one| id.as_deref() == Some(one.id.as_str())) {
                Some(at) => kinds.push(at),
                None => unknown = Some(Notice::NoSuchKind(name.clone())),
            }
        }
        self.notices.extend(unknown);
    }

    /// Counts a section that the query finds; tells whether it is among what was asked for.
    pub(super) fn count(&mut self, library: &Library, at: SectionAt) -> bool {
        let Narrowed { documents, kinds } = &self.narrowed_to;
        let own = &library.documents[at.document].sections[at.section].kind;
        let kind = library.kinds.iter().position(|kind| kind == own);
        let in_documents = documents.is_empty() || documents.contains(&at.document);
        let in_kinds = kinds.is_empty() || kind.is_some_and(|kind| kinds.contains(&kind));
        if in_kinds {
            self.per_document[at.document] += 1;
        }
        if let Some(kind) = kind.filter(|_| in_documents) {
            self.per_kind[kind] += 1;
        }
        in_documents && in_kinds
    }
}
