//! A resource made ready to send.

use std::fmt::Write;
use std::sync::OnceLock;

use axum::http::HeaderValue;
use bytes::Bytes;
use sha2::{Digest, Sha256};

use super::encoding::{Encoding, brotli, gzip, pays};
use crate::site::{Keep, Resource};

/// A resource in every encoding it is worth sending in.
pub(super) struct Page {
    pub(super) media_type: &'static str,
    pub(super) keep: Keep,
    /// Whether what is sent depends on the encodings the client takes.
    pub(super) varies: bool,
    identity: Variant,
    /// Empty until it is asked for or the background has made it; nothing if it does not pay.
    gzip: OnceLock<Option<Variant>>,
    /// Empty until the background has made it; nothing if it does not pay.
    brotli: OnceLock<Option<Variant>>,
}

/// One encoding of a body.
pub(super) struct Variant {
    pub(super) encoding: Encoding,
    /// The hash of just these bytes: strong, and different for each encoding.
    pub(super) tag: HeaderValue,
    pub(super) body: Bytes,
}

impl Page {
    /// The body as it is: the start waits for no encoding.
    pub(super) fn new(resource: &Resource) -> Self {
        let body = &resource.body;
        let varies = pays(resource.media_type, body);
        Self {
            media_type: resource.media_type,
            keep: resource.keep,
            varies,
            identity: Variant::new(Encoding::Identity, body.clone()),
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
        }
    }

    /// Makes the gzip variant, unless it is there.
    pub(super) fn add_gzip(&self) {
        self.gzip();
    }

    /// The body as gzip, made now if it is not there yet: that takes less time than sending it
    /// plain would.
    fn gzip(&self) -> Option<&Variant> {
        let made = self.gzip.get_or_init(|| {
            let body = self.varies.then(|| gzip(&self.identity.body)).flatten()?;
            Some(Variant::new(Encoding::Gzip, body.into()))
        });
        made.as_ref()
    }

    /// Makes the Brotli variant, unless it is there.
    pub(super) fn add_brotli(&self) {
        self.brotli.get_or_init(|| {
            let body = self.varies.then(|| brotli(&self.identity.body)).flatten()?;
            Some(Variant::new(Encoding::Brotli, body.into()))
        });
    }

    /// The body in this encoding, if there is one by now.
    pub(super) fn variant(&self, encoding: Encoding) -> Option<&Variant> {
        match encoding {
            Encoding::Brotli => self.brotli.get()?.as_ref(),
            Encoding::Gzip => self.gzip(),
            Encoding::Identity => Some(&self.identity),
        }
    }

    /// The body as it is.
    pub(super) fn identity(&self) -> &Variant {
        &self.identity
    }
}

impl Variant {
    fn new(encoding: Encoding, body: Bytes) -> Self {
        Self {
            encoding,
            tag: tag(&body),
            body,
        }
    }
}

/// Half of the body's SHA-256 in hexadecimal, in quotation marks: 128 bits leave no room for two
/// bodies with one tag.
fn tag(body: &[u8]) -> HeaderValue {
    let mut tag = String::from("\"");
    for byte in &Sha256::digest(body)[..16] {
        // Writing to a string cannot fail.
        let _ = write!(tag, "{byte:02x}");
    }
    tag.push('"');
    HeaderValue::try_from(tag).unwrap_or_else(|_| HeaderValue::from_static("\"\""))
}
