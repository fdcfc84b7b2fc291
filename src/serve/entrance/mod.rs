//! How clients come in: on which sockets.

mod address;
mod host;
mod listener;
mod socket;
#[cfg(unix)]
mod socket_file;
mod systemd;

use std::future::poll_fn;
use std::io::Result;
use std::task::Poll;

use tokio::net::TcpListener;

pub use address::{ListenAddress, ListenAddressError};
pub(super) use host::{is_authority, is_host};
pub use listener::{Listener, bind};
pub(super) use socket::{Peer, Socket};
pub use systemd::{Inherited, tell_ready, tell_stopping};

/// Where clients come in.
#[derive(Debug)]
pub struct Entrance {
    listeners: Vec<Listener>,
    /// The listener that is asked first: each in turn, so that none waits for another that is busy.
    next: usize,
}

impl Entrance {
    /// Through any of these sockets.
    #[must_use]
    pub fn new(listeners: Vec<Listener>) -> Self {
        Self { listeners, next: 0 }
    }

    /// The next client.
    pub(super) async fn accept(&mut self) -> Result<(Socket, Peer)> {
        poll_fn(|context| {
            let count = self.listeners.len();
            for turn in 0..count {
                let at = (self.next + turn) % count;
                if let Poll::Ready(taken) = self.listeners[at].poll_accept(context) {
                    self.next = (at + 1) % count;
                    return Poll::Ready(taken);
                }
            }
            Poll::Pending
        })
        .await
    }

    /// Closes the entrance, and gives the clients that were waiting at it.
    pub(super) fn close(&mut self) -> Vec<(Socket, Peer)> {
        let mut waiting = Vec::new();
        for listener in self.listeners.drain(..) {
            match listener.into_waiting() {
                Ok(clients) => waiting.extend(clients),
                Err(error) => {
                    tracing::warn!(%error, "cannot take the connections that wait");
                }
            }
        }
        waiting
    }
}

impl From<Listener> for Entrance {
    fn from(listener: Listener) -> Self {
        Self::new(vec![listener])
    }
}

impl From<TcpListener> for Entrance {
    fn from(listener: TcpListener) -> Self {
        Listener::from(listener).into()
    }
}
