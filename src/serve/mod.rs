//! The site over HTTP.
//!
//! A request passes through few hands: [`run`] takes its connection and holds the client to its
//! limits (`entrance`, `connection`). Most are for a page that is ready, by its very path: it is found in the cache,
//! and what is left to do is to choose the encoding and to see whether the client has it (`front`, `headers`).
//! Any other path is followed to a route (`asked`, `router`), whose page is rendered and encoded when it is first
//! asked for (`page_cache`, `variants`). All of it is for the site that is there at present (`live`).
//!
//! axum's own `serve` is not used: it has no time limits, so that one silent client stays for
//! ever, and holds up the stop.

mod answer;
mod app;
mod asked;
mod auth;
mod background;
mod connection;
mod entrance;
mod files;
mod front;
#[cfg(fuzzing)]
pub mod fuzzing;
mod headers;
mod lane;
mod live;
mod log;
mod metrics;
mod options;
mod page_cache;
mod path;
mod programs;
mod refused;
mod router;
mod tls;
mod variants;

use std::future::pending;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::select;

pub use self::auth::{Guard, PasswordsError};
pub use self::connection::{Hangups, stop_signal};
pub use self::entrance::{
    Entrance, Inherited, ListenAddress, ListenAddressError, Listener, TrustedProxy,
    TrustedProxyError, bind, bind_tcp, tell_ready, tell_stopping,
};
pub use self::files::ReadError;
pub use self::live::Live;
pub use self::log::{Log, LogFormat, RequestLog, log};
pub use self::options::{Limits, Options};
#[cfg(fuzzing)]
pub use self::path::normalize_path;
pub use self::tls::{Tls, TlsError};

use self::connection::{Service, listen};
use crate::site::Site;

/// Serves the site to who comes in by `entrance` until `stop` resolves; then lets requests under way finish, up
/// to the deadline.
///
/// Clients that are still there at the deadline are cut, which is no error.
pub async fn run(
    site: Arc<Site>,
    entrance: impl Into<Entrance>,
    options: Options,
    stop: impl Future<Output = ()>,
) {
    let live = Arc::new(Live::new(site, &options, RequestLog::default()));
    run_live(live, entrance, options.limits, stop).await;
}

/// The same for a site that may be replaced while it is served.
pub async fn run_live(
    live: Arc<Live>,
    entrance: impl Into<Entrance>,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    let stop = async {
        stop.await;
        live.end();
    };
    let entrance = entrance.into();
    let rules = entrance.rules();
    let tls = rules.tls.clone();
    let service = Service {
        live: Arc::clone(&live),
        rules,
        limits,
    };
    let renewal = async {
        match &tls {
            Some(tls) => tls.follow_files().await,
            None => pending().await,
        }
    };
    select! {
        () = listen(entrance, service, stop) => {}
        () = renewal => {}
    }
}

/// Tells on `listener` what has been counted of a site that is served, as Prometheus reads it, for as long as this is
/// polled.
pub async fn tell_metrics(live: Arc<Live>, listener: TcpListener) {
    metrics::listen(listener, move || live.told_metrics()).await;
}
