//! What a copy has besides its pages where it is searched in the browser.

use serde::Serialize;

use crate::site::assets::without_comments;
use crate::site::context::RenderContext;
use crate::site::resource::Resource;
use crate::site::routes::{Format, Route};

/// A file that the page of the search or its box asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchFile {
    /// What the box gets where it asks the server of another site for suggestions: a script that has them.
    Suggestions,
    /// The names of places and terms.
    Names,
    /// What finds them.
    NamesScript,
    /// What fills the page of the search.
    PageScript,
}

/// `{"script": "/search/names.js"}`
#[derive(Serialize)]
pub struct InsteadOfSuggestions {
    script: String,
}

impl SearchFile {
    /// All.
    pub const ALL: [Self; 4] = [
        Self::Suggestions,
        Self::Names,
        Self::NamesScript,
        Self::PageScript,
    ];

    /// The folder of Pagefind's own files, below the page of the search.
    pub const INDEX: &'static str = "pagefind";

    /// Its path, below the base.
    pub(super) fn path(self, ctx: RenderContext<'_>) -> String {
        let below = |name: &str| format!("{}/{name}", ctx.href(Route::Search(Format::Html)));
        match self {
            Self::Suggestions => ctx.href(Route::Suggestions).to_string(),
            Self::Names => below("names.json"),
            Self::NamesScript => below("names.js"),
            Self::PageScript => below("page.js"),
        }
    }

    /// What the box gets instead of suggestions.
    pub(super) fn instead_of_suggestions(ctx: RenderContext<'_>) -> InsteadOfSuggestions {
        InsteadOfSuggestions {
            script: ctx.below_base(&Self::NamesScript.path(ctx)),
        }
    }

    /// A script as it is sent.
    pub(super) fn script(self) -> Resource {
        let script = match self {
            Self::PageScript => include_str!("../../../static/copy/page.js"),
            _ => include_str!("../../../static/copy/names.js"),
        };
        Resource::text("text/javascript; charset=utf-8", without_comments(script))
    }
}
