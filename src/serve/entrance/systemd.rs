//! What systemd does for a service: it opens its sockets, and is told how it is.

use std::io::Result;

#[cfg(unix)]
use listenfd::ListenFd;
#[cfg(unix)]
use sd_notify::NotifyState;

use super::listener::Listener;

/// Sockets that systemd has opened for this process (`LISTEN_FDS`).
#[derive(Default)]
pub struct Inherited {
    #[cfg(unix)]
    tcp: Vec<std::net::TcpListener>,
    #[cfg(unix)]
    unix: Vec<std::os::unix::net::UnixListener>,
}

impl Inherited {
    /// Those that there are. It takes them out of the environment, so it has to be called before there are
    /// other threads.
    ///
    /// # Errors
    /// If one of them is of another kind.
    #[cfg(unix)]
    pub fn take() -> Result<Self> {
        let mut given = ListenFd::from_env();
        let mut taken = Self::default();
        for at in 0..given.len() {
            // What is no socket of one kind is left in its place, and tried as the other.
            if let Ok(Some(listener)) = given.take_unix_listener(at) {
                taken.unix.push(listener);
            } else if let Some(listener) = given.take_tcp_listener(at)? {
                taken.tcp.push(listener);
            }
        }
        Ok(taken)
    }

    /// None: there is no systemd.
    ///
    /// # Errors
    /// Never.
    #[cfg(not(unix))]
    pub fn take() -> Result<Self> {
        Ok(Self::default())
    }

    /// The same for use. Must be called within a runtime.
    ///
    /// # Errors
    /// What the system says.
    #[cfg(unix)]
    pub fn listeners(self) -> Result<Vec<Listener>> {
        let mut listeners = Vec::new();
        for listener in self.tcp {
            listener.set_nonblocking(true)?;
            listeners.push(tokio::net::TcpListener::from_std(listener)?.into());
        }
        for listener in self.unix {
            listener.set_nonblocking(true)?;
            listeners.push(tokio::net::UnixListener::from_std(listener)?.into());
        }
        Ok(listeners)
    }

    /// None.
    ///
    /// # Errors
    /// Never.
    #[cfg(not(unix))]
    pub fn listeners(self) -> Result<Vec<Listener>> {
        Ok(Vec::new())
    }
}

/// Tells systemd, where it waits to be told, that clients are answered.
pub fn tell_ready() {
    #[cfg(unix)]
    tell(NotifyState::Ready);
}

/// Tells systemd that the service is about to end.
pub fn tell_stopping() {
    #[cfg(unix)]
    tell(NotifyState::Stopping);
}

#[cfg(unix)]
fn tell(state: NotifyState<'_>) {
    if let Err(error) = sd_notify::notify(&[state]) {
        tracing::warn!(%error, "cannot tell systemd");
    }
}
