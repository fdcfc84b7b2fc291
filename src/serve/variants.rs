//! A resource made ready to send: its encodings, each with its entity tag.

use std::fmt::Write;
use std::io::{self, Read};
use std::sync::{Arc, OnceLock};

use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, VARY};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use bytes::Bytes;
use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};

use super::headers::cache_control;
use crate::site::encoding::{Encoding, brotli, gzip, is_compressible};
use crate::site::{CachePolicy, Resource};

/// The headers that differ from one resource to another.
const OWN_HEADERS: [HeaderName; 5] = [CONTENT_TYPE, ETAG, CACHE_CONTROL, VARY, CONTENT_ENCODING];

/// Headers that answers share, with placeholders for those that differ: to copy this and fill them in is quicker than to
/// put all together.
pub(super) fn with_placeholders(mut shared: HeaderMap) -> Arc<HeaderMap> {
    for name in OWN_HEADERS {
        shared.insert(name, HeaderValue::from_static(""));
    }
    Arc::new(shared)
}

/// A resource in every encoding it is worth sending in. All but Brotli is made with it.
pub(super) struct Variants {
    media_type: &'static str,
    cache_policy: CachePolicy,
    /// Whether what is sent depends on the encodings the client takes.
    varies: bool,
    /// The headers that its answers share with others.
    shared: Arc<HeaderMap>,
    plain: Variant,
    stored: Stored,
    /// Empty until the background has made it; `None` where it would not be shorter.
    brotli: OnceLock<Option<(Variant, Bytes)>>,
}

/// What is to be known of an encoding before its bytes are sent.
#[derive(Debug, Clone)]
pub(super) struct Variant {
    pub(super) encoding: Encoding,
    /// The hash of just these bytes: strong, and different for each encoding.
    pub(super) tag: HeaderValue,
    /// How many bytes there are.
    pub(super) length: usize,
}

/// What is kept of the plain body and of gzip.
enum Stored {
    /// Gzip would not be shorter.
    Plain(Bytes),
    /// Both.
    Both(Bytes, Variant, Bytes),
    /// The plain body is made again from gzip.
    Gzip(Variant, Bytes),
}

/// Whether a plain body is kept where there is gzip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlainBodies {
    /// It is: clients that take no gzip are answered at once.
    Kept,
    /// It is made again from gzip for the few who ask, and takes no memory: five times as many
    /// pages fit.
    Inflated,
}

impl Variants {
    /// Makes the encodings of a resource but for Brotli, which takes fifty times longer. Its answers
    /// have the shared headers besides its own.
    pub(super) fn new(
        resource: &Resource,
        plain_bodies: PlainBodies,
        shared: Arc<HeaderMap>,
    ) -> Self {
        let body = resource.body.clone();
        let varies = is_compressible(resource.media_type, &body);
        let plain = Variant::of(Encoding::Identity, &body);
        let gzip = varies.then(|| gzip(&body)).flatten().map(Bytes::from);
        let stored = match (gzip, plain_bodies) {
            (None, _) => Stored::Plain(body),
            (Some(gzip), PlainBodies::Kept) => {
                Stored::Both(body, Variant::of(Encoding::Gzip, &gzip), gzip)
            }
            (Some(gzip), PlainBodies::Inflated) => {
                Stored::Gzip(Variant::of(Encoding::Gzip, &gzip), gzip)
            }
        };
        Self {
            media_type: resource.media_type,
            cache_policy: resource.cache_policy,
            varies,
            shared,
            plain,
            stored,
            brotli: OnceLock::new(),
        }
    }

    /// Makes the Brotli variant, unless it is there.
    pub(super) fn add_brotli(&self) {
        self.brotli.get_or_init(|| {
            let plain = self.varies.then(|| self.body(Encoding::Identity))?.ok()?;
            let body = Bytes::from(brotli(&plain)?);
            Some((Variant::of(Encoding::Brotli, &body), body))
        });
    }

    /// The resource in this encoding, if there is one by now.
    pub(super) fn variant(&self, encoding: Encoding) -> Option<&Variant> {
        match (encoding, &self.stored) {
            (Encoding::Brotli, _) => self.brotli.get()?.as_ref().map(|(variant, _)| variant),
            (Encoding::Gzip, Stored::Both(_, gzip, _) | Stored::Gzip(gzip, _)) => Some(gzip),
            (Encoding::Gzip, Stored::Plain(_)) => None,
            (Encoding::Identity, _) => Some(&self.plain),
        }
    }

    /// The entity tags of all encodings that there are by now.
    pub(super) fn tags(&self) -> impl Iterator<Item = &HeaderValue> {
        let encodings = [Encoding::Brotli, Encoding::Gzip, Encoding::Identity];
        let variants = encodings.map(|encoding| self.variant(encoding));
        variants.into_iter().flatten().map(|variant| &variant.tag)
    }

