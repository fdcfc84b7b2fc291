//! By what a reader can tell that words are the same.

use super::hash::sha256;
use super::quotes::folded;
use crate::library::{Citable, Library};

/// The SHA-256 of a paragraph or epigraph, quotes straight and white space single; the lines of an
/// epigraph are parted by line breaks.
pub fn fixity(library: &Library, citable: Citable) -> String {
    let parts = library.parts_of(citable);
    let lines: Vec<&str> = parts
        .into_iter()
        .map(|part| library.prose(part).text.as_str())
        .collect();
    sha256(folded(&lines.join("\n")).as_bytes())
}
