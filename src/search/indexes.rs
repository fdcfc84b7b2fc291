//! What a query is looked up in.

use super::concepts::{Concepts, Synonyms};
use super::index::{
    Editorial, EditorialId, EntryDraft, EntryIndex, EntryWords, editorial_entries,
    editorial_passages, section_passages,
};
use super::places::Names;
use super::query::Query;
use super::words::{EDITORS, Vocabulary, VocabularyDraft};
use crate::library::{IdMap, Library, SectionId};

/// The words, names and passages of a library.
#[derive(Debug)]
pub struct Indexes {
    pub vocabulary: Vocabulary,
    pub synonyms: Synonyms,
    pub names: Names,
    /// The sections of the texts, each without its children.
    pub texts: EntryIndex<SectionId>,
    pub editorial_entries: IdMap<EditorialId, Editorial>,
    /// What is found beside the texts.
    pub editorial: EntryIndex<EditorialId>,
}

impl Indexes {
    /// Reads the whole library.
    pub fn of(library: &Library) -> Self {
        let mut draft = VocabularyDraft::new(library.words.clone());
        let sections = library.sections().iter().map(|section| EntryDraft {
            language: library[section.document].metadata.language.tag(),
            passages: section_passages(library, section),
        });
        let texts = EntryWords::of(sections, &mut draft);
        draft.end_texts();
        let editorial_entries = editorial_entries(library);
        let entries = editorial_entries.values().iter();
        let entries = entries.map(|&entry| EntryDraft {
            language: match entry {
                Editorial::Document(document) => library[document].metadata.language.tag(),
                Editorial::Term(_) | Editorial::Page(_) => EDITORS,
            },
            passages: editorial_passages(library, entry),
        });
        let editorial = EntryWords::of(entries, &mut draft);
        Synonyms::add_words(library, &mut draft);
        let vocabulary = draft.finish();
        Self {
            names: Names::of(library),
            synonyms: Synonyms::of(library, &vocabulary),
            texts: EntryIndex::of(texts, &vocabulary),
            editorial: EntryIndex::of(editorial, &vocabulary),
            editorial_entries,
            vocabulary,
        }
    }

    /// What a query looks for that was typed so.
    pub fn concepts(&self, query: &Query, typed: &str) -> Concepts {
        let vocabulary = &self.vocabulary;
        let stands = |row: &[u32]| self.texts.has(row);
        Concepts::of(query, typed, vocabulary, &self.synonyms, &stands)
    }
}
