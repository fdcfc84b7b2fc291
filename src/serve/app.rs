//! What answers requests, and what it answers where nothing else does.

use std::fmt::Display;
use std::sync::Arc;

use axum::http::header::{ALLOW, CONTENT_TYPE, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use tokio::task::spawn_blocking;

use super::answer;
use super::asked::Asked;
use super::page_cache::{PageCache, PageError};
use super::programs::Audience;
use crate::site::{BaseUrl, Outcome, Problem, RenderError, Resource, Route, Site};

/// What answers requests.
pub(super) struct App {
    pub(super) site: Arc<Site>,
    pages: Arc<PageCache>,
    /// Made at the start: what has just failed is not asked to make a page.
    internal_error_page: Resource,
}

impl App {
    /// For a site, with a cache of so many bytes.
    pub(super) fn new(site: Arc<Site>, cache_bytes: u64) -> Self {
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        let page = site.error_page(status.as_u16(), reason(status));
        Self {
            pages: Arc::new(PageCache::new(Arc::clone(&site), cache_bytes)),
            site,
            internal_error_page: page.unwrap_or_else(|error| {
                tracing::error!(%error, "cannot render the page for errors");
                Resource::text("text/plain; charset=utf-8", "Something went wrong.\n")
            }),
        }
    }

    /// The way to a path of the site, which starts below the base.
    pub(super) fn location(&self, path: &str) -> Option<HeaderValue> {
        let base = self.site.base().map_or("", BaseUrl::path);
        HeaderValue::try_from(format!("{base}{path}")).ok()
    }

    pub(super) fn internal_error(&self) -> Response {
        let page = self.internal_error_page.clone();
        answer::uncached(StatusCode::INTERNAL_SERVER_ERROR, page)
    }

    /// The page for an error, or for that page's own.
    pub(super) fn error(&self, status: StatusCode) -> Response {
        match self.site.error_page(status.as_u16(), reason(status)) {
            Ok(page) => answer::uncached(status, page),
            Err(error) => self.failed("the page for an error", &error),
        }
    }

    /// The same error for a program, in place of its page.
    pub(super) fn for_program(&self, page: Response, asked: &Asked) -> Response {
        let status = page.status();
        let is_page = page
            .headers()
            .get(CONTENT_TYPE)
            .is_some_and(|media_type| media_type.as_bytes().starts_with(b"text/html"));
        if !is_page || !(status.is_client_error() || status.is_server_error()) {
            return page;
        }
        let problem = Problem::of_status(status.as_u16());
        let Ok(problem) = self.site.problem(problem, &asked.path) else {
            return page;
        };
        let mut response = answer::uncached(status, problem);
        if let Some(methods) = page.headers().get(ALLOW) {
            response.headers_mut().insert(ALLOW, methods.clone());
        }
        response
    }

    /// Runs what takes long enough to hold up others on a thread that may be held up.
    pub(super) async fn compute<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Site) -> Result<T, RenderError> + Send + 'static,
    ) -> Result<T, PageError> {
        let site = Arc::clone(&self.site);
        Ok(spawn_blocking(move || work(&site)).await??)
    }

    /// The answer where nothing has the path.
    pub(super) async fn not_found(self: &Arc<Self>, asked: &Asked) -> Response {
        let path = asked.path.clone();
        let told = match asked.audience {
            Audience::Person => self.compute(move |site| site.not_found(&path)).await,
            Audience::Program => {
                self.compute(move |site| site.not_found_problem(&path))
                    .await
            }
        };
        match told {
            Ok(told) => answer::uncached(StatusCode::NOT_FOUND, told),
            Err(error) => self.failed("what is told of an unknown path", &error),
        }
    }

    /// The answer where the program is at fault, which the log tells.
    fn failed(&self, what: &str, error: &impl Display) -> Response {
        tracing::error!(what = %what.escape_debug(), %error, "cannot answer");
        self.internal_error()
    }

    pub(super) async fn page(self: &Arc<Self>, route: Route, request: &HeaderMap) -> Response {
        let page = self.pages.page(route).await;
        let response = match &page {
            Ok(page) => answer::page(page, request)
                .unwrap_or_else(|error| self.failed(&self.site.path(route), &error)),
            Err(error) => self.failed(&self.site.path(route), error),
        };
        self.pages.warm_once();
        response
    }

    /// The answer to what was asked in a query.
    pub(super) fn outcome(
        &self,
        outcome: Result<Outcome, PageError>,
        request: &HeaderMap,
    ) -> Response {
        match outcome {
            Ok(Outcome::SeeOther(path)) => match self.location(&path) {
                Some(location) => answer::see_other(location),
                None => self.error(StatusCode::BAD_REQUEST),
            },
            Ok(Outcome::Answer(resource)) => self.dynamic(&resource, request),
            Ok(Outcome::NotFound(resource)) => answer::uncached(StatusCode::NOT_FOUND, resource),
            Ok(Outcome::Refused(resource)) => answer::uncached(StatusCode::BAD_REQUEST, resource),
            Err(error) => self.failed("a query", &error),
        }
    }

    fn dynamic(&self, resource: &Resource, request: &HeaderMap) -> Response {
        answer::dynamic(resource, request).unwrap_or_else(|error| self.failed("a query", &error))
    }
}

fn reason(status: StatusCode) -> &'static str {
    status.canonical_reason().unwrap_or("Error")
}
