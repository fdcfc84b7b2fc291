//! One client's connection as the system has it.

use std::io::{IoSlice, Result};
use std::net::IpAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
#[cfg(unix)]
use tokio::net::UnixStream;

/// How much of an answer the kernel takes before the client has room for it. Beyond that it would take
/// some 2.5 MB, and a client that reads nothing of a page would look like one that has read it all.
#[cfg(target_os = "linux")]
const UNSENT_BYTES: u32 = 16 * 1024;

/// The same for a socket in the file system, where the kernel counts its own overhead too.
#[cfg(target_os = "linux")]
const UNIX_BYTES: usize = 64 * 1024;

/// Who is at the other end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::serve) enum Peer {
    /// A machine.
    Address(IpAddr),
    /// A program on this machine.
    Local,
}

/// A connection over the network or within the machine.
pub(in crate::serve) enum Socket {
    Tcp(TcpStream),
    #[cfg(unix)]
    Unix(UnixStream),
}

impl Socket {
    /// Sends answers without waiting to fill a packet, and lets the kernel give up on a client that
    /// vanished with bytes still to be confirmed: the process has long forgotten that connection,
    /// while the kernel would go on resending for a quarter of an hour.
    pub(in crate::serve) fn prepare(&self, stall_time: Duration) -> Result<()> {
        match self {
            Self::Tcp(stream) => {
                stream.set_nodelay(true)?;
                #[cfg(target_os = "linux")]
                {
                    let socket = socket2::SockRef::from(stream);
                    socket.set_tcp_user_timeout(Some(stall_time))?;
                    socket.set_tcp_notsent_lowat(UNSENT_BYTES)?;
                }
            }
            #[cfg(target_os = "linux")]
            Self::Unix(stream) => {
                socket2::SockRef::from(stream).set_send_buffer_size(UNIX_BYTES)?;
            }
            #[cfg(all(unix, not(target_os = "linux")))]
            Self::Unix(_) => {}
        }
        #[cfg(not(target_os = "linux"))]
        let _ = stall_time;
        Ok(())
    }
}

impl AsyncRead for Socket {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<Result<()>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_read(context, buffer),
            #[cfg(unix)]
            Self::Unix(stream) => Pin::new(stream).poll_read(context, buffer),
        }
    }
}

impl AsyncWrite for Socket {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<Result<usize>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_write(context, bytes),
            #[cfg(unix)]
            Self::Unix(stream) => Pin::new(stream).poll_write(context, bytes),
        }
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_write_vectored(context, slices),
            #[cfg(unix)]
            Self::Unix(stream) => Pin::new(stream).poll_write_vectored(context, slices),
        }
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_flush(context),
            #[cfg(unix)]
            Self::Unix(stream) => Pin::new(stream).poll_flush(context),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_shutdown(context),
            #[cfg(unix)]
            Self::Unix(stream) => Pin::new(stream).poll_shutdown(context),
        }
    }
}
