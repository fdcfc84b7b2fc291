//! How clients come in: on which sockets, inside TLS or not, through which proxies, and who may.

mod address;
mod host;
mod listener;
mod proxies;
mod reached;
mod socket;
#[cfg(unix)]
mod socket_file;
mod systemd;

use std::future::poll_fn;
use std::io::Result;
use std::sync::Arc;
use std::task::Poll;

use tokio::net::TcpListener;

use super::auth::Guard;
use super::tls::Tls;

pub use address::{ListenAddress, ListenAddressError};
pub(super) use host::{is_authority, is_host};
pub use listener::{Listener, bind, bind_tcp};
pub use proxies::{TrustedProxy, TrustedProxyError};
pub(super) use reached::{Reached, origin};
pub(super) use socket::{Peer, Socket};
pub use systemd::{Inherited, tell_ready, tell_stopping};

/// Where clients come in.
#[derive(Debug)]
pub struct Entrance {
    listeners: Vec<Listener>,
    /// The listener that is asked first: each in turn, so that none waits for another that is busy.
    next: usize,
    rules: Rules,
}

/// What holds for all who come in.
#[derive(Debug, Clone, Default)]
pub(super) struct Rules {
    /// TLS of our own; without it clients speak in the clear.
    pub(super) tls: Option<Tls>,
    /// Who asks for a password; without it the site is open to all.
    pub(super) guard: Option<Arc<Guard>>,
    proxies: Vec<TrustedProxy>,
}

impl Rules {
    /// How somebody has come in.
    pub(super) fn reached(&self, peer: Peer) -> Reached {
        Reached {
            is_over_tls: self.tls.is_some(),
            is_by_proxy: self.proxies.iter().any(|proxy| proxy.includes(peer)),
        }
    }
}

impl Entrance {
    /// Through any of these sockets.
    #[must_use]
    pub fn new(listeners: Vec<Listener>) -> Self {
        Self {
            listeners,
            next: 0,
            rules: Rules::default(),
        }
    }

    /// The same inside TLS.
    #[must_use]
    pub fn inside(mut self, tls: impl Into<Option<Tls>>) -> Self {
        self.rules.tls = tls.into();
        self
    }

    /// The same with somebody at it who asks for a password.
    #[must_use]
    pub fn guarded(mut self, guard: impl Into<Option<Arc<Guard>>>) -> Self {
        self.rules.guard = guard.into();
        self
    }

    /// The same, believing these proxies what they say of a request.
    #[must_use]
    pub fn trusting(mut self, proxies: Vec<TrustedProxy>) -> Self {
        self.rules.proxies = proxies;
        self
    }

    /// An address at which passwords come in that everybody on the way can read.
    ///
    /// # Errors
    /// What the system says of the addresses.
    pub fn exposed(&self) -> Result<Option<ListenAddress>> {
        let rules = &self.rules;
        if rules.guard.is_none() || rules.tls.is_some() || !rules.proxies.is_empty() {
            return Ok(None);
        }
        for listener in &self.listeners {
            let address = listener.address()?;
            if address.is_public() {
                return Ok(Some(address));
            }
        }
        Ok(None)
    }

    /// Where it is found: all sockets, and whether clients have to speak TLS there.
    pub fn listeners(&self) -> impl Iterator<Item = &Listener> {
        self.listeners.iter()
    }

    pub(super) fn rules(&self) -> Rules {
        self.rules.clone()
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
