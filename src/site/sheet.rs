//! What a printed sheet says of where its words come from.

use super::byline::credit;
use super::edition::Edition;
use super::quotes::typographic;
use crate::library::document::Document;

/// The facts that only a printed page shows: on a screen the browser, the header and the links say them.
pub struct Sheet {
    /// What stands above every page but the first.
    pub running: String,
    /// The documents that the page is taken from, as they are cited.
    pub sources: Vec<String>,
    /// Where the page is found again; `None` for an error page, which may stand anywhere.
    pub address: Option<String>,
}

impl Sheet {
    /// The sheet of a page at this path. A page that belongs to no one document speaks of all of them.
    pub fn new(
        edition: Edition<'_>,
        title: &str,
        path: Option<&str>,
        document: Option<&Document>,
    ) -> Self {
        let sources = if let Some(document) = document {
            vec![credit(&document.metadata)]
        } else {
            let documents = edition.library.documents.iter();
            documents.map(|own| credit(&own.metadata)).collect()
        };
        Self {
            running: typographic(title, None),
            sources,
            address: path.map(|path| edition.address(path)),
        }
    }
}
