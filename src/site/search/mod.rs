//! The pages of searches.

mod narrowing;
mod page;
mod result;
mod snippet;

pub use page::{PER_PAGE, SearchPage};
pub use result::ResultPart;
