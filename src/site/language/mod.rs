//! How words are shown in their language: quotation marks, and what elements say of it.

mod attributes;
mod in_language;
mod naming;
mod quotes;
mod turning;

pub use attributes::{Lang, ShortTitle};
pub use in_language::InLanguage;
pub use naming::{LANGUAGES, Naming};
pub use quotes::{SmartQuotes, Typeset, folded, typeset, typographic};
