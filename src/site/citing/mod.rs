//! How what a page shows is cited: in every style, and for programs that keep references.

mod panel;

pub use panel::{CitePanel, Footnote, bibliography_entry, copied_credit};
