//! Reads Markdown: documents with their sections and paragraphs, and the editors' pages.

mod blocks;
mod document;
mod heading;
mod heading_names;
mod heading_number;
mod headings;
mod link_definitions;
mod list_lines;
mod markdown;
mod nesting;
mod numbering;
mod page;
mod prose;
mod reading;
mod sections;

pub use document::read_document;
pub use heading::plain_text;
pub use markdown::options as markdown_options;
pub use page::{read_edition, read_page};
pub use prose::{Destination, PendingLink, Positions};
