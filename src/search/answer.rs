//! What a query finds, for pages to show.

use std::ops::Range;

use super::concepts::Included;
use super::index::TextSource;
use super::narrow::Narrowed;
use super::places::Named;
use super::query::Notice;
use crate::library::{
    DocumentId, IdMap, KindId, Library, PageId, PageSectionId, Place, SectionId, TermId,
};

/// What a query finds.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// What the query names.
    pub named: Named,
    /// How many sections it finds.
    pub total: usize,
    /// How many passages of these sections it finds; `None` where they are too many to be read.
    pub passages: Option<usize>,
    /// Those that were asked for, the best first.
    pub results: Vec<SearchResult>,
    /// How many sections it finds in each document, whatever documents were asked for.
    pub per_document: IdMap<DocumentId, usize>,
    /// How many of each kind, whatever kinds were asked for.
    pub per_kind: IdMap<KindId, usize>,
    /// How often it hits each section of the first few documents, in reading order.
    pub spread: Vec<(SectionId, usize)>,
    /// The terms of the index that it finds, the best first.
    pub terms: Vec<TermId>,
    /// The editors' pages that it finds, each with the headed stretch of the best passage.
    pub pages: Vec<(PageId, Option<PageSectionId>)>,
    /// The documents of which what is known about them has it.
    pub documents: Vec<DocumentId>,
    /// The query as it was taken, where words of it stand nowhere.
    pub corrected: Option<String>,
    /// Other names that were looked for as well.
    pub included: Vec<Included>,
    /// Related wordings, which were not looked for, the most frequent first.
    pub related: Vec<RelatedWording>,
    /// What stands nowhere, as typed.
    pub unknown: Vec<String>,
    /// How the query was read, where that is not plain.
    pub notices: Vec<Notice>,
    /// What it was narrowed to.
    pub narrowed_to: Narrowed,
}

/// A section that a query finds.
#[derive(Debug, Clone)]
pub struct SearchResult {
    /// The section.
    pub section: SectionId,
    /// How well it fits; higher is better, and only order counts.
    pub score: f32,
    /// The passage that fits best.
    pub source: TextSource,
    /// The bytes of that passage's text where words of the query stand, in order, apart.
    pub hits: Vec<Range<usize>>,
    /// The same in the heading.
    pub in_heading: Vec<Range<usize>>,
    /// Every passage of the section that fits, its heading aside, in reading order.
    pub passages: Vec<FoundPassage>,
    /// What was asked for and is not in the section, as typed.
    pub missing: Vec<String>,
}

/// A passage that a query finds.
#[derive(Debug, Clone)]
pub struct FoundPassage {
    /// Where it is.
    pub source: TextSource,
    /// The bytes of its text where words of the query stand, in order, apart.
    pub hits: Vec<Range<usize>>,
    /// Whether it is one of the few that fit best.
    pub is_best: bool,
}

/// A wording that is related to what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelatedWording {
    /// As it is shown.
    pub text: String,
    /// The query that finds it.
    pub query: String,
    /// How many passages have it.
    pub count: usize,
}

impl Answer {
    /// Whether the query has nothing to look for.
    #[must_use]
    pub fn has_nothing_asked(&self) -> bool {
        self.notices.contains(&Notice::NothingAsked)
    }
}

impl SearchResult {
    /// The most exact place of the passage: its paragraph, or else the section.
    #[must_use]
    pub fn place(&self, library: &Library) -> Place {
        library.place_of(self.source.part())
    }
}
