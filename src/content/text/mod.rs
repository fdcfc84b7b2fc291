//! Reads Markdown: documents with their sections and paragraphs, and the editors' pages.

mod document;
mod footnotes;
mod heading;
mod heading_number;
mod inlines;
mod links;
mod markdown;
mod nesting;
mod page;
mod positions;
mod reading;
mod sections;

pub use document::read_document;
pub use heading::plain_text;
pub use links::{Destination, PendingLink};
pub use markdown::options as markdown_options;
pub use page::{read_edition, read_page};
pub use positions::Positions;
