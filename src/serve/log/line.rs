//! The line for a request.

use std::borrow::Cow;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use axum::http::{Method, Uri};
use axum::response::Response;
use hyper::body::Body;
use percent_encoding::{CONTROLS, utf8_percent_encode};
use tracing::Level;

/// Of how many requests the log tells.
#[derive(Debug)]
pub(in crate::serve) struct Sample {
    every: NonZeroU32,
    count: AtomicU32,
}

impl Sample {
    /// Of one in so many.
    pub(in crate::serve) fn one_in(every: NonZeroU32) -> Self {
        Self {
            every,
            count: AtomicU32::new(0),
        }
    }

    /// Whether the next one is told of.
    fn next(&self) -> bool {
        self.every.get() == 1 || self.count.fetch_add(1, Ordering::Relaxed) % self.every == 0
    }
}

/// The line for a request. `bytes` is the length of the body to be sent, `micros` the time it took to make; neither
/// tells how fast the client takes it.
pub(in crate::serve) struct Line {
    begun: Instant,
    method: Method,
    uri: Uri,
    is_refused: bool,
}

impl Line {
    /// That of a request which has just come, and perhaps broke the protocol.
    pub(in crate::serve) fn new(method: &Method, uri: &Uri, is_refused: bool) -> Self {
        Self {
            begun: Instant::now(),
            method: method.clone(),
            uri: uri.clone(),
            is_refused,
        }
    }

    /// How long ago the request came.
    pub(in crate::serve) fn time(&self) -> Duration {
        self.begun.elapsed()
    }

    /// Writes it, if the sample has it or the server failed.
    pub(in crate::serve) fn write(self, response: &Response, sample: &Sample) {
        let is_told = sample.next() || response.status().is_server_error();
        if !(is_told && tracing::enabled!(Level::INFO)) {
            return;
        }
        let bytes = if self.method == Method::HEAD {
            0
        } else {
            response.body().size_hint().lower()
        };
        // The query is left out: it is what a reader searches for, which is nobody's business. What came as raw
        // bytes is escaped as in any address, since JSON would let some control characters pass.
        let path = utf8_percent_encode(self.uri.path(), CONTROLS);
        let path: Cow<'_, str> = path.into();
        // Of a request that broke the protocol nothing is known.
        let (method, path) = if self.is_refused {
            ("-", "-")
        } else {
            (self.method.as_str(), &*path)
        };
        tracing::info!(
            %method,
            path,
            status = response.status().as_u16(),
            bytes,
            micros = u64::try_from(self.time().as_micros()).unwrap_or(u64::MAX),
            "request"
        );
    }
}
