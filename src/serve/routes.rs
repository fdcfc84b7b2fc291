//! From a request to its answer.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{ALLOW, HOST, HeaderValue};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::middleware::{Next, from_fn, from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::any;
use bytes::Bytes;
use tower_http::catch_panic::CatchPanicLayer;

use super::answer;
use super::headers::protect;
use super::log::log_request;
use super::store::{Found, Store};
use crate::library::address::{COMPARE, HOME, OPENSEARCH, SEARCH, SUGGEST};
use crate::site::{Keep, Resource, Searched};

/// Where whoever watches over the server asks.
const HEALTH: &str = "/healthz";

/// Everything the server answers.
pub(super) fn routes(store: &Arc<Store>) -> Router {
    let router = Router::new()
        .route(HEALTH, any(health))
        .route(COMPARE, any(choose))
        .route(SEARCH, any(search))
        .route(&format!("{SEARCH}.json"), any(search_data))
        .route(SUGGEST, any(suggest))
        .route(OPENSEARCH, any(opensearch))
        .fallback(follow)
        .with_state(Arc::clone(store));
    // The routes stand in a fallback, so that the base is off the path before they look at it.
    // Whoever watches over the server need not know the base.
    let whole = Router::new()
        .fallback_service(router)
        .layer(from_fn_with_state(Arc::clone(store), below_base))
        .route(HEALTH, any(health));
    dressed(whole, store)
}

/// What holds for every request, the innermost first: it only reads, a panic is an answer too,
/// every answer has the headers that protect it, and one line in the log.
fn dressed(router: Router, store: &Arc<Store>) -> Router {
    // Made now: what has just panicked is not asked to make a page.
    let sorry = store.error_page(StatusCode::INTERNAL_SERVER_ERROR);
    router
        .layer(from_fn_with_state(Arc::clone(store), only_reading))
        .layer(CatchPanicLayer::custom(move |_| {
            answer::once(StatusCode::INTERNAL_SERVER_ERROR, sorry.clone())
        }))
        .layer(map_response(protect))
        .layer(from_fn(log_request))
}

/// Takes the base off the path; elsewhere there is nothing, and the base itself leads home.
async fn below_base(State(store): State<Arc<Store>>, mut request: Request, next: Next) -> Response {
    let asked = request.uri().path();
    let Some(path) = store.below_base(asked) else {
        return answer::once(StatusCode::NOT_FOUND, store.not_found(asked));
    };
    if path.is_empty() {
        return match store.location(HOME) {
            Some(location) => answer::moved(location),
            None => answer::once(StatusCode::NOT_FOUND, store.not_found(asked)),
        };
    }
    let target = match request.uri().query() {
        Some(query) => format!("{path}?{query}"),
        None => path,
    };
    if let Ok(uri) = Uri::try_from(target) {
        *request.uri_mut() = uri;
    }
    next.run(request).await
}

/// The pages know no queries but those of the routes above, so they are not looked at.
async fn follow(State(store): State<Arc<Store>>, request: Request) -> Response {
    match store.find(request.uri().path()) {
        Found::Page(page) => answer::page(page, request.headers()),
        Found::Made(made) => answer::made(&made, request.headers()),
        Found::Moved(location) => answer::moved(location),
        Found::Nowhere(page) => answer::once(StatusCode::NOT_FOUND, page),
    }
}

/// Leads from the choice of two sections to their comparison.
async fn choose(state: State<Arc<Store>>, request: Request) -> Response {
    let query = request.uri().query();
    let (first, second) = (value(query, "first"), value(query, "second"));
    if first.is_none() && second.is_none() {
        return follow(state, request).await;
    }
    let chosen = state.chosen(&first.unwrap_or_default(), &second.unwrap_or_default());
    match chosen {
        Ok(location) => answer::see(location),
        Err(page) => answer::once(StatusCode::BAD_REQUEST, page),
    }
}

