//! Search: from what a reader typed to the places that answer it. Pure: the same library and the
//! same query give the same answer.
//!
//! `query` reads what was typed, `places` whether it names a place, `concepts` what it looks for;
//! `index` holds the words of everything, `rank` puts what it finds in order, `find` makes the
//! answer of it all. `suggest` is for what is still being typed.

mod answer;
mod concepts;
mod find;
mod find_editorial;
mod index;
mod indexes;
mod narrow;
mod places;
pub mod query;
mod rank;
mod ratio;
mod related;
mod result;
mod suggest;
mod words;

use std::ops::Range;

use crate::library::Library;
use indexes::Indexes;
use suggest::SuggestionIndex;

pub use answer::{Answer, FoundPassage, RelatedWording, SearchResult};
pub use concepts::Included;
pub use index::TextSource;
pub use narrow::Narrowed;
pub use places::{Missing, Named, SectionNames, is_number};
pub use suggest::Suggestion;

/// Everything that can be searched, in memory.
#[derive(Debug)]
pub struct Search {
    indexes: Indexes,
    suggestions: SuggestionIndex,
}

impl Search {
    /// Reads the whole library.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        Self {
            indexes: Indexes::of(library),
            suggestions: SuggestionIndex::of(library),
        }
    }

    /// What a query finds; of the results those in `shown`, counted from 0. `library` is the one
    /// that this was made of.
    #[must_use]
    pub fn answer(&self, library: &Library, typed: &str, shown: &Range<usize>) -> Answer {
        find::answer(&self.indexes, library, typed, shown)
    }

    /// What a query names: a place, a range, a pair, or what is not there.
    #[must_use]
    pub fn named(&self, library: &Library, typed: &str) -> Named {
        find::named_by(&self.indexes, library, typed)
    }

    /// What can be offered for a text that is being typed: places first, then headings and terms,
    /// those first that begin as the text does.
    #[must_use]
    pub fn suggest(&self, library: &Library, typed: &str) -> Vec<Suggestion> {
        self.suggestions
            .suggest(library, &self.indexes.names, typed)
    }
}
