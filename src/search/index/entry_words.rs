//! Entries with their words, before all words are known.

use std::ops::Range;

use super::source::{PassageDraft, Source, Zone};
use crate::analysis::parts;
use crate::library::{Id, IdMap, PageSectionId};
use crate::search::words::{VocabularyDraft, narrow};

/// Entries of one sort with their passages.
#[derive(Debug)]
pub struct EntryWords<I> {
    /// The passages of each entry.
    pub entries: IdMap<I, Range<u32>>,
    pub passages: Vec<IndexedPassage>,
    /// The words of all passages, by number.
    pub words: Vec<u32>,
}

/// A stretch of words in an entry; no phrase crosses its end.
#[derive(Debug)]
pub struct IndexedPassage {
    /// What sort of words they are.
    pub zone: Zone,
    /// Where they are.
    pub source: Source,
    pub(super) words: Range<u32>,
}

impl IndexedPassage {
    /// The headed stretch of a page that it stands in.
    pub fn page_section(&self) -> Option<PageSectionId> {
        match self.source {
            Source::Page(section) => section,
            Source::Text(_) | Source::Unlocated => None,
        }
    }
}

/// What there is to find of an entry, and in which language.
pub struct EntryDraft<'a> {
    /// The BCP 47 tag.
    pub language: &'a str,
    pub passages: Vec<PassageDraft<'a>>,
}

impl<I: Id> EntryWords<I> {
    /// Reads entries, in the order of their ids.
    pub fn of<'a>(
        drafts: impl Iterator<Item = EntryDraft<'a>>,
        vocabulary: &mut VocabularyDraft,
    ) -> Self {
        let (mut entries, mut passages, mut words) = (IdMap::default(), Vec::new(), Vec::new());
        for draft in drafts {
            let language = vocabulary.language(draft.language);
            let first = narrow(passages.len());
            for passage in draft.passages {
                let from = narrow(words.len());
                let found = parts(&passage.text).into_iter();
                words.extend(found.map(|word| vocabulary.add(&word.folded, language)));
                passages.push(IndexedPassage {
                    zone: passage.zone,
                    source: passage.source,
                    words: from..narrow(words.len()),
                });
            }
            entries.push(first..narrow(passages.len()));
        }
        Self {
            entries,
            passages,
            words,
        }
    }
}
