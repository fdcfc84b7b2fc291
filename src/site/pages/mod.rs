//! Pages that belong to no text: home, all texts, the editors' own, and errors.

mod candidates;
mod closed;
mod editions;
mod error;
mod home;
mod more;
mod near;
mod needs_server;
mod page_blocks;
mod reading;
mod steps;
mod texts;
mod written;

pub use closed::Refusal;
pub use editions::{EditionsPage, edition_anchor};
pub use error::ErrorPage;
pub use home::Home;
pub use near::NotFound;
pub use needs_server::{NeedsServer, instead_of_search};
pub use texts::TextsPage;
pub use written::{WrittenPage, heading_id};
