//! What headers say: here how long an answer may be kept, and what a browser may do with it; below, what clients
//! ask for in theirs.

pub(in crate::serve) mod conditional;
pub(in crate::serve) mod negotiation;

use axum::http::header::{HeaderMap, HeaderName, HeaderValue};

use crate::site::{CachePolicy, IMMUTABLE, Indexing, PROTECTION, REVALIDATE};

/// Asks search engines to leave out an answer, where the site is not for all.
const ROBOTS_TAG: HeaderName = HeaderName::from_static("x-robots-tag");

/// How long a resource may be kept.
pub(in crate::serve) fn cache_control(policy: CachePolicy) -> HeaderValue {
    HeaderValue::from_static(match policy {
        CachePolicy::Revalidate => REVALIDATE,
        CachePolicy::Immutable => IMMUTABLE,
    })
}

/// Puts on an answer what every answer carries, errors too, and whether search engines may list it.
pub(in crate::serve) fn protect(headers: &mut HeaderMap, indexing: Indexing) {
    for (name, value) in PROTECTION {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    if indexing == Indexing::Refused {
        headers.insert(ROBOTS_TAG, HeaderValue::from_static("noindex, nofollow"));
    }
}
