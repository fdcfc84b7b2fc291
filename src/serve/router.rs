//! From a request to its answer.

use std::future::ready;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::ALLOW;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state, map_response};
use axum::response::Response;
use axum::{Extension, Router};
use tower_http::catch_panic::CatchPanicLayer;

use super::answer;
use super::app::App;
use super::asked::Asked;
use super::entrance::origin;
use super::headers::protect;
use super::live::events;
use super::metrics::Kind;
use super::programs::{Audience, is_known, methods, open_to_others, preflight};
use super::refused::Refused;
use crate::site::{
    ACCESSED, Format, HandoutQuery, OF, Outcome, Resolution, Resource, Route, Site, Slot,
};

/// Everything the server answers.
pub(super) fn router(app: &Arc<App>) -> Router {
    let router = Router::new().fallback(follow).with_state(Arc::clone(app));
    with_middleware(router, app)
}

/// What holds for every request, the innermost first: it only reads, a panic is an answer too,
/// programs get errors that they can read, and every answer has the headers that protect it and says
/// whether it may be listed.
fn with_middleware(router: Router, app: &Arc<App>) -> Router {
    let internal_error = {
        let app = Arc::clone(app);
        move |_| app.internal_error()
    };
    let indexing = app.site.indexing();
    router
        .layer(from_fn_with_state(Arc::clone(app), only_reading))
        .layer(CatchPanicLayer::custom(internal_error))
        .layer(from_fn_with_state(Arc::clone(app), for_audience))
        .layer(map_response(move |mut response: Response| {
            protect(response.headers_mut(), indexing);
            ready(response)
        }))
}

/// Looks up what is asked for, and gives programs what is theirs.
async fn for_audience(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    let asked = Asked::of(&app.site, &request);
    request.extensions_mut().insert(asked.clone());
    let mut response = next.run(request).await;
    if asked.audience == Audience::Program {
        response = app.for_program(response, &asked);
    }
    if asked.is_for_data {
        open_to_others(response.headers_mut());
    }
    let kind = || Kind::of(asked.resolution.as_ref());
    response.extensions_mut().get_or_insert_with(kind);
    response
}

/// Follows the path of a request.
async fn follow(
    State(app): State<Arc<App>>,
    Extension(asked): Extension<Asked>,
    request: Request,
) -> Response {
    // No body is read, whatever a client sends.
    let (request, _) = request.into_parts();
    match &asked.resolution {
        Some(Resolution::Found(route)) => answer_route(&app, *route, &request).await,
        Some(moved @ (Resolution::Moved(_) | Resolution::Range(_))) => {
            let place = app.site.resolved_path(moved) + &query_to_keep(moved, &request);
            match app.location(&place) {
                Some(location) => answer::moved(location),
                None => app.error(StatusCode::BAD_REQUEST),
            }
        }
        None => match events::answer(&app.site, &app.lasting, &asked.path) {
            Some(response) => response,
            None => app.not_found(&asked).await,
        },
    }
}

/// What is sent for a route. Pages know no queries but those of the few routes named here, so they
/// are not looked at.
async fn answer_route(app: &Arc<App>, route: Route, request: &Parts) -> Response {
    let query = request.uri.query();
    let headers = &request.headers;
    match route {
        Route::Health => health(app),
        Route::Compare => {
            let [first, second] = Slot::BOTH.map(|slot| value(query, slot.key()));
            let outcome = match (first, second) {
                (None, None) => return app.page(route, headers).await,
                (Some(first), Some(second)) => {
                    app.compute(move |site| site.chosen(&first, &second)).await
                }
                (Some(kept), None) => {
                    let partners = move |site: &Site| site.partners(Slot::First, &kept);
                    app.compute(partners).await
                }
                (None, Some(kept)) => {
                    let partners = move |site: &Site| site.partners(Slot::Second, &kept);
                    app.compute(partners).await
                }
            };
            app.outcome(outcome, headers)
        }
        Route::Citing => {
            let [of, accessed] = [OF, ACCESSED].map(|key| value(query, key));
            let Some(of) = of else {
                return app.page(route, headers).await;
            };
            let accessed = accessed.unwrap_or_default();
            let cited = app.compute(move |site| site.cite(&of, &accessed)).await;
            app.outcome(cited, headers)
        }
        Route::Citation(cited, format) if let Some(accessed) = value(query, ACCESSED) => {
            let cited = move |site: &Site| site.citation_accessed(cited, format, &accessed);
            app.outcome(app.compute(cited).await, headers)
        }
        Route::Handout(format) => {
            let Some(asked) = HandoutQuery::parse(query.unwrap_or_default()) else {
                return app.page(route, headers).await;
            };
            let origin = origin(request);
            let handout = move |site: &Site| site.handout(&asked, format, origin.as_deref());
            let outcome = app.compute(handout).await;
            app.outcome(outcome, headers)
        }
        Route::Search(format) => {
            let typed = value(query, "q").unwrap_or_default();
            let page = page_number(query);
            if !typed.is_empty() {
                app.lasting.metrics.searches.count();
            }
            let outcome = match format {
                Format::Html if typed.is_empty() => return app.page(route, headers).await,
                Format::Html => app.compute(move |site| site.search(&typed, page)).await,
                Format::Json => {
                    app.compute(move |site| site.search_data(&typed, page))
                        .await
                }
            };
            app.outcome(outcome, headers)
        }
        Route::Suggestions => {
            let typed = value(query, "q").unwrap_or_default();
            let offered = app.compute(move |site| site.suggest(&typed)).await;
            app.outcome(offered.map(Outcome::Answer), headers)
        }
        // Such files have whole addresses in them.
        Route::Discovery(file) if app.site.base().is_none() => {
            let origin = origin(request);
            let file = app.compute(move |site| site.discovery(file, origin.as_deref()));
            app.outcome(file.await.map(Outcome::Answer), headers)
        }
        _ => app.page(route, headers).await,
    }
}

