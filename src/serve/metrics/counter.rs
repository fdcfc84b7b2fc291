//! Counting without holding anybody up.

use std::sync::atomic::{AtomicU64, Ordering};

/// A number that only grows.
#[derive(Debug, Default)]
pub(in crate::serve) struct Counter(AtomicU64);

impl Counter {
    /// One more.
    pub(in crate::serve) fn count(&self) {
        self.add(1);
    }

    /// So many more.
    pub(super) fn add(&self, more: u64) {
        // Nobody learns from a count what was done elsewhere, so the order does not matter.
        self.0.fetch_add(more, Ordering::Relaxed);
    }

    /// How many there were.
    pub(in crate::serve) fn value(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}
