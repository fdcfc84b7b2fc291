//! What answers requests, and what it answers where nothing else does.

use std::fmt::Display;
use std::sync::Arc;

use axum::http::header::{ALLOW, CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::answer;
use super::asked::Asked;
use super::lane::LaneError;
use super::live::lasting::Lasting;
use super::page_cache::{Page, PageCache, PageError};
use super::programs::Audience;
use crate::site::{BaseUrl, Outcome, Problem, RenderError, Resource, Route, Site};

/// The errors that anybody can bring about at any rate.
const ERRORS: [StatusCode; 9] = [
    StatusCode::BAD_REQUEST,
    StatusCode::METHOD_NOT_ALLOWED,
    StatusCode::PRECONDITION_FAILED,
    StatusCode::URI_TOO_LONG,
    StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
    StatusCode::INTERNAL_SERVER_ERROR,
    StatusCode::NOT_IMPLEMENTED,
    StatusCode::SERVICE_UNAVAILABLE,
    StatusCode::HTTP_VERSION_NOT_SUPPORTED,
];

/// In how many seconds a client that was sent away may come again.
const RETRY_SECONDS: HeaderValue = HeaderValue::from_static("1");

/// What answers requests.
pub(super) struct App {
    pub(super) site: Arc<Site>,
    pages: Arc<PageCache>,
    /// What was there before this site, and will be after it.
    pub(super) lasting: Arc<Lasting>,
    /// Made at the start: what has just failed, or has too much to do, is not asked to make a page.
    error_pages: Vec<(StatusCode, Resource)>,
}

impl App {
    /// For a site, with a cache of so many bytes.
    pub(super) fn new(site: Arc<Site>, cache_bytes: u64, lasting: &Arc<Lasting>) -> Self {
        let pages = PageCache::new(Arc::clone(&site), cache_bytes, Arc::clone(lasting));
        Self {
            pages: Arc::new(pages),
            lasting: Arc::clone(lasting),
            error_pages: ERRORS
                .map(|status| (status, error_page(&site, status)))
                .into(),
            site,
        }
    }

    /// How it stands with the pages that are kept: how many, how many bytes, and how many there may be.
    pub(super) fn held(&self) -> (usize, u64, u64) {
        self.pages.held()
    }

    /// The way to a path of the site, which starts below the base.
    pub(super) fn location(&self, path: &str) -> Option<HeaderValue> {
        let base = self.site.base().map_or("", BaseUrl::path);
        HeaderValue::try_from(format!("{base}{path}")).ok()
    }

    pub(super) fn internal_error(&self) -> Response {
        self.error(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The page for an error.
    pub(super) fn error(&self, status: StatusCode) -> Response {
        let mut pages = self.error_pages.iter();
        let page = pages.find(|(known, _)| *known == status);
        let page = page.map_or_else(|| error_page(&self.site, status), |(_, page)| page.clone());
        answer::uncached(status, page)
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
        for name in [ALLOW, RETRY_AFTER] {
            if let Some(value) = page.headers().get(&name) {
                response.headers_mut().insert(name, value.clone());
            }
        }
        response
    }

    /// Runs what takes long enough to hold up others where it does not.
    pub(super) async fn compute<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Site) -> Result<T, RenderError> + Send + 'static,
    ) -> Result<T, PageError> {
        let site = Arc::clone(&self.site);
        Ok(self.lasting.computed.run(move || work(&site)).await??)
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
            Err(error) => self.not_made("what is told of an unknown path", &error),
        }
    }

    /// The answer where there is none: the server has too much to do, or is at fault.
    fn not_made(&self, what: &str, error: &PageError) -> Response {
        if !matches!(error, PageError::Lane(LaneError::Full)) {
            return self.failed(what, error);
        }
        let mut response = self.error(StatusCode::SERVICE_UNAVAILABLE);
        response.headers_mut().insert(RETRY_AFTER, RETRY_SECONDS);
        response
    }

    /// The answer where the program is at fault, which the log tells.
    fn failed(&self, what: &str, error: &impl Display) -> Response {
        tracing::error!(what, %error, "cannot answer");
        self.internal_error()
    }

    /// The page that has this very path, if it is there already.
    pub(super) fn ready(&self, path: &str) -> Option<Arc<Page>> {
        self.pages.ready(path)
    }

    pub(super) async fn page(self: &Arc<Self>, route: Route, request: &HeaderMap) -> Response {
        let page = self.pages.page(route).await;
        let response = match &page {
            Ok(page) => self.with_page(
                answer::page(&page.variants, request)
                    .unwrap_or_else(|error| self.failed(&self.site.path(route), &error)),
            ),
            Err(error) => self.not_made(&self.site.path(route), error),
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
            Err(error) => self.not_made("a query", &error),
        }
    }

    fn dynamic(&self, resource: &Resource, request: &HeaderMap) -> Response {
        let response = answer::dynamic(resource, request);
        self.with_page(response.unwrap_or_else(|error| self.failed("a query", &error)))
    }

    /// Gives a precondition that failed the page that says so.
    fn with_page(&self, response: Response) -> Response {
        match response.status() {
            StatusCode::PRECONDITION_FAILED => self.error(StatusCode::PRECONDITION_FAILED),
            _ => response,
        }
    }
}

fn error_page(site: &Site, status: StatusCode) -> Resource {
    let reason = status.canonical_reason().unwrap_or("Error");
    let page = site.error_page(status.as_u16(), reason);
    page.unwrap_or_else(|error| {
        tracing::error!(%error, "cannot render the page for an error");
        Resource::text("text/plain; charset=utf-8", format!("{reason}.\n"))
    })
}
