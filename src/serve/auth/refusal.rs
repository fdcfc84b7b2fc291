//! What is answered to who may not come in: a page that tells nothing of the site.

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue, RETRY_AFTER,
    WWW_AUTHENTICATE,
};
use axum::http::request::Parts;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::serve::headers::protect;
use crate::serve::programs::Audience;
use crate::site::{Indexing, NEVER_KEPT, Refusal, Resource, before_data_ending};

/// By which a browser is asked for a name and a password. It does not name the site.
const ASK: HeaderValue = HeaderValue::from_static("Basic realm=\"Lectern\", charset=\"UTF-8\"");

/// In how many seconds a client that was sent away may come again.
const RETRY_SECONDS: HeaderValue = HeaderValue::from_static("1");

/// The statuses with which a request is refused.
const STATUSES: [StatusCode; 7] = [
    StatusCode::UNAUTHORIZED,
    StatusCode::SERVICE_UNAVAILABLE,
    StatusCode::BAD_REQUEST,
    StatusCode::URI_TOO_LONG,
    StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
    StatusCode::NOT_IMPLEMENTED,
    StatusCode::HTTP_VERSION_NOT_SUPPORTED,
];

/// All refusals, made at the start.
pub(super) struct Refusals(Vec<Prepared>);

struct Prepared {
    status: StatusCode,
    page: Resource,
    problem: Resource,
    /// What the page may do: show itself with its own style.
    policy: HeaderValue,
}

impl Refusals {
    pub(super) fn new() -> Self {
        Self(STATUSES.map(Prepared::new).into())
    }

    /// The refusal of a request with a status, for a person or a program. Who asks is told by the form of the
    /// path, and not by what the site has there.
    pub(super) fn of(&self, status: StatusCode, request: &Parts) -> Response {
        let is_for_data = before_data_ending(request.uri.path()).is_some();
        let mut all = self.0.iter();
        let Some(prepared) = all.find(|one| one.status == status).or(self.0.first()) else {
            return Response::default();
        };
        let is_page = Audience::of(is_for_data, &request.headers) == Audience::Person;
        let resource = if is_page {
            &prepared.page
        } else {
            &prepared.problem
        };
        let mut response = answer(status, resource);
        let headers = response.headers_mut();
        if is_page {
            headers.insert(CONTENT_SECURITY_POLICY, prepared.policy.clone());
        }
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, ASK);
        }
        if status == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(RETRY_AFTER, RETRY_SECONDS);
        }
        response
    }
}

impl Prepared {
    fn new(status: StatusCode) -> Self {
        let reason = status.canonical_reason().unwrap_or("Error");
        let refusal = Refusal::of_status(status.as_u16(), reason);
        let page = refusal.page().unwrap_or_else(|error| {
            tracing::error!(%error, "cannot render the page for a refusal");
            Resource::text("text/plain; charset=utf-8", format!("{reason}.\n"))
        });
        let policy = policy(&page.body);
        Self {
            status,
            problem: refusal.problem().unwrap_or_else(|_| page.clone()),
            policy: HeaderValue::try_from(policy)
                .unwrap_or(HeaderValue::from_static("default-src 'none'")),
            page,
        }
    }
}

/// Allows the style that stands in a page and nothing else, as it can load nothing of a closed site.
fn policy(page: &[u8]) -> String {
    let text = String::from_utf8_lossy(page);
    let style = text.split_once("<style>").map_or("", |(_, rest)| rest);
    let style = style.split_once("</style>").map_or("", |(style, _)| style);
    let hash = STANDARD.encode(Sha256::digest(style));
    format!(
        "default-src 'none'; style-src 'sha256-{hash}'; form-action 'none'; base-uri 'none'; \
         frame-ancestors 'none'"
    )
}

/// What search engines are told of every path.
pub(super) fn robots() -> Response {
    let text = Resource::text("text/plain; charset=utf-8", "User-agent: *\nDisallow: /\n");
    answer(StatusCode::OK, &text)
}

fn answer(status: StatusCode, resource: &Resource) -> Response {
    let mut response = Response::new(Body::from(resource.body.clone()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(resource.media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(NEVER_KEPT));
    response
}

/// The same with the headers that every answer carries; a policy of its own stays.
pub(super) fn protected(mut response: Response) -> Response {
    let headers = response.headers_mut();
    let policy = headers.get(CONTENT_SECURITY_POLICY).cloned();
    protect(headers, Indexing::Refused);
    if let Some(policy) = policy {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}
