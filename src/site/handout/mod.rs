//! Handouts: passages on a sheet of their own, to be printed and handed round. An address says all that is
//! on one, so that it can be sent, kept and made again.
//!
//! `reading` turns what was asked into entries, `selection` takes those that fit and says why others are left
//! out, `gathered` puts the handout together; `page` and `markdown` show them, `choice` is the form.

mod choice;
mod contents;
mod entry;
mod fault;
mod gathered;
mod markdown;
mod page;
mod passage_part;
mod reading;
mod selection;
mod sources;

pub use choice::ChoicePage;
pub use gathered::Handout;
pub use markdown::{handout_markdown, markdown_help};
pub use page::HandoutPage;
