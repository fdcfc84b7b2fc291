//! What a printed sheet says of where its words come from.

use super::byline::credit;
use crate::library::Document;
use crate::site::context::RenderContext;

/// How many documents a sheet names that belongs to no one document.
const MOST_SOURCES: usize = 4;

/// The facts that only a printed page shows: on a screen the browser, the header and the links say
/// them.
pub struct Sheet<'a> {
    /// What stands above every page but the first, where that is not the page's title.
    pub running: Option<&'a str>,
    /// The documents that the page is taken from, as they are cited; none where it names them itself.
    pub sources: Vec<String>,
    /// How many more there are.
    pub more_sources: usize,
    /// Where the page is found again; `None` for an error page, which may stand anywhere.
    pub address: Option<String>,
}

impl<'a> Sheet<'a> {
    /// The sheet of a page at this path. A page that belongs to no one document speaks of all of
    /// them, and names the first few.
    pub fn new(ctx: RenderContext<'a>, path: Option<&str>, document: Option<&Document>) -> Self {
        let all = ctx.library.documents();
        let documents: Vec<&Document> = match document {
            Some(document) => vec![document],
            None => all.iter().take(MOST_SOURCES).collect(),
        };
        Self {
            running: None,
            more_sources: match document {
                Some(_) => 0,
                None => all.len() - documents.len(),
            },
            sources: documents
                .iter()
                .map(|document| credit(&document.metadata))
                .collect(),
            address: path.map(|path| ctx.whole_address(path).into_owned()),
        }
    }
}
