//! The headers of answers that the site says: how long they may be kept, and what a browser may do
//! with them.

use std::sync::LazyLock;

use axum::http::header::{HeaderName, HeaderValue};
use axum::response::Response;

use crate::site::{CachePolicy, IMMUTABLE, PROTECTION, REVALIDATE};

/// How long a resource may be kept.
pub(super) fn cache_control(policy: CachePolicy) -> HeaderValue {
    HeaderValue::from_static(match policy {
        CachePolicy::Revalidate => REVALIDATE,
        CachePolicy::Immutable => IMMUTABLE,
    })
}

/// What every answer carries, errors too.
static ON_ALL: LazyLock<[(HeaderName, HeaderValue); PROTECTION.len()]> = LazyLock::new(|| {
    PROTECTION.map(|(name, value)| {
        (
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        )
    })
});

/// Puts on an answer what every answer carries.
pub(super) async fn set_security_headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in &*ON_ALL {
        headers.insert(name, value.clone());
    }
    response
}
