//! How a site is exported, and what is told of it afterwards.

use std::path::Path;

use crate::site::CopySearch;

/// Whether files are compressed beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compression {
    /// Beside each file of text stands the same as gzip and as Brotli, where that is shorter.
    Beforehand,
    /// The web server compresses, if it likes.
    None,
}

/// How a site is exported.
#[derive(Debug, Clone, Copy)]
pub struct ExportOptions<'a> {
    /// Whether files are compressed beforehand.
    pub compression: Compression,
    /// The program that indexes the words for a search in the browser, if the copy is to have one.
    pub pagefind: Option<&'a Path>,
}

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Files, without those that are compressed.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
}

impl ExportOptions<'_> {
    /// How readers search the copy.
    #[must_use]
    pub fn search(self) -> CopySearch {
        match self.pagefind {
            Some(_) => CopySearch::InBrowser,
            None => CopySearch::None,
        }
    }
}
