//! The site as files that any web server sends: what it has then, and what another address leads to.

use super::api::ApiPage;
use super::compare::CompareIndex;
use super::pages::{ErrorPage, NeedsServer};
use super::render::{RenderError, Site, html};
use super::resource::Resource;
use super::routes::{Format, HandoutFormat, Route, TextFormat};
use crate::library::Place;

/// An address that leads to another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Redirect {
    /// Its path, below the base.
    pub from: String,
    /// The path that it leads to.
    pub to: String,
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
    pub fn render_copy(&self, route: Route) -> Result<Resource, RenderError> {
        let ctx = self.context();
        match route {
            Route::Search(Format::Html) => html(ctx, &NeedsServer::search(ctx)),
            Route::Handout(HandoutFormat::Html) => html(ctx, &NeedsServer::handout(ctx)),
            Route::Citing => html(ctx, &NeedsServer::citing(ctx)),
            Route::Compare => html(ctx, &CompareIndex::of_copy(ctx)),
            Route::Api => html(ctx, &ApiPage::of_copy(ctx, |route| self.is_copied(route))),
            _ => self.render(route),
        }
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
