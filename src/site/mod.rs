//! From the library to the site: every path with what is sent for it. Pure: no disk, no clock.
//!
//! One file a kind of page, each with its template's struct.

mod actors;
mod answers;
mod asked;
mod assets;
mod base_url;
mod byline;
mod card;
mod compare;
mod compare_data;
mod compare_form;
mod compare_index;
mod compare_rows;
mod compare_side;
mod comparison;
mod concordance;
mod concordance_json;
mod contents;
mod context;
mod document;
mod edition;
mod error;
mod facts;
mod findings;
mod full;
pub mod hash;
mod home;
mod json;
mod ledger;
mod link;
mod links;
mod listing;
mod map;
mod markdown;
mod mentions;
mod opensearch;
mod page;
mod pairs;
mod preview;
mod prose;
mod quotes;
mod rebase;
mod redirects;
mod resource;
mod resources;
mod robots;
mod search;
mod search_data;
mod search_narrow;
mod search_result;
mod section;

mod sheet;
mod shell;
mod silences;
mod snippet;
mod strip;
mod term;
mod terms;
mod terms_here;
mod text;

pub use asked::Searched;
pub use base_url::{BaseUrl, BaseUrlError};
pub use resource::{Keep, Resource};

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::thread::{self, ScopedJoinHandle};

use serde::Serialize;

use crate::library::Library;
use crate::library::address;
use crate::search::Search;
use crate::study::Study;

use edition::Edition;
use error::ErrorPage;
use rebase::rebased;
use redirects::redirects;
use resources::resources;

/// Every page and file of the site, and where other addresses lead.
#[derive(Debug)]
pub struct Site {
    library: Library,
    study: Study,
    search: Search,
    base: Option<BaseUrl>,
    resources: BTreeMap<String, Resource>,
    /// By path in lower case.
    redirects: BTreeMap<String, String>,
}

/// Renders the whole site, for wherever it may stand. The same library gives the same bytes.
#[must_use]
pub fn render(library: Library) -> Site {
    render_at(library, None)
}

/// Renders the whole site for where it stands on the web, if that is known: then pages have their
/// whole address in them. The same library and base give the same bytes.
#[must_use]
pub fn render_at(library: Library, base: Option<BaseUrl>) -> Site {
    let study = Study::of(&library);
    let edition = Edition {
        library: &library,
        study: &study,
        base: base.as_ref(),
    };
    let (resources, search) = thread::scope(|scope| {
        let search = scope.spawn(|| Search::of(&library));
        let resources = resources(edition);
        (resources, joined(search))
    });
    let redirects = redirects(&library, &resources);
    Site {
        library,
        study,
        search,
        base,
        resources,
        redirects,
    }
}

/// What a thread made; its panic goes on here.
fn joined<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}

impl Site {
    /// A site of these resources by path, with redirects by path in lower case; the library is for
    /// the pages that are made when nothing else answers.
    #[must_use]
    pub fn new(
        library: Library,
        resources: BTreeMap<String, Resource>,
        redirects: BTreeMap<String, String>,
    ) -> Self {
        Self {
            study: Study::of(&library),
            search: Search::of(&library),
            library,
            base: None,
            resources,
            redirects,
        }
    }

    fn edition(&self) -> Edition<'_> {
        Edition {
            library: &self.library,
            study: &self.study,
            base: self.base.as_ref(),
        }
    }

    /// Where the site stands on the web, if that is known.
    #[must_use]
    pub fn base(&self) -> Option<&BaseUrl> {
        self.base.as_ref()
    }

    /// Every resource with its path below the base.
    pub fn resources(&self) -> impl Iterator<Item = (&str, &Resource)> {
        self.resources
            .iter()
            .map(|(path, resource)| (path.as_str(), resource))
    }

    /// Where a path that is no resource leads, if anywhere.
    #[must_use]
    pub fn redirect(&self, path: &str) -> Option<String> {
        let known = self.redirects.get(&path.to_lowercase()).cloned();
        known
            .or_else(|| self.comparison(path))
            .filter(|place| place != path)
    }

    /// The address of a comparison, or of its data, that is named in any order and letter case.
    fn comparison(&self, path: &str) -> Option<String> {
        let (page, end) = comparison_format(path);
        let place = address::comparison(&self.library, page)?;
        Some(format!("{place}{end}"))
    }

    /// The page for a path that leads nowhere: it offers the nearest.
    #[must_use]
    pub fn not_found(&self, path: &str) -> Resource {
        html(self.edition(), &ErrorPage::not_found(self.edition(), path))
    }

    /// The page for any other error.
    #[must_use]
    pub fn error_page(&self, status: u16, reason: &str) -> Resource {
        html(
            self.edition(),
            &ErrorPage::status(self.edition(), status, reason),
        )
    }
}

/// The end of the path of data.
const DATA: &str = ".json";

/// The path of a comparison's page, and `.json` if its data were named.
fn comparison_format(path: &str) -> (&str, &str) {
    match path.len().checked_sub(DATA.len()) {
        Some(at) if path.is_char_boundary(at) && path[at..].eq_ignore_ascii_case(DATA) => {
            (&path[..at], DATA)
        }
        _ => (path, ""),
    }
}

fn html(edition: Edition<'_>, template: &impl askama::Template) -> Resource {
    // Templates write to memory and call nothing that fails.
    let body = template.render().unwrap_or_default();
    text("text/html; charset=utf-8", rebased(body, edition.base))
}

fn json_of(data: &impl Serialize) -> Resource {
    let mut body = serde_json::to_string_pretty(data).unwrap_or_default();
    body.push('\n');
    text("application/json", body)
}

fn markdown_of(body: String) -> Resource {
    text("text/markdown; charset=utf-8", body)
}

fn text(media_type: &'static str, body: String) -> Resource {
    Resource {
        media_type,
        keep: Keep::Revalidate,
        body: body.into(),
    }
}
