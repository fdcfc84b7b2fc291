//! What answers a request: at once where the page is ready, else by the router.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::http::{Method, Request, StatusCode};
use axum::response::Response;
use hyper::body::Incoming;
use hyper::service::Service;
use hyper_util::service::TowerToHyperService;

use super::answer;
use super::app::App;
use super::entrance::Reached;
use super::live::lasting::Lasting;
use super::log::Line;
use super::metrics::Kind;
use super::refused::Refused;
use super::router::router;

/// What answers requests.
pub(super) struct Front {
    pub(super) app: Arc<App>,
    router: TowerToHyperService<Router>,
}

impl Front {
    pub(super) fn new(app: Arc<App>) -> Self {
        Self {
            router: TowerToHyperService::new(router(&app)),
            app,
        }
    }

    /// The answer to a request, which is logged and counted.
    pub(super) async fn answer(
        &self,
        mut request: Request<Incoming>,
        reached: Reached,
    ) -> Result<Response, Infallible> {
        let is_refused = request.extensions().get::<Refused>().is_some();
        let line = Line::new(request.method(), request.uri(), is_refused);
        let (kind, response) = if let Some(ready) = self.ready(&request) {
            ready
        } else {
            request.extensions_mut().insert(reached);
            let response = self.router.call(request).await?;
            (kind(&response, is_refused), response)
        };
        let Lasting {
            metrics,
            request_log,
            ..
        } = &*self.app.lasting;
        let time = line.time();
        metrics.answered(kind, response.status(), time);
        line.write(&response, time, request_log);
        Ok(response)
    }

    /// The answer that the router would give, where the page is ready and nothing stands against it: most
    /// requests are for such pages, and need nothing else to be looked at.
    fn ready<B>(&self, request: &Request<B>) -> Option<(Kind, Response)> {
        let uri = request.uri();
        let is_plain = matches!(*request.method(), Method::GET | Method::HEAD)
            && uri.query().is_none()
            && request.extensions().get::<Refused>().is_none();
        let page = is_plain.then(|| self.app.ready(uri.path()))??;
        let response = answer::page(&page.variants, request.headers()).ok()?;
        let is_other = response.status() == StatusCode::PRECONDITION_FAILED;
        (!is_other).then_some((page.kind, response))
    }
}

/// What kind of thing the router has answered.
fn kind(response: &Response, is_refused: bool) -> Kind {
    match response.extensions().get() {
        _ if is_refused => Kind::Malformed,
        Some(kind) => *kind,
        None => Kind::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use axum::body::{Body, to_bytes};
    use axum::http::header::{ACCEPT_ENCODING, CONTENT_LENGTH, ETAG, IF_MATCH, IF_NONE_MATCH};
    use axum::http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode};
    use hyper::service::Service;

    use super::Front;
    use crate::content::{Source, load, read};
    use crate::serve::app::App;
    use crate::site::{Indexing, Site};

    fn front(base: Option<&str>) -> (Arc<Site>, Front) {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites/sound");
        let library = load(&read(&Source::Folder(folder.into()))).library;
        let library = library.unwrap_or_else(|| panic!("the content is unsound"));
        let base = base.and_then(|base| base.parse().ok());
        let site = Arc::new(Site::new(library, base).with_indexing(Indexing::Refused));
        let app = App::new(Arc::clone(&site), 1 << 24, &Arc::default());
        (site, Front::new(Arc::new(app)))
    }

    fn request(method: &Method, path: &str, headers: &HeaderMap) -> Request<Body> {
        let mut request = Request::new(Body::empty());
        *request.method_mut() = method.clone();
        *request.uri_mut() = path.parse().unwrap_or_default();
        *request.headers_mut() = headers.clone();
        request
    }

    /// All that is sent, in an order of its own. axum says the length of what it sends, and leaves out the
    /// body of an answer to HEAD; for the front, hyper does both.
    async fn told(response: Response<Body>, method: &Method) -> (StatusCode, Vec<String>, Vec<u8>) {
        let (mut parts, mut body) = response.into_parts();
        parts.headers.remove(CONTENT_LENGTH);
        if *method == Method::HEAD {
            body = Body::empty();
        }
        let headers = parts.headers.iter();
        let mut headers: Vec<String> = headers.map(|header| format!("{header:?}")).collect();
        headers.sort();
        let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
        (parts.status, headers, body.to_vec())
    }

    async fn routed(front: &Front, request: Request<Body>) -> Response<Body> {
        let Ok(response) = front.router.call(request).await;
        response
    }

    #[tokio::test]
    async fn page_that_is_ready_is_answered_as_by_the_router() {
        for base in [None, Some("https://example.org/texts")] {
            let (site, front) = front(base);
            let below = site.base().map_or("", |base| base.path());
            let mut ready = 0;
            for route in site.routes() {
                let path = format!("{below}{}", site.path(route));
                let plain = HeaderMap::new();
                let first = routed(&front, request(&Method::GET, &path, &plain)).await;
                let tag = first.headers().get(ETAG).cloned();
                let mut asked = vec![plain];
                let other = HeaderValue::from_static("\"other\"");
                for (name, value) in [
                    (ACCEPT_ENCODING, Some(HeaderValue::from_static("gzip"))),
                    (IF_NONE_MATCH, tag.clone()),
                    (IF_NONE_MATCH, Some(other)),
                    (IF_MATCH, tag),
                ] {
                    asked.push(value.map(|value| (name, value)).into_iter().collect());
                }
                for headers in &asked {
                    for method in [Method::GET, Method::HEAD] {
                        let Some((_, answer)) = front.ready(&request(&method, &path, headers))
                        else {
                            continue;
                        };
                        ready += 1;
                        let expected = routed(&front, request(&method, &path, headers)).await;
                        let (answer, expected) =
                            (told(answer, &method).await, told(expected, &method).await);
                        assert!(answer == expected, "{method} {path} {headers:?}");
                    }
                }
            }
            assert!(ready > 500, "only {ready} answers were ready");
        }
    }

    #[tokio::test]
    async fn what_needs_a_closer_look_is_left_to_the_router() {
        let (_, front) = front(None);
        let none = HeaderMap::new();
        let _ = routed(&front, request(&Method::GET, "/", &none)).await;
        assert!(front.ready(&request(&Method::GET, "/", &none)).is_some());
        for (method, path) in [
            (Method::POST, "/"),
            (Method::GET, "/?q=a"),
            (Method::GET, "//"),
            (Method::GET, "/nothing"),
        ] {
            assert!(front.ready(&request(&method, path, &none)).is_none());
        }
        let mut other = HeaderMap::new();
        other.insert(IF_MATCH, HeaderValue::from_static("\"other\""));
        assert!(front.ready(&request(&Method::GET, "/", &other)).is_none());
    }
}
