//! The site as files that any web server sends: what it has then, and what another address leads to.

mod indexed;
mod languages;
mod names;
mod search_file;
mod search_page;

use askama::Template;

use self::indexed::IndexedSection;
use self::languages::IndexLanguages;
use self::names::NamesData;
pub use self::search_file::SearchFile;
use self::search_page::CopySearchPage;
use super::api::ApiPage;
use super::built_site::Site;
use super::compare::CompareIndex;
use super::pages::{ErrorPage, NeedsServer};
use super::render::{RenderError, html, json};
use super::resource::Resource;
use super::routes::{Format, HandoutFormat, Route, TextFormat};
use super::search::{SearchHelp, SearchedBy};
use crate::library::Place;

/// An address that leads to another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Redirect {
    /// Its path, below the base.
    pub from: String,
    /// The path that it leads to.
    pub to: String,
}

/// How readers search a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopySearch {
    /// They do not: that needs the server.
    None,
    /// In their browser, in an index that Pagefind has made.
    InBrowser,
}

impl Site {
    /// Everything that a copy has, in order: what depends on no query, and what needs the address of
    /// the site only where that is known.
    #[must_use]
    pub fn copied_routes(&self) -> Vec<Route> {
        let routes = self.routes().into_iter();
        routes.filter(|route| self.is_copied(route)).collect()
    }

    fn is_copied(&self, route: &Route) -> bool {
        match route {
            Route::Search(Format::Json)
            | Route::Suggestions
            | Route::Handout(HandoutFormat::Markdown)
            | Route::OpenApi
            | Route::Health => false,
            Route::Discovery(_) => self.base().is_some(),
            _ => true,
        }
    }

    /// What a copy has for a route: what is served for it without a query, but a page that would ask
    /// the server says that the copy has none.
    ///
    /// # Errors
    /// Those of [`Site::render`].
    pub fn render_copy(&self, route: Route, search: CopySearch) -> Result<Resource, RenderError> {
        let ctx = self.context();
        match route {
            Route::Search(Format::Html) => match search {
                CopySearch::None => html(ctx, &NeedsServer::search(ctx)),
                CopySearch::InBrowser => {
                    let by = SearchedBy::Browser;
                    let help = SearchHelp::new(ctx.library, self.search_index(), by);
                    html(ctx, &CopySearchPage::new(ctx, help))
                }
            },
            Route::Handout(HandoutFormat::Html) => html(ctx, &NeedsServer::handout(ctx)),
            Route::Citing => html(ctx, &NeedsServer::citing(ctx)),
            Route::Compare => html(ctx, &CompareIndex::of_copy(ctx)),
            Route::Api => html(ctx, &ApiPage::of_copy(ctx, |route| self.is_copied(route))),
            _ => self.render(route),
        }
    }

    /// What a copy has besides where it is searched in the browser.
    ///
    /// # Errors
    /// If JSON cannot be written, which is a fault of the program.
    pub fn render_search_file(&self, file: SearchFile) -> Result<Resource, RenderError> {
        let ctx = self.context();
        match file {
            SearchFile::Suggestions => json(&SearchFile::instead_of_suggestions(ctx)),
            SearchFile::Names => json(&NamesData::new(ctx)),
            SearchFile::NamesScript | SearchFile::PageScript => Ok(file.script()),
        }
    }

    /// The path of what a copy has besides, below the base.
    #[must_use]
    pub fn search_file_path(&self, file: SearchFile) -> String {
        file.path(self.context())
    }

    /// Every section as Pagefind reads it: the name of a file, and the HTML in it.
    pub fn indexed_sections(&self) -> impl Iterator<Item = (String, Result<String, RenderError>)> {
        let ctx = self.context();
        let languages = IndexLanguages::of(ctx.library);
        let sections = ctx.library.sections().iter();
        sections.map(move |section| {
            let name = format!("{}.html", ctx.section(section.id));
            let name = name.trim_start_matches('/').to_owned();
            let html = IndexedSection::new(ctx, &languages, section).render();
            (name, html.map_err(RenderError::from))
        })
    }

    /// The page for an address that a copy does not have.
    ///
    /// # Errors
    /// Those of [`Site::render`].
    pub fn missing_from_copy(&self) -> Result<Resource, RenderError> {
        let ctx = self.context();
        html(ctx, &ErrorPage::missing_from_copy(ctx))
    }

    /// The other names of pages that can be listed, in order: each reference as it is written and in
    /// small letters, and each link by its id alone.
    #[must_use]
    pub fn redirects(&self) -> Vec<Redirect> {
        let library = self.library();
        let places = library.references().filter_map(|reference| {
            let place: Place = library.resolve(reference)?;
            Some((
                format!("/{reference}"),
                Route::of_place(place, TextFormat::Html),
            ))
        });
        let links = library
            .links()
            .iter()
            .map(|link| (format!("/{}", link.code), Route::Link(link.id)));
        let names = places.chain(links).flat_map(|(from, route)| {
            let to = self.path(route);
            [from.to_lowercase(), from].map(|from| Redirect {
                from,
                to: to.clone(),
            })
        });
        let mut redirects: Vec<Redirect> = names.filter(|one| one.from != one.to).collect();
        redirects.sort();
        redirects.dedup();
        redirects
    }
}
