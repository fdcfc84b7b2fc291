//! The names that headings give their sections.

use crate::library::{Kind, KindId, Number, OWN_PARTS, Slug};

/// The names that a heading gives its section.
pub struct Names {
    /// `#sovereignty`
    pub slug: Slug,
    /// `.principle`
    pub kind: KindId,
    /// `ref=II.2`
    pub number: Number,
    /// `lines="1"`: the section is verse, and this is the number of its first line.
    pub first_line: Option<usize>,
}

/// Whether a number in lower case is one of the site's own addresses.
pub fn is_reserved(kinds: &[Kind], number: &str) -> bool {
    OWN_PARTS.contains(&number) || kinds.iter().any(|kind| kind.path.as_str() == number)
}
