//! The language of a text, and what follows from it for those who set the text.

mod collation;
mod length;
mod letters;
mod quotation;
mod tag;

pub use collation::Collation;
pub use length::{Length, is_han};
pub use quotation::QuotationMarks;
pub use tag::Language;
