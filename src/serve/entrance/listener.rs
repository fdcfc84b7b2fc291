//! Sockets on which clients come in.

use std::io::Result;
use std::net::SocketAddr;
use std::task::{Context, Poll};

use tokio::net::{TcpListener, TcpSocket, TcpStream};
#[cfg(unix)]
use tokio::net::{UnixListener, UnixStream};

use super::address::ListenAddress;
use super::socket::{Peer, Socket};
#[cfg(unix)]
use super::socket_file::{SocketFile, listen_at};

/// How many connections may wait to be taken, where the system allows as many: a burst of readers is no
/// reason to let them try again a second later.
const BACKLOG: u32 = 4096;

/// A socket on which clients come in.
#[derive(Debug)]
pub struct Listener(Kind);

#[derive(Debug)]
enum Kind {
    Tcp(TcpListener),
    /// Its file is not ours where the system handed the socket over.
    #[cfg(unix)]
    Unix(UnixListener, Option<SocketFile>),
}

/// Begins to listen at an address. A socket in the file system gets this mode, or else what the umask
/// leaves.
///
/// # Errors
/// What the system says of the address; of a path also that it is taken.
pub fn bind(address: &ListenAddress, mode: Option<u32>) -> Result<Listener> {
    match address {
        ListenAddress::Tcp(address) => {
            let _ = mode;
            bind_tcp(*address).map(Listener::from)
        }
        #[cfg(unix)]
        ListenAddress::Unix(path) => {
            let (listener, file) = listen_at(path, mode, BACKLOG)?;
            Ok(Listener(Kind::Unix(listener, Some(file))))
        }
    }
}

/// Begins to listen at an address and a port.
///
/// # Errors
/// What the system says of the address.
pub fn bind_tcp(address: SocketAddr) -> Result<TcpListener> {
    let socket = if address.is_ipv4() {
        TcpSocket::new_v4()?
    } else {
        TcpSocket::new_v6()?
    };
    // A restart need not wait for the connections of the process before.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

impl From<TcpListener> for Listener {
    fn from(listener: TcpListener) -> Self {
        Self(Kind::Tcp(listener))
    }
}

#[cfg(unix)]
impl From<UnixListener> for Listener {
    fn from(listener: UnixListener) -> Self {
        Self(Kind::Unix(listener, None))
    }
}

impl Listener {
    /// Where it listens; of a socket without a name only that it is one.
    ///
    /// # Errors
    /// What the system says.
    pub fn address(&self) -> Result<ListenAddress> {
        match &self.0 {
            Kind::Tcp(listener) => Ok(listener.local_addr()?.into()),
            #[cfg(unix)]
            Kind::Unix(listener, _) => {
                let address = listener.local_addr()?;
                let path = address.as_pathname().unwrap_or("(unnamed)".as_ref());
                Ok(ListenAddress::Unix(path.to_owned()))
            }
        }
    }

    pub(in crate::serve) fn poll_accept(
        &self,
        context: &mut Context<'_>,
    ) -> Poll<Result<(Socket, Peer)>> {
        match &self.0 {
            Kind::Tcp(listener) => listener.poll_accept(context).map_ok(|(stream, address)| {
                let address = address.ip().to_canonical();
                (Socket::Tcp(stream), Peer::Address(address))
            }),
            #[cfg(unix)]
            Kind::Unix(listener, _) => listener
                .poll_accept(context)
                .map_ok(|(stream, _)| (Socket::Unix(stream), Peer::Local)),
        }
    }

    /// Takes the connections that wait to be taken, and takes no more.
    ///
    /// # Errors
    /// What the system says.
    pub(in crate::serve) fn into_waiting(self) -> Result<Vec<(Socket, Peer)>> {
        let mut waiting = Vec::new();
        match self.0 {
            Kind::Tcp(listener) => {
                let listener = listener.into_std()?;
                while let Ok((stream, address)) = listener.accept() {
                    stream.set_nonblocking(true)?;
                    let peer = Peer::Address(address.ip().to_canonical());
                    waiting.push((Socket::Tcp(TcpStream::from_std(stream)?), peer));
                }
            }
            #[cfg(unix)]
            Kind::Unix(listener, _file) => {
                let listener = listener.into_std()?;
                while let Ok((stream, _)) = listener.accept() {
                    stream.set_nonblocking(true)?;
                    waiting.push((Socket::Unix(UnixStream::from_std(stream)?), Peer::Local));
                }
            }
        }
        Ok(waiting)
    }
}
