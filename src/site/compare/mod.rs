//! Two sections side by side.

mod choice;
mod comparison;
mod form;
mod gap;
mod index;
mod page;
mod partners;
mod row;
mod rows;
mod side;
mod subject;

pub use choice::chosen_section;
pub use comparison::{Comparison, JoinedLink};
pub use index::CompareIndex;
pub use page::ComparePage;
pub use partners::PartnersPage;
pub use rows::{Cell, Row};
pub use side::Side;
