//! A stream that holds whoever takes answers to a pace.

use std::io::{Error, ErrorKind, IoSlice, Result};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::countdown::Countdown;
use super::pulse::Pulse;

/// A stream whose writes fail when the client takes too long over them.
pub(in crate::serve) struct Paced<S> {
    stream: S,
    pulse: Arc<Pulse>,
    stall: Countdown,
}

impl<S> Paced<S> {
    pub(in crate::serve) fn new(stream: S, pulse: Arc<Pulse>, stall_time: Duration) -> Self {
        Self {
            stream,
            pulse,
            stall: Countdown::new(stall_time),
        }
    }

    /// Limits the pause between two bytes taken, as nginx does, and not the whole answer:
    /// a large file over a poor line is slow but honest.
    fn unless_stalled<T>(
        &mut self,
        context: &mut Context<'_>,
        sent: Poll<Result<T>>,
    ) -> Poll<Result<T>> {
        if sent.is_pending() {
            self.stall.start();
            ready!(self.stall.poll(context));
            return Poll::Ready(Err(Error::new(
                ErrorKind::TimedOut,
                "the answer was not taken in time",
            )));
        }
        self.stall.stop();
        sent
    }

    /// The same of what is written. The kernel takes little more than the client has room for, so that what
    /// is written is progress of the client's.
    fn with_beat(
        &mut self,
        context: &mut Context<'_>,
        written: Poll<Result<usize>>,
    ) -> Poll<Result<usize>> {
        if written.is_ready() {
            self.pulse.beat();
        }
        self.unless_stalled(context, written)
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Paced<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Paced<S> {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write(context, bytes);
        this.with_beat(context, written)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write_vectored(context, slices);
        this.with_beat(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        let this = self.get_mut();
        let flushed = Pin::new(&mut this.stream).poll_flush(context);
        this.unless_stalled(context, flushed)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        let this = self.get_mut();
        let shut = Pin::new(&mut this.stream).poll_shutdown(context);
        this.unless_stalled(context, shut)
    }
}
