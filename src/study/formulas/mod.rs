//! Set phrases: where they stand, and what counts as one in lists of links.

mod entries;
mod places;

pub use entries::Entries;
pub use places::formula_places;
