//! What headers say: here what a browser may do with what it gets, in named policies, each with its
//! reason; below, what clients ask for in theirs.

pub(in crate::serve) mod conditional;
pub(in crate::serve) mod negotiation;

use axum::http::header::{
    CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, HeaderValue, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};

use crate::site::{CachePolicy, Indexing};

/// Asks search engines to leave out an answer, where the site is not for all.
const ROBOTS_TAG: HeaderName = HeaderName::from_static("x-robots-tag");

/// The address stays when the content changes, so a reader asks again each time; the entity tag
/// makes the answer a short one.
pub(in crate::serve) const REVALIDATE: &str = "no-cache";

/// The address holds a hash of the content: what it names never changes.
pub(in crate::serve) const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// An error is true of the moment only.
pub(in crate::serve) const NEVER_KEPT: &str = "no-store";

/// How long a resource may be kept.
pub(in crate::serve) fn cache_control(policy: CachePolicy) -> HeaderValue {
    HeaderValue::from_static(match policy {
        CachePolicy::Revalidate => REVALIDATE,
        CachePolicy::Immutable => IMMUTABLE,
    })
}

/// What every answer carries, errors too: they are pages like others.
static ON_ALL: [(HeaderName, &str); 6] = [
    // The pages need style, scripts, pictures, fonts, a search form and, for its suggestions, data,
    // all from this site, and nothing else. Scripts are files of the site and never stand in a page: so even a flaw in the
    // escaping of content runs none, loads nothing from elsewhere, sends no form away, and moves
    // no link by a `base`; and no other site can put a page in a frame to have it clicked.
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    // A text is what its media type says, and never guessed to be a script.
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // Which passage a reader came from is no other site's business; links within this one may
    // say so.
    (REFERRER_POLICY, "same-origin"),
    // Reading needs none of these; whatever gets into a page cannot ask for them.
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
    // A page opened from elsewhere shares no window with its opener, so neither can drive the
    // other.
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    // Other sites may link here but not embed: nothing of this site lies in their processes.
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// Puts on an answer what every answer carries, and whether search engines may list it.
pub(in crate::serve) fn protect(headers: &mut HeaderMap, indexing: Indexing) {
    for (name, value) in &ON_ALL {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if indexing == Indexing::Refused {
        headers.insert(ROBOTS_TAG, HeaderValue::from_static("noindex, nofollow"));
    }
}
