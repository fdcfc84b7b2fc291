//! What stays when the content is replaced.

use std::sync::Arc;
use std::thread::available_parallelism;

use tokio::sync::watch;

use super::health::Health;
use crate::serve::lane::Lane;
use crate::serve::log::RequestLog;
use crate::serve::metrics::Metrics;

/// How many requests may wait for an answer to be computed: half a second's worth of costly ones.
const MOST_WAITING: usize = 32;

/// How many pages may wait to be rendered: a second's worth.
const MOST_PAGES_WAITING: usize = 500;

/// What stays when the content is replaced: it is of the server, not of the site.
pub(in crate::serve) struct Lasting {
    pub(in crate::serve) health: Health,
    pub(in crate::serve) metrics: Arc<Metrics>,
    pub(in crate::serve) request_log: RequestLog,
    /// Where answers are computed that depend on what a client typed, and pages of which there are so many that a
    /// few clients could ask for new ones for ever. It leaves at least half of the machine to those that
    /// are ready.
    pub(in crate::serve) computed: Lane,
    /// Where all other pages are made: each of them once, if they fit the budget.
    pub(in crate::serve) rendered: Lane,
    /// The version that browsers hold their page against; `None` when there is no next.
    version: watch::Sender<Option<u64>>,
}

impl Lasting {
    pub(in crate::serve) fn new(version: Option<u64>, request_log: RequestLog) -> Self {
        let cores = available_parallelism().map_or(1, usize::from);
        Self {
            health: Health::default(),
            metrics: Arc::new(Metrics::new()),
            request_log,
            computed: Lane::new(cores.div_ceil(2), MOST_WAITING),
            rendered: Lane::new(cores, MOST_PAGES_WAITING),
            version: watch::Sender::new(version),
        }
    }

    /// Tells all who await another version of the content.
    pub(super) fn tell_version(&self, version: Option<u64>) {
        self.version.send_replace(version);
    }

    /// The version, and what comes after it.
    pub(in crate::serve) fn versions(&self) -> watch::Receiver<Option<u64>> {
        self.version.subscribe()
    }
}

#[cfg(test)]
impl Default for Lasting {
    fn default() -> Self {
        Self::new(None, RequestLog::default())
    }
}
