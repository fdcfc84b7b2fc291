//! What the site sends: a body and how it may be kept.

use bytes::Bytes;

/// One page, file or data set of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// The full `Content-Type`, charset included.
    pub media_type: &'static str,
    /// How long a reader's browser may keep it.
    pub cache_policy: CachePolicy,
    /// The unencoded bytes, the same for every reader; a copy shares them.
    pub body: Bytes,
}

/// How long a copy of a resource stays good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CachePolicy {
    /// Ask again each time, with the entity tag: the address stays when the content changes.
    Revalidate,
    /// Keep for a year: the address holds a hash of the content.
    Immutable,
}

impl Resource {
    /// Text that a browser asks for again each time.
    #[must_use]
    pub fn text(media_type: &'static str, body: impl Into<Bytes>) -> Self {
        Self {
            media_type,
            cache_policy: CachePolicy::Revalidate,
            body: body.into(),
        }
    }
}
