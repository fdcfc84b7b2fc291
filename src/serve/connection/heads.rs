//! What a client has sent, given on one head at a time.

use axum::http::StatusCode;
use tokio::io::ReadBuf;

use super::head::{Examined, examine};

/// What is given on in place of a request that cannot be answered but with an error: one that can be
/// read, and after which nothing else is.
const STAND_IN: &[u8] = b"GET / HTTP/1.0\r\n\r\n";
const STAND_IN_FOR_HEAD: &[u8] = b"HEAD / HTTP/1.0\r\n\r\n";

/// What has been received and not been given on.
///
/// Heads are given on when they are whole and sound, each when it is asked for. So whoever reads
/// them knows of one request at a time, however many a client sends at once.
pub(in crate::serve) struct Heads {
    received: Vec<u8>,
    /// How many bytes of it may be given on.
    ready: usize,
    limit: usize,
    then: Then,
}

/// What comes after that which is ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    Head,
    /// The content of a request, after which nothing is answered.
    Content,
    /// Nothing that will be looked at.
    Nothing,
}

/// What there is for who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::serve) enum Next {
    /// A head begins with the bytes that are ready.
    Head,
    /// More of what was begun.
    More,
    /// As `Head`, but it stands in for one that has to be refused with this status.
    Refused(StatusCode),
    /// Nothing has come since the last head, or nothing more is looked at.
    Nothing,
    /// A head has begun to come.
    Partial,
}

impl Heads {
    /// Nothing yet; heads may have so many bytes.
    pub(in crate::serve) fn new(limit: usize) -> Self {
        Self {
            received: Vec::new(),
            ready: 0,
            limit,
            then: Then::Head,
        }
    }

    /// Takes what has come.
    pub(in crate::serve) fn push(&mut self, bytes: &[u8]) {
        self.received.extend_from_slice(bytes);
    }

    /// Whether the client may have sent what nobody reads.
    pub(in crate::serve) fn leaves_unread(&self) -> bool {
        self.then != Then::Head || !self.received.is_empty()
    }

    /// Whether nothing more is looked at.
    pub(in crate::serve) fn is_over(&self) -> bool {
        self.then == Then::Nothing && self.ready == 0
    }

    /// Sees what can be given on.
    pub(in crate::serve) fn next(&mut self) -> Next {
        if self.ready > 0 {
            return Next::More;
        }
        match self.then {
            Then::Nothing => return Next::Nothing,
            _ if self.received.is_empty() => return Next::Nothing,
            Then::Content => {
                self.ready = self.received.len();
                return Next::More;
            }
            Then::Head => {}
        }
        match examine(&self.received, self.limit) {
            Examined::Partial => Next::Partial,
            Examined::Whole {
                length,
                has_content,
            } => {
                self.ready = length;
                if has_content {
                    self.then = Then::Content;
                }
                Next::Head
            }
            Examined::Faulty(status) => {
                let is_for_head = self.received.starts_with(b"HEAD ");
                let stand_in = if is_for_head {
                    STAND_IN_FOR_HEAD
                } else {
                    STAND_IN
                };
                self.received = stand_in.to_vec();
                self.ready = stand_in.len();
                self.then = Then::Nothing;
                Next::Refused(status)
            }
        }
    }

    /// Gives on what is ready, as far as there is room.
    pub(in crate::serve) fn give(&mut self, buffer: &mut ReadBuf<'_>) {
        let count = self.ready.min(buffer.remaining());
        buffer.put_slice(&self.received[..count]);
        self.ready -= count;
        if count == self.received.len() {
            // An idle connection keeps no memory for it.
            self.received = Vec::new();
        } else {
            self.received.drain(..count);
        }
    }
}
