//! Where a term stands in a text.

use std::ops::Range;

use crate::library::id::TermId;

/// A form that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The term.
    pub term: TermId,
    /// The bytes of the text.
    pub range: Range<usize>,
    /// The form's place among the term's.
    pub form: usize,
    /// That of the form in brackets behind it: the name's abbreviation, or the name in full.
    pub in_brackets: Option<usize>,
}
