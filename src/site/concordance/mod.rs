//! How the texts speak to each other: the concordance, its links and silences.

mod card;
mod finding;
mod ledger;
mod ledger_steps;
mod links;
mod map;
mod map_words;
mod page;
mod section_pairs;
mod silences;

pub use card::{LinkCard, card_id};
pub use links::LinksPage;
pub use page::ConcordancePage;
pub use section_pairs::{PairTable, closest_pair, pair_tables};
pub use silences::SilencesPage;
