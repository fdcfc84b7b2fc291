//! What is searched: the library as entries, each a list of passages, and the index of their words.

mod bm25;
mod document_facts;
mod editorial;
mod entry_index;
mod entry_words;
mod postings;
mod sections;
mod source;

pub use bm25::rarity;
pub use editorial::{Editorial, EditorialId, editorial_entries, editorial_passages};
pub use entry_index::{EntryIndex, SoughtStems};
pub use entry_words::{EntryDraft, EntryWords, IndexedPassage};
pub use sections::section_passages;
pub use source::{Source, TextSource, Zone};
