//! What is searched: the library as entries, each a list of passages, and the index of their words.

mod document_facts;
mod editorial;
mod entry_index;
mod sections;
mod source;

pub use editorial::{Editorial, EditorialId, editorial_entries, editorial_passages};
pub use entry_index::{EntryIndex, IndexedPassage, SoughtStems};
pub use sections::section_passages;
pub use source::{Source, TextSource, Zone};
