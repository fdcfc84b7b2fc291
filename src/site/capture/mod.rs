//! The raw file that a text was made from, line by line.

mod page;
mod words;

pub use page::CapturePage;
pub use words::{fate_name, line_id, repair_words};
