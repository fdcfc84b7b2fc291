//! What the server counts, for whoever watches over it. To count is an addition in memory that waits for nobody, and
//! to be asked costs those who count nothing.

pub(super) mod counter;
mod kind;
mod latency;
mod listen;
mod text;

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::http::StatusCode;

use self::counter::Counter;
pub(super) use self::kind::Kind;
use self::latency::Latency;
pub(super) use self::listen::listen;
use self::text::Text;

/// Statuses have three digits, from 100 to 599.
const FIRST_STATUS: usize = 100;
const STATUSES: usize = 500;

/// What has been counted since the server started.
pub(super) struct Metrics {
    started: SystemTime,
    /// By kind and then by status.
    requests: Vec<Counter>,
    /// By kind.
    latencies: [Latency; Kind::ALL.len()],
    /// Searches for something.
    pub(super) searches: Counter,
    /// Pages that were ready, and those that were not.
    pub(super) page_hits: Counter,
    pub(super) page_misses: Counter,
    /// Connections that were taken, and those of them that have ended.
    taken: Counter,
    ended: Counter,
    /// Contents that were read anew, and those that had errors.
    pub(super) reloads: Counter,
    pub(super) failed_reloads: Counter,
}

/// How it stands with what comes and goes.
pub(super) struct Now {
    /// When the content was read that is served.
    pub(super) loaded: SystemTime,
    /// Whether what was read last is served.
    pub(super) is_healthy: bool,
    /// How many pages are kept, and how many bytes they take and may take.
    pub(super) pages: usize,
    pub(super) page_bytes: u64,
    pub(super) most_page_bytes: u64,
    /// The lanes by name.
    pub(super) lanes: [(&'static str, LaneNow); 2],
}

/// How much work there is in a lane, and how much was refused.
pub(super) struct LaneNow {
    pub(super) running: usize,
    pub(super) waiting: usize,
    pub(super) refused: u64,
}

/// Counts a connection as open until it is dropped.
pub(super) struct OpenConnection(Arc<Metrics>);

impl Drop for OpenConnection {
    fn drop(&mut self) {
        self.0.ended.count();
    }
}

impl Metrics {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self {
            started: SystemTime::now(),
            requests: (0..Kind::ALL.len() * STATUSES)
                .map(|_| Counter::default())
                .collect(),
            latencies: <[Latency; Kind::ALL.len()]>::default(),
            searches: Counter::default(),
            page_hits: Counter::default(),
            page_misses: Counter::default(),
            taken: Counter::default(),
            ended: Counter::default(),
            reloads: Counter::default(),
            failed_reloads: Counter::default(),
        }
    }

    /// A request was answered.
    pub(super) fn answered(&self, kind: Kind, status: StatusCode, time: Duration) {
        let status = usize::from(status.as_u16()).saturating_sub(FIRST_STATUS);
        let place = kind as usize * STATUSES + status.min(STATUSES - 1);
        self.requests[place].count();
        self.latencies[kind as usize].observe(time);
    }

    /// A connection was taken, which ends with what is returned.
    pub(super) fn connection(self: &Arc<Self>) -> OpenConnection {
        self.taken.count();
        OpenConnection(Arc::clone(self))
    }

    /// All of it as Prometheus reads it.
    pub(super) fn told(&self, now: &Now) -> String {
        let mut text = Text::default();
        self.tell_build(&mut text);
        self.tell_requests(&mut text);
        self.tell_cache(&mut text, now);
        tell_lanes(&mut text, now);
        self.tell_reloads(&mut text, now);
        text.into_string()
    }

    fn tell_build(&self, text: &mut Text) {
        let name = "lectern_build_info";
        text.family(name, "gauge", "The version of Lectern.");
        let version = env!("CARGO_PKG_VERSION");
        text.sample(name, &[("version", version)], 1);
        text.only(
            "process_start_time_seconds",
            "gauge",
            "When the server started, in seconds since 1970.",
            seconds(self.started),
        );
    }

    fn tell_requests(&self, text: &mut Text) {
        let name = "lectern_requests_total";
        text.family(name, "counter", "Requests that were answered.");
        for kind in Kind::ALL {
            let first = kind as usize * STATUSES;
            let counts = self.requests[first..first + STATUSES].iter();
            for (status, count) in (FIRST_STATUS..).zip(counts.map(Counter::value)) {
                if count > 0 {
                    let status = status.to_string();
                    text.sample(name, &[("route", kind.name()), ("status", &status)], count);
                }
            }
        }
        let name = "lectern_request_duration_seconds";
        text.family(name, "histogram", "How long it took to make an answer.");
        for kind in Kind::ALL {
            self.latencies[kind as usize].write(text, name, ("route", kind.name()));
        }
        text.only(
            "lectern_searches_total",
            "counter",
            "Searches for something.",
            self.searches.value(),
        );
        // Those that have ended are counted first, so that there are never fewer open than none.
        let ended = self.ended.value();
        let taken = self.taken.value();
        text.only(
            "lectern_connections_total",
            "counter",
            "Connections that were taken.",
            taken,
        );
        text.only(
            "lectern_connections_open",
            "gauge",
            "Connections that are open.",
            taken.saturating_sub(ended),
        );
    }

    fn tell_cache(&self, text: &mut Text, now: &Now) {
        text.only(
            "lectern_page_cache_hits_total",
            "counter",
            "Pages that were ready when they were asked for.",
            self.page_hits.value(),
        );
        text.only(
            "lectern_page_cache_misses_total",
            "counter",
            "Pages that had to be made when they were asked for.",
            self.page_misses.value(),
        );
        text.only(
            "lectern_page_cache_entries",
            "gauge",
            "Pages that are kept.",
            now.pages,
        );
        text.only(
            "lectern_page_cache_bytes",
            "gauge",
            "Memory that they take.",
            now.page_bytes,
        );
        text.only(
            "lectern_page_cache_limit_bytes",
            "gauge",
            "Memory that they may take.",
            now.most_page_bytes,
        );
    }

    fn tell_reloads(&self, text: &mut Text, now: &Now) {
        let name = "lectern_reloads_total";
        text.family(name, "counter", "Times that the content was read anew.");
        for (outcome, count) in [("good", &self.reloads), ("failed", &self.failed_reloads)] {
            text.sample(name, &[("outcome", outcome)], count.value());
        }
        text.only(
            "lectern_last_reload_successful",
            "gauge",
            "Whether the content that was read last is served.",
            u8::from(now.is_healthy),
        );
        text.only(
            "lectern_last_reload_success_timestamp_seconds",
            "gauge",
            "When the content was read that is served, in seconds since 1970.",
            seconds(now.loaded),
        );
    }
}

fn tell_lanes(text: &mut Text, now: &Now) {
    let name = "lectern_lane_running";
    text.family(name, "gauge", "Answers that are being computed.");
    for (lane, now) in &now.lanes {
        text.sample(name, &[("lane", lane)], now.running);
    }
    let name = "lectern_lane_waiting";
    text.family(name, "gauge", "Answers that wait to be computed.");
    for (lane, now) in &now.lanes {
        text.sample(name, &[("lane", lane)], now.waiting);
    }
    let name = "lectern_lane_refused_total";
    text.family(
        name,
        "counter",
        "Answers that were refused, as too many waited.",
    );
    for (lane, now) in &now.lanes {
        text.sample(name, &[("lane", lane)], now.refused);
    }
}

/// Whole seconds since 1970.
fn seconds(time: SystemTime) -> u64 {
    let since = time.duration_since(UNIX_EPOCH);
    since.unwrap_or_default().as_secs()
}
