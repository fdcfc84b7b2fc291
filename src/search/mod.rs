//! Search: from what a reader typed to the places that answer it. Pure: the same library and the
//! same query give the same answer.
//!
//! `query` reads what was typed, `places` whether it names a place, `concepts` what it looks for;
//! `shelf` holds the index, `rank` puts what it finds in order, `find` makes the answer of it all.

pub mod answer;
mod concepts;
pub mod entries;
mod find;
mod hits;
mod places;
pub mod query;
mod rank;
mod shelf;
mod stems;
pub mod suggest;
mod synonyms;
mod tokens;
mod vocabulary;

use crate::library::Library;
use crate::study::corpus::SectionAt;
use entries::Apart;
use shelf::Shelf;
use suggest::Headings;
use synonyms::Synonyms;
use vocabulary::Vocabulary;

pub use answer::{Answer, Found};

/// Everything that can be searched, in memory.
#[derive(Debug)]
pub struct Search {
    vocabulary: Vocabulary,
    synonyms: Synonyms,
    /// The sections of the texts.
    texts: Shelf<SectionAt>,
    /// Terms, pages and what is known about documents.
    apart: Shelf<Apart>,
    headings: Headings,
}

impl Search {
    /// Reads the whole library.
    ///
    /// # Panics
    /// Where the index finds fault with itself: it is in memory, so nothing else can fail.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let mut vocabulary = Vocabulary::default();
        let synonyms = Synonyms::of(library, &mut vocabulary);
        let texts = sound(Shelf::of(entries::texts(library), &mut vocabulary));
        vocabulary.end_texts();
        let apart = sound(Shelf::of(entries::apart(library), &mut vocabulary));
        vocabulary.sort();
        Self {
            headings: Headings::of(library),
            vocabulary,
            synonyms,
            texts,
            apart,
        }
    }
}

/// What the index made.
fn sound<T>(made: tantivy::Result<T>) -> T {
    made.unwrap_or_else(|error| panic!("the search index is at fault: {error}"))
}
