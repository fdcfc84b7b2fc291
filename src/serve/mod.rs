//! The site over HTTP.
//!
//! A request passes through few hands: [`run`] takes its connection and holds the client to its
//! limits (`connection`), follows the path to a route (`asked`, `router`), and takes what the route has from
//! the cache, where it is rendered and encoded when it is first asked for (`page_cache`, `variants`,
//! `encoding`). What is left to do for each request is to choose the encoding (`negotiation`) and see
//! whether the client has it (`conditional`).
//!
//! axum's own `serve` is not used: it has no time limits, so that one silent client stays for
//! ever, and holds up the stop.

mod answer;
mod app;
mod asked;
mod background;
mod conditional;
mod connection;
mod headers;
mod lane;
mod live;
mod log;
mod metrics;
mod negotiation;
mod page_cache;
mod path;
mod programs;
mod router;
mod variants;

use std::sync::Arc;

use tokio::net::TcpListener;

pub use self::connection::{Hangups, Limits, bind, stop_signal};
pub use self::live::Live;
pub use self::log::{Log, LogFormat, log};

use self::connection::listen;
use crate::site::Site;

/// How the server treats its machine and its clients.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// How much one client may take.
    pub limits: Limits,
    /// How many bytes of memory the rendered pages may take. 256 MiB.
    pub cache_bytes: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            limits: Limits::default(),
            cache_bytes: 256 << 20,
        }
    }
}

/// Serves the site on `listener` until `stop` resolves; then lets requests under way finish, up
/// to the deadline.
///
/// Clients that are still there at the deadline are cut, which is no error.
pub async fn run(
    site: Arc<Site>,
    listener: TcpListener,
    options: Options,
    stop: impl Future<Output = ()>,
) {
    let live = Arc::new(Live::new(site, options.cache_bytes));
    run_live(live, listener, options.limits, stop).await;
}

/// The same for a site that may be replaced while it is served.
pub async fn run_live(
    live: Arc<Live>,
    listener: TcpListener,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    let stop = async {
        stop.await;
        live.end();
    };
    listen(listener, live.router(), limits, live.metrics(), stop).await;
}

/// Tells on `listener` what has been counted of a site that is served, as Prometheus reads it, for as long as this is
/// polled.
pub async fn tell_metrics(live: Arc<Live>, listener: TcpListener) {
    metrics::listen(listener, move || live.told_metrics()).await;
}
