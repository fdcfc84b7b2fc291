//! Where the texts correspond: the concordance, its links and silences.

mod distribution;
mod figures;
mod finding;
mod ledger;
mod ledger_steps;
mod links;
mod map;
mod map_words;
mod page;
mod section_pairs;
mod section_table;
mod silences;
mod spread;

pub use distribution::distribution;
pub use ledger::{MOST_COMPARED, ledger_id};
pub use links::{LinkCard, LinkPage, LinksPage, capitalized, card_id};
pub use page::ConcordancePage;
pub use section_pairs::{PairTable, closest_pair, pair_tables};
pub use silences::{SilenceGroup, SilencesPage, silence_groups};
pub use spread::Spread;
