//! A page of the editors' own: about, method…

use super::reference::Slug;

/// A page written for the site, not a document of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its name in its address: the file's.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// What it holds, in a sentence.
    pub description: String,
    /// The headings, for its contents.
    pub headings: Vec<PageHeading>,
    /// The words of its body, to be searched.
    pub words: Vec<PageWords>,
    /// The body as safe HTML.
    pub html: String,
}

/// A heading of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageHeading {
    /// The id of its element.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// The plain words of a stretch of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageWords {
    /// The heading they stand under, by its place; `None` above the first.
    pub heading: Option<usize>,
    /// The words.
    pub text: String,
}
