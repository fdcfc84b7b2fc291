//! The texts themselves, and the editors' pages: what holds words.

pub(super) mod block;
pub(super) mod document;
pub(super) mod edition;
pub(super) mod form;
pub(super) mod image;
pub(super) mod item_mark;
pub(super) mod page;
pub(super) mod paragraph_range;
pub(super) mod part;
mod printed;
pub(super) mod prose;
pub(super) mod quotation;
pub(super) mod quote;
pub(super) mod section;
pub(super) mod target;
