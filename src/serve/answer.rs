//! The kinds of answer there are.

use std::sync::Arc;

use axum::body::Body;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HeaderValue, LOCATION,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::headers::conditional::{is_held, is_other};
use super::headers::negotiation::acceptable;
use super::variants::{PlainBodies, Variant, Variants};
use crate::site::{NEVER_KEPT, REVALIDATE, Resource};

/// A resource in the encoding the client likes best; or 304, if it holds the resource in *any*
/// encoding it takes, so that a copy in gzip stays good when Brotli becomes ready; or 412 without a
/// page, if it asks for what is something else by now.
///
/// # Errors
/// If the body cannot be read, which is a fault of the program.
pub(super) fn page(variants: &Variants, request: &HeaderMap) -> std::io::Result<Response> {
    if is_other(request, variants.tags()) {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::PRECONDITION_FAILED;
        return Ok(response);
    }
    let mut accepted = acceptable(request).filter_map(|encoding| variants.variant(encoding));
    // Who takes nothing that there is gets the page as it is, and may hold it as it is.
    let best = accepted.clone().next().unwrap_or(variants.plain());
    let held = accepted.find(|variant| is_held(request, &variant.tag));
    match held.or_else(|| is_held(request, &best.tag).then_some(best)) {
        Some(held) => Ok(not_modified(variants, held)),
        None => whole(variants, best),
    }
}

/// A resource made for this request; the same request gets the same again.
///
/// # Errors
/// If the body cannot be read, which is a fault of the program.
pub(super) fn dynamic(resource: &Resource, request: &HeaderMap) -> std::io::Result<Response> {
    let variants = Variants::new(resource, PlainBodies::Kept, Arc::default());
    page(&variants, request)
}

fn whole(variants: &Variants, variant: &Variant) -> std::io::Result<Response> {
    let mut response = Response::new(Body::from(variants.body(variant.encoding)?));
    *response.headers_mut() = variants.headers(variant);
    Ok(response)
}

fn not_modified(variants: &Variants, variant: &Variant) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    let headers = response.headers_mut();
    *headers = variants.headers(variant);
    headers.remove(CONTENT_TYPE);
    headers.remove(CONTENT_ENCODING);
    // What the page's length is. hyper leaves it out, but not for HEAD, and axum would have made
    // it 0 there: the length of another page than the one that is held.
    headers.insert(CONTENT_LENGTH, HeaderValue::from(variant.length));
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

/// The way from a form to what was asked for in it.
pub(super) fn see_other(location: HeaderValue) -> Response {
    let mut response = moved(location);
    *response.status_mut() = StatusCode::SEE_OTHER;
    response
}

/// A page made for this one answer, such as an error: as it is, and not to be kept.
pub(super) fn uncached(status: StatusCode, resource: Resource) -> Response {
    let mut response = Response::new(Body::from(resource.body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(resource.media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(NEVER_KEPT));
    response
}
