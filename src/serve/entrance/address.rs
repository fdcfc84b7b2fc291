//! Where a server listens.

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;

use thiserror::Error;

/// What stands before the path of a socket.
const UNIX: &str = "unix:";

/// An address and a port, or a socket in the file system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListenAddress {
    /// `127.0.0.1:8080`.
    Tcp(SocketAddr),
    /// `unix:/run/lectern.sock`.
    #[cfg(unix)]
    Unix(PathBuf),
}

/// What is neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "not an address and a port, such as 127.0.0.1:8080 or [::1]:8080, nor a socket, such as \
     unix:/run/lectern.sock"
)]
pub struct ListenAddressError;

impl ListenAddress {
    /// Whether other machines may reach it.
    #[must_use]
    pub fn is_public(&self) -> bool {
        match self {
            Self::Tcp(address) => !address.ip().to_canonical().is_loopback(),
            #[cfg(unix)]
            Self::Unix(_) => false,
        }
    }
}

impl FromStr for ListenAddress {
    type Err = ListenAddressError;

    fn from_str(text: &str) -> Result<Self, ListenAddressError> {
        match text.strip_prefix(UNIX) {
            #[cfg(unix)]
            Some(path) if !path.is_empty() => Ok(Self::Unix(path.into())),
            Some(_) => Err(ListenAddressError),
            None => text.parse().map(Self::Tcp).map_err(|_| ListenAddressError),
        }
    }
}

impl fmt::Display for ListenAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tcp(address) => address.fmt(f),
            #[cfg(unix)]
            Self::Unix(path) => write!(f, "{UNIX}{}", path.display()),
        }
    }
}

impl From<SocketAddr> for ListenAddress {
    fn from(address: SocketAddr) -> Self {
        Self::Tcp(address)
    }
}
