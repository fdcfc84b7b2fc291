//! A library as a web site, with all that is looked up in it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::base_url::BaseUrl;
use super::context::RenderContext;
use super::discovery::Indexing;
use super::routes::{Export, Resolution, Route};
use super::search::{SearchHelp, SearchedBy};
use super::shell::{CardFacts, card_facts};
use crate::cite::Patterns;
use crate::library::Library;
use crate::search::Search;
use crate::study::Study;

/// A library as a web site. Nothing is rendered before it is asked for; the same library, base and
/// route give the same bytes.
#[derive(Debug)]
pub struct Site {
    library: Library,
    study: Study,
    search: Search,
    base: Option<BaseUrl>,
    indexing: Indexing,
    /// What tells this content from the next, where browsers await that.
    version: Option<u64>,
    /// How many bytes each file has that holds the whole library; counted when first asked for.
    pub(super) library_lengths: OnceLock<BTreeMap<Export, usize>>,
    /// How it is searched, which is found when first asked for.
    search_help: OnceLock<SearchHelp>,
    /// The citations of works, as far as they were asked for.
    patterns: Patterns,
}

impl Site {
    /// The site of a library, for where it stands on the web if that is known: then pages have
    /// their whole address in them. What study and search look things up in is built here.
    #[must_use]
    pub fn new(library: Library, base: Option<BaseUrl>) -> Self {
        let (study, search) = std::thread::scope(|scope| {
            let search = scope.spawn(|| Search::of(&library));
            let study = Study::of(&library);
            let search = search.join();
            (
                study,
                search.unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            )
        });
        Self {
            patterns: Patterns::default(),
            library,
            study,
            search,
            base,
            indexing: Indexing::default(),
            version: None,
            library_lengths: OnceLock::new(),
            search_help: OnceLock::new(),
        }
    }

    /// The same site, to be listed by search engines or not.
    #[must_use]
    pub fn with_indexing(self, indexing: Indexing) -> Self {
        Self { indexing, ..self }
    }

    /// The same site, with a script in its pages that awaits another version of the content.
    #[must_use]
    pub fn with_version(self, version: Option<u64>) -> Self {
        Self { version, ..self }
    }

    /// What tells this content from the next, where browsers await that.
    #[must_use]
    pub fn version(&self) -> Option<u64> {
        self.version
    }

    /// Whether search engines may list the site.
    #[must_use]
    pub fn indexing(&self) -> Indexing {
        self.indexing
    }

    /// What the site is made from.
    #[must_use]
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// What is computed from the library.
    #[must_use]
    pub fn study(&self) -> &Study {
        &self.study
    }

    /// What finds things in the library.
    pub(super) fn search_index(&self) -> &Search {
        &self.search
    }

    /// How it is searched, which does not change.
    pub(super) fn search_help(&self) -> &SearchHelp {
        let help = || SearchHelp::new(&self.library, &self.search, SearchedBy::Server);
        self.search_help.get_or_init(help)
    }

    /// Where the site stands on the web, if that is known.
    #[must_use]
    pub fn base(&self) -> Option<&BaseUrl> {
        self.base.as_ref()
    }

    /// What a path below the base leads to; `None` for what the site does not have.
    #[must_use]
    pub fn resolve(&self, path: &str) -> Option<Resolution> {
        Route::resolve(&self.library, path)
    }

    /// Everything that the site has, in order; of comparisons those that links join.
    #[must_use]
    pub fn routes(&self) -> Vec<Route> {
        Route::all(&self.library, &self.study.links)
    }

    /// What the preview card of each document and of the site has to show, by the name of the card:
    /// the site's name, the genre, the title, the makers, and the names of the colours in a row.
    #[must_use]
    pub fn card_facts(&self) -> BTreeMap<String, CardFacts> {
        card_facts(&self.library)
    }

    /// The path of a route, below the base.
    #[must_use]
    pub fn path(&self, route: Route) -> String {
        route.path(&self.library).to_string()
    }

    pub(super) fn context(&self) -> RenderContext<'_> {
        RenderContext {
            library: &self.library,
            study: &self.study,
            base: self.base.as_ref(),
            patterns: &self.patterns,
            version: self.version,
        }
    }
}
