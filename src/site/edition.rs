//! What pages are made from: the library, and what is computed from it.

use crate::library::Library;
use crate::study::Study;

/// A library with its study.
#[derive(Clone, Copy)]
pub struct Edition<'a> {
    /// The texts and the editors' findings.
    pub library: &'a Library,
    /// The computed evidence.
    pub study: &'a Study,
}
