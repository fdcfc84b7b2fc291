//! How the texts are cited: the data of an item, the same in the styles that readers ask for and in
//! the formats of their programs.
//!
//! `cited` is what can be cited, `item` gathers what is known, `locator` says where in a text a place is, `csl` is the one form
//! that styles and exports are made from. The styles are those of the Citation Style Language, as
//! hayagriva brings and renders them.

mod bibtex;
mod cited;
mod csl;
mod item;
mod locator;
mod patterns;
mod plain;
mod ris;
mod style;
mod styled;

pub use biblatex::TypeError as BibtexError;
pub use bibtex::bibtex;
pub use cited::Cited;
pub use csl::{CslItem, CslName};
pub use item::{Item, ItemDate, ItemKind, Maker};
pub use locator::locator;
pub use patterns::Patterns;
pub use plain::plain;
pub use ris::ris;
pub use style::CitationStyle;
pub use styled::{Run, Styled, text_of};
