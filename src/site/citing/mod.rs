//! How what a page shows is cited: in every style, and for programs that keep references.

mod page;
mod panel;

pub use page::{CiteFault, CitedAs, CitingPage};
pub use panel::{CitePanel, Footnote, bibliography_entry, copied_credit};
