//! Two sections side by side.

mod choice;
mod comparison;
mod form;
mod index;
mod page;
mod row;
mod rows;
mod side;

pub use choice::chosen_section;
pub use comparison::{Comparison, JoinedLink};
pub use index::CompareIndex;
pub use page::ComparePage;
pub use rows::{Cell, Row};
pub use side::Side;