/// Leads to the place that a query names, or shows what it finds. Without a query the page asks for
/// one.
async fn search(state: State<Arc<Store>>, request: Request) -> Response {
    let Some(query) = value(request.uri().query(), "q").filter(|query| !query.is_empty()) else {
        return follow(state, request).await;
    };
    let found = state.site().search(&query, page_number(&request));
    searched(found, &state, &request)
}

async fn search_data(State(store): State<Arc<Store>>, request: Request) -> Response {
    let query = value(request.uri().query(), "q").unwrap_or_default();
    let found = store.site().search_data(&query, page_number(&request));
    searched(found, &store, &request)
}

fn searched(found: Searched, store: &Store, request: &Request) -> Response {
    match found {
        Searched::Place(place) => match store.location(&place) {
            Some(location) => answer::see(location),
            None => answer::once(
                StatusCode::BAD_REQUEST,
                store.error_page(StatusCode::BAD_REQUEST),
            ),
        },
        Searched::Answer(resource) => answer::made(&resource, request.headers()),
        Searched::Refused(resource) => answer::once(StatusCode::BAD_REQUEST, resource),
    }
}

fn page_number(request: &Request) -> usize {
    let number = value(request.uri().query(), "page");
    number.and_then(|number| number.parse().ok()).unwrap_or(1)
}

async fn suggest(State(store): State<Arc<Store>>, request: Request) -> Response {
    let query = value(request.uri().query(), "q").unwrap_or_default();
    answer::made(&store.site().suggest(&query), request.headers())
}

async fn opensearch(State(store): State<Arc<Store>>, request: Request) -> Response {
    let origin = origin(request.headers()).unwrap_or_default();
    answer::made(&store.site().opensearch(&origin), request.headers())
}

/// Where the client reaches the site, by its own word, if that is a host and a port and nothing
/// else.
fn origin(headers: &HeaderMap) -> Option<String> {
    let host = headers.get(HOST)?.to_str().ok()?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".:-[]".contains(&byte);
    let authority: Authority = host.parse().ok()?;
    host.bytes()
        .all(plain)
        .then(|| format!("http://{authority}"))
}

/// The first value of a key in a query, decoded, without white space around it.
fn value(query: Option<&str>, key: &str) -> Option<String> {
    let mut pairs = form_urlencoded::parse(query?.as_bytes());
    let (_, value) = pairs.find(|(name, _)| name == key)?;
    Some(value.trim().to_owned())
}

/// Tells whoever watches over the server that it answers.
async fn health() -> Response {
    let ok = Resource {
        media_type: "text/plain; charset=utf-8",
        keep: Keep::Revalidate,
        body: Bytes::from_static(b"ok\n"),
    };
    answer::once(StatusCode::OK, ok)
}

/// Refuses all methods but GET and HEAD, whatever the path.
async fn only_reading(State(store): State<Arc<Store>>, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let refused = StatusCode::METHOD_NOT_ALLOWED;
    let mut response = answer::once(refused, store.error_page(refused));
    response
        .headers_mut()
        .insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    response
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use axum::Router;
    use axum::body::Body;
    use axum::http::header::{CACHE_CONTROL, X_CONTENT_TYPE_OPTIONS};
    use axum::http::{Request, Response, StatusCode};
    use axum::routing::get;
    use hyper::service::Service;
    use hyper_util::service::TowerToHyperService;

    use super::{Store, dressed};
    use crate::content::{Source, load, read};
    use crate::site::render;

    async fn faulty() -> Response<Body> {
        panic!("a fault")
    }

    #[tokio::test]
    async fn a_panic_is_answered_like_any_error() {
        let library = load(&read(&Source::Embedded)).library;
        let library = library.unwrap_or_else(|| panic!("the content is unsound"));
        let store = Arc::new(Store::new(Arc::new(render(library))));
        let router = dressed(Router::new().route("/faulty", get(faulty)), &store);
        let request = Request::get("/faulty")
            .body(Body::empty())
            .unwrap_or_default();
        let Ok(response) = TowerToHyperService::new(router).call(request).await;
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(response.headers()[CACHE_CONTROL], "no-store");
        assert_eq!(response.headers()[X_CONTENT_TYPE_OPTIONS], "nosniff");
    }
}
