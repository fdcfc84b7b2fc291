//! What an edition of the site changed for readers.

use super::page::PageSection;
use crate::library::date::Date;
use crate::library::id::{IdMap, PageSectionId};

/// One edition of the editors' work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Its number: the name of its file.
    pub number: String,
    /// The day on which it came out.
    pub date: Date,
    /// What it is, in a few words.
    pub title: String,
    /// What changed, in a sentence.
    pub description: String,
    /// What changed, a heading a subject.
    pub sections: IdMap<PageSectionId, PageSection>,
}
