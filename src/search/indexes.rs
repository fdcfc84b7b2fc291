//! What a query is looked up in.

use super::concepts::{Concepts, Synonyms};
use super::index::{
    Editorial, EditorialId, EntryIndex, editorial_entries, editorial_passages, section_passages,
};
use super::places::Names;
use super::query::Query;
use super::words::Vocabulary;
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
    ///
    /// # Panics
    /// Where the index finds fault with itself.
    pub fn of(library: &Library) -> Self {
        let mut vocabulary = Vocabulary::default();
        let synonyms = Synonyms::of(library, &mut vocabulary);
        let sections = library.sections().iter();
        let sections = sections.map(|section| section_passages(library, section));
        let texts = in_memory(EntryIndex::of(sections, &mut vocabulary));
        vocabulary.end_texts();
        let editorial_entries = editorial_entries(library);
        let passages = editorial_entries.values().iter();
        let passages = passages.map(|&entry| editorial_passages(library, entry));
        let editorial = in_memory(EntryIndex::of(passages, &mut vocabulary));
        vocabulary.sort();
        Self {
            names: Names::of(library),
            vocabulary,
            synonyms,
            texts,
            editorial_entries,
            editorial,
        }
    }

    /// What a query looks for that was typed so.
    pub fn concepts(&self, query: &Query, typed: &str) -> Concepts {
        let vocabulary = &self.vocabulary;
        let stands = |row: &[u32]| {
            let letters = row.iter().map(|&stem| vocabulary.stem_letters(stem));
            self.texts.has(letters.collect())
        };
        Concepts::of(query, typed, vocabulary, &self.synonyms, &stands)
    }
}

/// An index that was made in memory, where neither a disk nor a reader can make it fail.
fn in_memory<T>(made: tantivy::Result<T>) -> T {
    made.unwrap_or_else(|error| panic!("the search index is at fault: {error}"))
}
