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
mod log;
mod page_cache;
mod path;
mod programs;
mod router;
mod tls;
mod variants;

use std::future::pending;
use std::num::NonZeroU32;
use std::sync::Arc;

use tokio::select;

pub use self::auth::{Guard, PasswordsError};
pub use self::connection::{Limits, stop_signal};
pub use self::entrance::{
    Entrance, Inherited, ListenAddress, ListenAddressError, Listener, TrustedProxy,
    TrustedProxyError, bind, tell_ready, tell_stopping,
};
pub use self::files::ReadError;
pub use self::log::{Log, LogFormat, log};
#[cfg(fuzzing)]
pub use self::path::normalize_path;
pub use self::tls::{Tls, TlsError};

use self::app::App;
use self::connection::{Service, listen};
use self::front::Front;
use crate::site::Site;

/// How the server treats its machine and its clients.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// How much one client may take.
    pub limits: Limits,
    /// How many bytes of memory the rendered pages may take. 256 MiB.
    pub cache_bytes: u64,
    /// Of how many requests the log tells one. 1.
    pub log_one_in: NonZeroU32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            limits: Limits::default(),
            cache_bytes: 256 << 20,
            log_one_in: NonZeroU32::MIN,
        }
    }
}

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
    let app = Arc::new(App::new(site, &options));
    let entrance = entrance.into();
    let rules = entrance.rules();
    let tls = rules.tls.clone();
    let service = Service {
        front: Front::new(app),
        rules,
        limits: options.limits,
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
