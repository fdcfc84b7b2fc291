//! The page of the search in a copy that is searched in the browser.

use askama::Template;

use super::search_file::SearchFile;
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::Link;
use crate::site::html::Html;
use crate::site::pages::instead_of_search;
use crate::site::routes::{Format, Route};
use crate::site::search::SearchHelp;
use crate::site::shell::{Head, Shell};

/// The page before anything is asked; a script puts in what a query finds.
#[derive(Template)]
#[template(path = "search/copy.html")]
pub struct CopySearchPage<'a> {
    shell: Shell<'a>,
    script: String,
    help: Html<SearchHelp>,
    /// Where words are found without the script.
    instead: Vec<Link<'a>>,
}

impl<'a> CopySearchPage<'a> {
    /// The page.
    pub fn new(ctx: RenderContext<'a>, help: SearchHelp) -> Self {
        let description = "Find a reference, a heading, a term or a phrase in the texts.";
        let head = Head::new(Route::Search(Format::Html), "Search", description);
        Self {
            shell: Shell::new(ctx, head),
            script: SearchFile::PageScript.path(ctx),
            help: Html(help),
            instead: instead_of_search(ctx),
        }
    }
}
