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
use crate::library::document::Document;
use crate::library::pair::pairs;
use crate::search::Search;
use crate::study::Study;

use actors::{ActorsData, ActorsPage};
use compare::ComparePage;
use compare_data::ComparisonData;
use compare_index::CompareIndex;
use comparison::Comparison;
use concordance::ConcordancePage;
use concordance_json::ConcordanceData;
use document::DocumentPage;
use edition::Edition;
use error::ErrorPage;
use full::FullPage;
use home::Home;
use json::{DocumentData, SectionData};
use links::LinksPage;
use listing::Listing;
use page::WrittenPage;
use rebase::rebased;
use redirects::redirects;
use search::SearchPage;
use section::SectionPage;
use silences::SilencesPage;
use term::{TermData, TermPage};
use terms::TermsPage;

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

/// Comparisons are half of the work: they are rendered beside the rest.
fn resources(edition: Edition<'_>) -> BTreeMap<String, Resource> {
    thread::scope(|scope| {
        let comparisons = scope.spawn(|| comparisons(edition));
        let mut resources = pages(edition);
        resources.extend(joined(comparisons));
        resources
    })
}

/// What a thread made; its panic goes on here.
fn joined<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}

fn pages(edition: Edition<'_>) -> BTreeMap<String, Resource> {
    let library = edition.library;
    let mut resources = BTreeMap::new();
    let mut add = |path: String, resource: Resource| {
        resources.insert(path, resource);
    };
    add(address::HOME.to_owned(), html(edition, &Home::new(edition)));
    add(
        address::SEARCH.to_owned(),
        html(edition, &SearchPage::empty(edition)),
    );
    for page in &library.pages {
        add(
            address::page(page),
            html(edition, &WrittenPage::new(edition, page)),
        );
    }
    for kind in library.shared_kinds() {
        add(
            address::kind(kind),
            html(edition, &Listing::of_all(edition, kind)),
        );
    }
    for document in &library.documents {
        add_document(edition, document, &mut add);
    }
    add_index(edition, &mut add);
    if !library.concordance.links.is_empty() {
        add_concordance(edition, &mut add);
    }
    add(address::ROBOTS.to_owned(), robots::robots());
    for (path, resource) in assets::all(edition.base.is_some()) {
        add(path, resource);
    }
    resources
}

/// The pages of terms and actors, where the library has any.
fn add_index(edition: Edition<'_>, add: &mut impl FnMut(String, Resource)) {
    let Edition { library, study, .. } = edition;
    for (at, term) in library.terms.iter().enumerate() {
        let path = address::term(term);
        let Some(found) = study.occurrences.term(at) else {
            continue;
        };
        add(
            format!("{path}.json"),
            json_of(&TermData::new(edition, at, found)),
        );
        add(path, html(edition, &TermPage::new(edition, at, found)));
    }
    if !library.terms.is_empty() {
        add(
            address::TERMS.to_owned(),
            html(edition, &TermsPage::new(edition)),
        );
    }
    if !library.actors.actors.is_empty() {
        let path = address::ACTORS;
        add(format!("{path}.json"), json_of(&ActorsData::new(edition)));
        add(path.to_owned(), html(edition, &ActorsPage::new(edition)));
    }
}

fn add_concordance(edition: Edition<'_>, add: &mut impl FnMut(String, Resource)) {
    let library = edition.library;
    let whole = address::CONCORDANCE.to_owned();
    add(
        format!("{whole}.json"),
        json_of(&ConcordanceData::new(edition)),
    );
    add(whole, html(edition, &ConcordancePage::new(edition)));
    let all = LinksPage::new(edition, None);
    add(address::LINKS.to_owned(), html(edition, &all));
    for relation in library.concordance.relations() {
        let page = LinksPage::new(edition, Some(relation));
        add(address::relation(relation), html(edition, &page));
    }
    if !library.concordance.silences.is_empty() {
        let page = SilencesPage::new(edition);
        add(address::SILENCES.to_owned(), html(edition, &page));
    }
}

/// The pairs of sections that the editors' links join; any other is made when it is asked for.
fn comparisons(edition: Edition<'_>) -> BTreeMap<String, Resource> {
    let library = edition.library;
    let mut resources = BTreeMap::new();
    let mut add = |path: String, resource: Resource| {
        resources.insert(path, resource);
    };
    let pairs = pairs(library);
    add(
        address::COMPARE.to_owned(),
        html(edition, &CompareIndex::new(edition, &pairs)),
    );
    for pair in &pairs {
        let (first, second) = (&pair.first.reference, &pair.second.reference);
        let path = address::compare(library, first, second);
        let comparison = Comparison::new(edition, first, second);
        let (Some(path), Some(comparison)) = (path, comparison) else {
            continue;
        };
        let page = html(edition, &ComparePage::new(edition, &comparison, &pairs));
        let data = json_of(&ComparisonData::new(&comparison));
        add(format!("{path}.json"), data);
        add(path, page);
    }
    resources
}

fn add_document(edition: Edition<'_>, document: &Document, add: &mut impl FnMut(String, Resource)) {
    let library = edition.library;
    let about = address::document(document);
    add(
        format!("{about}.json"),
        json_of(&DocumentData::new(edition, document)),
    );
    add(
        format!("{about}.md"),
        markdown_of(markdown::document(edition, document)),
    );
    add(about, html(edition, &DocumentPage::new(edition, document)));
    add(
        address::full(document),
        html(edition, &FullPage::new(edition, document)),
    );
    for kind in library.kinds_of(document) {
        let listing = Listing::of_document(edition, document, kind);
        add(address::listing(document, kind), html(edition, &listing));
    }
    for (at, section) in document.sections.iter().enumerate() {
        let path = address::section(section);
        add(
            format!("{path}.json"),
            json_of(&SectionData::new(edition, document, at)),
        );
        add(
            format!("{path}.md"),
            markdown_of(markdown::section(edition, document, at)),
        );
        add(
            path,
            html(edition, &SectionPage::new(edition, document, at)),
        );
    }
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
