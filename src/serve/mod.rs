//! The site over HTTP.
//!
//! A request passes through few hands: [`run`] takes its connection (`listen`), holds the client
//! to its limits (`connection`, `pace`), and follows the path (`routes`, `store`) to a page that
//! was made ready at the start (`page`, `encoding`). What is left to do for each request is to
//! choose the encoding (`negotiation`) and see whether the client has it (`conditional`).
//!
//! axum's own `serve` is not used: it has no time limits, so that one silent client stays for
//! ever, and holds up the stop.

mod address;
mod answer;
mod conditional;
mod connection;
mod countdown;
mod encoding;
mod headers;
mod limits;
mod listen;
mod log;
mod negotiation;
mod pace;
mod page;
mod routes;
mod signal;
mod store;

use std::sync::Arc;

use tokio::net::TcpListener;

pub use self::limits::Limits;
pub use self::log::{LogFormat, log};
pub use self::signal::stop_signal;

use self::listen::listen;
use self::routes::routes;
use self::store::Store;
use crate::site::Site;

/// Serves the site on `listener` until `stop` resolves; then lets requests under way finish, up
/// to the deadline.
///
/// Clients that are still there at the deadline are cut, which is no error.
pub async fn run(
    site: Arc<Site>,
    listener: TcpListener,
    limits: Limits,
    stop: impl Future<Output = ()>,
) -> std::io::Result<()> {
    // This blocks for some dozens of milliseconds, and there is nobody to wait for it: clients
    // queue in the kernel until the pages are ready.
    let store = Arc::new(Store::new(site));
    store.encode_in_background();
    listen(listener, routes(&store), limits, stop).await;
    Ok(())
}