    /// The resource as it is.
    pub(super) fn plain(&self) -> &Variant {
        &self.plain
    }

    /// The bytes in an encoding; the plain ones where there is no such variant.
    ///
    /// # Errors
    /// If the plain body is kept as gzip and that cannot be read, which is a fault of its library.
    pub(super) fn body(&self, encoding: Encoding) -> io::Result<Bytes> {
        if let (Encoding::Brotli, Some(Some((_, body)))) = (encoding, self.brotli.get()) {
            return Ok(body.clone());
        }
        match (encoding, &self.stored) {
            (Encoding::Gzip, Stored::Both(_, _, gzip) | Stored::Gzip(_, gzip)) => Ok(gzip.clone()),
            (_, Stored::Plain(plain) | Stored::Both(plain, ..)) => Ok(plain.clone()),
            (_, Stored::Gzip(_, gzip)) => inflate(gzip, self.plain.length),
        }
    }

    /// The headers of an answer with a variant.
    pub(super) fn headers(&self, variant: &Variant) -> HeaderMap {
        let mut headers = HeaderMap::clone(&self.shared);
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.media_type));
        headers.insert(ETAG, variant.tag.clone());
        headers.insert(CACHE_CONTROL, cache_control(self.cache_policy));
        if self.varies {
            headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        } else {
            headers.remove(VARY);
        }
        match variant.encoding.name() {
            Some(name) => headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name)),
            None => headers.remove(CONTENT_ENCODING),
        };
        headers
    }

    /// How many bytes of memory it takes, about: Brotli, which may still be to come, is counted as
    /// long as gzip.
    pub(super) fn weight(&self) -> u64 {
        /// What the rest of an entry takes.
        const ENTRY: usize = 512;
        let bodies = match &self.stored {
            Stored::Plain(plain) => plain.len(),
            Stored::Both(plain, _, gzip) => plain.len() + 2 * gzip.len(),
            Stored::Gzip(_, gzip) => 2 * gzip.len(),
        };
        (bodies + ENTRY) as u64
    }
}

impl Variant {
    fn of(encoding: Encoding, body: &[u8]) -> Self {
        Self {
            encoding,
            tag: entity_tag(body),
            length: body.len(),
        }
    }
}

fn inflate(gzip: &[u8], length: usize) -> io::Result<Bytes> {
    let mut plain = Vec::with_capacity(length);
    GzDecoder::new(gzip).read_to_end(&mut plain)?;
    Ok(plain.into())
}

/// Half of the body's SHA-256 in hexadecimal, in quotation marks: 128 bits leave no room for two
/// bodies with one tag.
fn entity_tag(body: &[u8]) -> HeaderValue {
    let mut tag = String::from("\"");
    for byte in &Sha256::digest(body)[..16] {
        // Writing to a string cannot fail.
        let _ = write!(tag, "{byte:02x}");
    }
    tag.push('"');
    HeaderValue::try_from(tag).unwrap_or_else(|_| HeaderValue::from_static("\"\""))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Encoding, PlainBodies, Variants};
    use crate::site::Resource;

    fn page() -> Resource {
        Resource::text(
            "text/html; charset=utf-8",
            "<p>All alike.</p>\n".repeat(200),
        )
    }

    #[test]
    fn plain_body_is_the_same_whether_kept_or_inflated() {
        let resource = page();
        let kept = Variants::new(&resource, PlainBodies::Kept, Arc::default());
        let inflated = Variants::new(&resource, PlainBodies::Inflated, Arc::default());
        for variants in [&kept, &inflated] {
            let plain = variants.body(Encoding::Identity).unwrap();
            assert_eq!(plain, resource.body);
            assert_eq!(variants.plain().length, plain.len());
        }
        assert_eq!(kept.plain().tag, inflated.plain().tag);
        assert!(inflated.weight() * 4 < kept.weight());
    }

    #[test]
    fn each_encoding_has_a_tag_of_its_own() {
        let variants = Variants::new(&page(), PlainBodies::Kept, Arc::default());
        assert!(variants.variant(Encoding::Brotli).is_none());
        variants.add_brotli();
        let encodings = [Encoding::Identity, Encoding::Gzip, Encoding::Brotli];
        let tags = encodings.map(|one| variants.variant(one).map(|variant| variant.tag.clone()));
        assert!(tags.iter().all(Option::is_some));
        assert_ne!(tags[0], tags[1]);
        assert_ne!(tags[1], tags[2]);
    }

    #[test]
    fn short_text_has_no_encodings() {
        let variants = Variants::new(
            &Resource::text("text/plain", "ok\n"),
            PlainBodies::Inflated,
            Arc::default(),
        );
        variants.add_brotli();
        assert!(!variants.varies);
        assert!(variants.variant(Encoding::Gzip).is_none());
        assert_eq!(variants.body(Encoding::Identity).unwrap(), "ok\n");
    }
}
