//! Where the texts correspond: the concordance, its links and silences.

mod card;
mod figures;
mod filter_bar;
mod finding;
mod ledger;
mod ledger_steps;
mod link_words;
mod links;
mod map;
mod map_words;
mod page;
mod section_pairs;
mod section_table;
mod silences;
mod spread;

pub use card::{LinkCard, card_id};
pub use links::LinksPage;
pub use page::ConcordancePage;
pub use section_pairs::{PairTable, closest_pair, pair_tables};
pub use silences::SilencesPage;
pub use spread::Spread;
