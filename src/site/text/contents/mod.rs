//! The ways through a text: its contents, the rail that keeps them at hand, and where its end leads.

mod ending;
mod rail;
mod tree;

pub use ending::Ending;
pub use rail::Rail;
pub use tree::Contents;
