//! A stream that holds its client to a pace.
//!
//! hyper has one timer, and it runs from the moment it waits for a request: it cannot tell a
//! client that is idle from one that sends its headers a byte a minute. Nor does it limit
//! writing: a client that asks and never reads would keep its connection, and the answer, for
//! ever. Linux cuts that one too, by `TCP_USER_TIMEOUT`; other systems have no such thing, and
//! older kernels do not count while the client's own kernel confirms that its window is shut.
//! So the stream itself counts.

use std::io::{IoSlice, Result};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

use super::countdown::Countdown;
use super::limits::Limits;

/// A TCP stream whose reads and writes fail when the client is too slow.
pub(in crate::serve) struct TimeoutStream {
    stream: TcpStream,
    headers_came: HeadersCame,
    header: Countdown,
    stall: Countdown,
}

/// How the stream learns that a request's headers are complete, which only the parser knows.
#[derive(Clone, Default)]
pub(in crate::serve) struct HeadersCame(Arc<AtomicBool>);

impl HeadersCame {
    /// To be called with each request.
    pub(in crate::serve) fn tell(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn take(&self) -> bool {
        self.0.swap(false, Ordering::Relaxed)
    }
}

impl TimeoutStream {
    /// Counts from now, so that a client that connects and says nothing is cut as well.
    pub(in crate::serve) fn new(stream: TcpStream, limits: &Limits) -> Self {
        let mut header = Countdown::new(limits.header_time);
        header.start();
        Self {
            stream,
            headers_came: HeadersCame::default(),
            header,
            stall: Countdown::new(limits.stall_time),
        }
    }

    /// The handle by which the requests of this stream are reported.
    pub(in crate::serve) fn headers_came(&self) -> HeadersCame {
        self.headers_came.clone()
    }

    /// Limits the pause between two bytes taken, as nginx does, and not the whole answer:
    /// a large file over a poor line is slow but honest.
    fn unless_stalled(
        &mut self,
        context: &mut Context<'_>,
        written: Poll<Result<usize>>,
    ) -> Poll<Result<usize>> {
        if written.is_pending() {
            self.stall.start();
            self.stall.poll(context)
        } else {
            self.stall.stop();
            written
        }
    }
}

impl AsyncRead for TimeoutStream {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<Result<()>> {
        let this = self.get_mut();
        if this.headers_came.take() {
            this.header.stop();
        }
        let before = buffer.filled().len();
        let read = Pin::new(&mut this.stream).poll_read(context, buffer);
        if read.is_pending() {
            return this.header.poll(context);
        }
        if buffer.filled().len() > before {
            this.header.start();
        }
        read
    }
}

impl AsyncWrite for TimeoutStream {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write(context, bytes);
        this.unless_stalled(context, written)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write_vectored(context, slices);
        this.unless_stalled(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;
    use std::io::ErrorKind;
    use std::pin::Pin;
    use std::time::Duration;

    use tokio::io::AsyncWrite;
    use tokio::net::{TcpListener, TcpStream};

    use super::{Limits, TimeoutStream};

    /// Without `TCP_USER_TIMEOUT`, so that it is not the kernel that cuts.
    #[tokio::test]
    async fn writing_to_a_client_that_never_reads_fails() -> std::io::Result<()> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let client = TcpStream::connect(listener.local_addr()?).await?;
        let limits = Limits {
            stall_time: Duration::from_millis(50),
            ..Limits::default()
        };
        let mut stream = TimeoutStream::new(listener.accept().await?.0, &limits);
        let failure = loop {
            let bytes = [0; 8 * 1024];
            if let Err(error) = poll_fn(|cx| Pin::new(&mut stream).poll_write(cx, &bytes)).await {
                break error;
            }
        };
        assert_eq!(failure.kind(), ErrorKind::TimedOut);
        drop(client);
        Ok(())
    }
}
