//! The kinds of answer there are.

use axum::body::Body;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderValue, LOCATION,
    VARY,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::conditional::is_held;
use super::headers::{NEVER_KEPT, REVALIDATE, cache_control};
use super::negotiation::acceptable;
use super::page::{Page, Variant};
use crate::site::Resource;

/// A page, in the encoding the client likes best; or 304, if it holds the page in *any* encoding
/// it takes. So a copy in gzip stays good when the page becomes ready in Brotli.
pub(super) fn page(page: &Page, request: &HeaderMap) -> Response {
    let variants: Vec<&Variant> = acceptable(request)
        .into_iter()
        .filter_map(|encoding| page.variant(encoding))
        .collect();
    let held = variants
        .iter()
        .find(|variant| is_held(request, &variant.tag));
    let mut response = match held {
        Some(held) => not_modified(held),
        None => whole(page, variants.first().copied().unwrap_or(page.identity())),
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, cache_control(page.keep));
    if page.varies {
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    }
    response
}

/// A resource made for this request; the same request gets the same again.
pub(super) fn made(resource: &Resource, request: &HeaderMap) -> Response {
    page(&Page::new(resource), request)
}

fn whole(page: &Page, variant: &Variant) -> Response {
    let mut response = Response::new(Body::from(variant.body.clone()));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(page.media_type));
    headers.insert(ETAG, variant.tag.clone());
    if let Some(name) = variant.encoding.name() {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    response
}

fn not_modified(variant: &Variant) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    let headers = response.headers_mut();
    headers.insert(ETAG, variant.tag.clone());
    // What the page's length is. hyper leaves it out, but not for HEAD, and axum would have made
    // it 0 there: the length of another page than the one that is held.
    headers.insert(CONTENT_LENGTH, HeaderValue::from(variant.body.len()));
    response
}

/// The way to another address. It is asked for again each time, so that an address can come to
/// lead elsewhere.
pub(super) fn moved(location: HeaderValue) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
    let headers = response.headers_mut();
    headers.insert(LOCATION, location);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(REVALIDATE));
    response
}

/// The way from a form to what was chosen in it.
pub(super) fn see(location: HeaderValue) -> Response {
    let mut response = moved(location);
    *response.status_mut() = StatusCode::SEE_OTHER;
    response
}

/// A page made for this one answer, such as an error: as it is, and not to be kept.
pub(super) fn once(status: StatusCode, resource: Resource) -> Response {
    let mut response = Response::new(Body::from(resource.body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(resource.media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(NEVER_KEPT));
    response
}