/// What of a request's query goes with a redirect: all of it, with its question mark, if the route
/// reads it, else nothing.
fn query_to_keep(moved: &Resolution, request: &Parts) -> String {
    let is_read = matches!(
        moved,
        Resolution::Moved(
            Route::Compare
                | Route::Citing
                | Route::Citation(..)
                | Route::Handout(_)
                | Route::Search(_)
                | Route::Suggestions
        )
    );
    let query = request.uri.query().filter(|_| is_read);
    query.map_or_else(String::new, |query| format!("?{query}"))
}

fn page_number(query: Option<&str>) -> usize {
    let number = value(query, "page");
    number.and_then(|number| number.parse().ok()).unwrap_or(1)
}

/// The first value of a key in a query, decoded, without white space around it.
fn value(query: Option<&str>, key: &str) -> Option<String> {
    let mut pairs = form_urlencoded::parse(query?.as_bytes());
    let (_, value) = pairs.find(|(name, _)| name == key)?;
    Some(value.trim().to_owned())
}

/// Tells whoever watches over the server that it answers, and whether that is what its content says.
fn health(app: &App) -> Response {
    let told = Resource::text("text/plain; charset=utf-8", app.lasting.health.told());
    answer::uncached(StatusCode::OK, told)
}

/// Refuses what broke the protocol, and all methods but GET and HEAD, whatever the path, and OPTIONS
/// where there are data.
async fn only_reading(
    State(app): State<Arc<App>>,
    Extension(asked): Extension<Asked>,
    request: Request,
    next: Next,
) -> Response {
    if let Some(&Refused(status)) = request.extensions().get() {
        return app.error(status);
    }
    match *request.method() {
        Method::GET | Method::HEAD => next.run(request).await,
        Method::OPTIONS if asked.is_for_data => preflight(),
        ref method if !is_known(method) => app.error(StatusCode::NOT_IMPLEMENTED),
        _ => {
            let mut response = app.error(StatusCode::METHOD_NOT_ALLOWED);
            let methods = methods(asked.is_for_data);
            response.headers_mut().insert(ALLOW, methods);
            response
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Result, Write};
    use std::sync::{Arc, Mutex, PoisonError};

    use axum::Router;
    use axum::body::Body;
    use axum::http::header::{CACHE_CONTROL, X_CONTENT_TYPE_OPTIONS};
    use axum::http::{HeaderMap, Request, Response, StatusCode};
    use axum::routing::get;
    use hyper::body::Body as _;
    use hyper::service::Service;
    use hyper_util::service::TowerToHyperService;

    use super::{App, with_middleware};
    use crate::content::{Source, load, read};
    use crate::serve::page_cache::PageError;
    use crate::site::{RenderError, Site};

    async fn faulty() -> Response<Body> {
        panic!("a fault")
    }

    fn app() -> Arc<App> {
        let library = load(&read(&Source::Embedded)).library;
        let library = library.unwrap_or_else(|| panic!("the content is unsound"));
        let site = Arc::new(Site::new(library, None));
        Arc::new(App::new(site, 1 << 20, &Arc::default()))
    }

    /// What is logged, for a test to read.
    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<Vec<u8>>>);

    impl Log {
        fn text(&self) -> String {
            let bytes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            String::from_utf8_lossy(&bytes).into_owned()
        }
    }

    impl Write for Log {
        fn write(&mut self, bytes: &[u8]) -> Result<usize> {
            let mut log = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            log.write(bytes)
        }

        fn flush(&mut self) -> Result<()> {
            Ok(())
        }
    }

    #[tokio::test]
    async fn template_that_fails_is_a_500_and_a_line_in_the_log() {
        let app = app();
        let log = Log::default();
        let writer = log.clone();
        let lines = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_target(false)
            .with_writer(move || writer.clone());
        let failed = RenderError::Template(askama::Error::custom("no such file"));
        let response = tracing::subscriber::with_default(lines.finish(), || {
            app.outcome(Err(PageError::Render(failed)), &HeaderMap::new())
        });
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert!(response.body().size_hint().lower() > 1000, "an empty page");
        let log = log.text();
        assert!(log.contains("ERROR cannot answer"), "{log}");
        assert!(log.contains("a template failed: no such file"), "{log}");
        assert_eq!(log.lines().count(), 1, "{log}");
    }

    #[tokio::test]
    async fn panic_is_answered_like_any_error() {
        let app = app();
        let router = with_middleware(Router::new().route("/faulty", get(faulty)), &app);
        let request = Request::get("/faulty")
            .body(Body::empty())
            .unwrap_or_default();
        let Ok(response) = TowerToHyperService::new(router).call(request).await;
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(response.headers()[CACHE_CONTROL], "no-store");
        assert_eq!(response.headers()[X_CONTENT_TYPE_OPTIONS], "nosniff");
    }
}
