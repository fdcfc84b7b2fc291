//! A stream that holds its client to a pace.
//!
//! hyper has one timer, and it runs from the moment it waits for a request: it cannot tell a
//! client that is idle from one that sends its headers a byte a minute. Nor does it limit
//! writing: a client that asks and never reads would keep its connection, and the answer, for
//! ever. So the stream itself counts, here what is read and in `paced` what is written.

use std::io::{Error, ErrorKind, IoSlice, Result};
use std::mem::MaybeUninit;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::countdown::Countdown;
use super::heads::{Heads, Next};
use super::paced::Paced;
use super::pulse::Pulse;
use crate::serve::options::Limits;

/// Bytes read at a time: most requests are shorter.
const PIECE: usize = 4096;

/// Room for them, which is not zeroed: that would cost as much as reading a request.
const UNWRITTEN: [MaybeUninit<u8>; PIECE] = [const { MaybeUninit::uninit() }; PIECE];

/// How long and how much is read after the last answer from a client that sent what nobody wanted. If it
/// were not read, the system would reset the connection, and the answer would be lost.
const LINGER_TIME: Duration = Duration::from_secs(1);
const LINGER_BYTES: usize = 1 << 20;

/// A stream whose reads and writes fail when the client is too slow, and that gives on what is
/// a sound request only.
pub(in crate::serve) struct TimeoutStream<S> {
    stream: Paced<S>,
    pulse: Arc<Pulse>,
    heads: Heads,
    header: Countdown,
    idle: Countdown,
    linger: Countdown,
    lingered: usize,
    is_shut: bool,
}

impl<S: AsyncRead + AsyncWrite + Unpin> TimeoutStream<S> {
    /// Counts from now, so that a client that connects and says nothing is cut as well.
    pub(in crate::serve) fn new(stream: S, pulse: Arc<Pulse>, limits: &Limits) -> Self {
        let mut header = Countdown::new(limits.header_time);
        header.start();
        Self {
            stream: Paced::new(stream, Arc::clone(&pulse), limits.stall_time),
            pulse,
            heads: Heads::new(limits.header_bytes),
            header,
            idle: Countdown::new(limits.idle_time),
            linger: Countdown::new(LINGER_TIME),
            lingered: 0,
            is_shut: false,
        }
    }

    /// Gives on what may be, else says that there is nothing.
    fn give_on(&mut self, buffer: &mut ReadBuf<'_>) -> bool {
        match self.heads.next() {
            Next::Head => self.end_head(),
            Next::Refused(status) => {
                self.pulse.refuse(status);
                self.end_head();
            }
            Next::Partial => {
                self.idle.stop();
                self.header.start();
                self.pulse.head_begins();
                return false;
            }
            Next::Nothing => return false,
            Next::More => {}
        }
        self.heads.give(buffer);
        true
    }

    fn end_head(&mut self) {
        self.idle.stop();
        self.header.stop();
        self.pulse.head_ends();
    }

    /// Waits for the client no longer than it may take. A client that is idle for too long is at the end
    /// of what it sends; one that is amid its headers is cut.
    fn wait_for_more(&mut self, context: &mut Context<'_>) -> Poll<Result<()>> {
        if self.header.is_running() {
            ready!(self.header.poll(context));
            return Poll::Ready(Err(Error::new(
                ErrorKind::TimedOut,
                "no whole request came in time",
            )));
        }
        self.idle.start();
        ready!(self.idle.poll(context));
        Poll::Ready(Ok(()))
    }

    /// Reads what nobody wants, for a while, until the client has closed its side.
    fn poll_linger(&mut self, context: &mut Context<'_>) -> Poll<()> {
        self.linger.start();
        let mut space = UNWRITTEN;
        while self.lingered < LINGER_BYTES {
            let mut unwanted = ReadBuf::uninit(&mut space);
            match Pin::new(&mut self.stream).poll_read(context, &mut unwanted) {
                Poll::Ready(Ok(())) if !unwanted.filled().is_empty() => {
                    self.lingered += unwanted.filled().len();
                }
                Poll::Ready(_) => break,
                Poll::Pending => return self.linger.poll(context),
            }
        }
        Poll::Ready(())
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for TimeoutStream<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<Result<()>> {
        let this = self.get_mut();
        let mut space = UNWRITTEN;
        loop {
            if this.give_on(buffer) {
                return Poll::Ready(Ok(()));
            }
            if this.heads.is_over() {
                return Poll::Pending;
            }
            let mut read = ReadBuf::uninit(&mut space);
            match Pin::new(&mut this.stream).poll_read(context, &mut read) {
                Poll::Ready(Ok(())) if !read.filled().is_empty() => this.heads.push(read.filled()),
                Poll::Ready(ended) => return Poll::Ready(ended),
                Poll::Pending => return this.wait_for_more(context),
            }
        }
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for TimeoutStream<S> {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<Result<usize>> {
        Pin::new(&mut self.get_mut().stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        Pin::new(&mut self.get_mut().stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        let this = self.get_mut();
        if !this.is_shut {
            ready!(Pin::new(&mut this.stream).poll_shutdown(context))?;
            this.is_shut = true;
        }
        if this.heads.leaves_unread() {
            ready!(this.poll_linger(context));
        }
        Poll::Ready(Ok(()))
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;
    use std::io::ErrorKind;
    use std::pin::Pin;
    use std::sync::Arc;
    use std::time::Duration;

    use tokio::io::AsyncWrite;
    use tokio::net::{TcpListener, TcpStream};

    use super::{Limits, Pulse, TimeoutStream};

    /// Without `TCP_USER_TIMEOUT`, so that it is not the kernel that cuts.
    #[tokio::test]
    async fn writing_to_a_client_that_never_reads_fails() -> std::io::Result<()> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let client = TcpStream::connect(listener.local_addr()?).await?;
        let limits = Limits {
            stall_time: Duration::from_millis(50),
            ..Limits::default()
        };
        let (stream, _) = listener.accept().await?;
        let mut stream = TimeoutStream::new(stream, Arc::new(Pulse::new()), &limits);
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
