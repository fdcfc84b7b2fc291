//! What is known of a connection outside of its stream.

use std::sync::atomic::{AtomicBool, AtomicU16, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use tokio::sync::Notify;

/// The pulse of one connection: it beats when the client makes progress.
pub(in crate::serve) struct Pulse {
    begun: Instant,
    /// Microseconds from the beginning to the last progress.
    last_beat: AtomicU64,
    /// Whether the client has still to ask: it is new, or amid the headers of a request.
    owes_head: AtomicBool,
    head_came: Notify,
    /// The status of the request that is refused next; 0 for none.
    refused: AtomicU16,
}

impl Pulse {
    /// That of a connection which has just been taken.
    pub(in crate::serve) fn new() -> Self {
        Self {
            begun: Instant::now(),
            last_beat: AtomicU64::new(0),
            owes_head: AtomicBool::new(true),
            head_came: Notify::new(),
            refused: AtomicU16::new(0),
        }
    }

    /// The client has taken something of an answer.
    pub(in crate::serve) fn beat(&self) {
        let elapsed = u64::try_from(self.begun.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.last_beat.store(elapsed, Ordering::Relaxed);
    }

    /// The client has begun to send headers.
    pub(in crate::serve) fn head_begins(&self) {
        self.owes_head.store(true, Ordering::Relaxed);
    }

    /// Headers are complete, which is progress as well.
    pub(in crate::serve) fn head_ends(&self) {
        self.beat();
        self.owes_head.store(false, Ordering::Relaxed);
        self.head_came.notify_one();
    }

    /// How long ago the last progress was.
    pub(in crate::serve) fn quiet(&self) -> Duration {
        let last_beat = Duration::from_micros(self.last_beat.load(Ordering::Relaxed));
        self.begun.elapsed().saturating_sub(last_beat)
    }

    /// Resolves at once, unless the client has still to ask: then when it has asked.
    pub(in crate::serve) async fn asked(&self) {
        while self.owes_head.load(Ordering::Relaxed) {
            self.head_came.notified().await;
        }
    }

    /// Has the next request answered with an error.
    pub(in crate::serve) fn refuse(&self, status: StatusCode) {
        self.refused.store(status.as_u16(), Ordering::Relaxed);
    }

    /// The error with which this request is to be answered, if any.
    pub(in crate::serve) fn refused(&self) -> Option<StatusCode> {
        StatusCode::from_u16(self.refused.load(Ordering::Relaxed)).ok()
    }
}
