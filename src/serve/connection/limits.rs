//! How much of the server one client may take.

use std::time::Duration;

/// What a connection may cost before it is refused or cut.
///
/// The defaults suit a public address; tests set short times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Connections open at once. A further client waits in the kernel's queue until one ends:
    /// waiting costs it a moment, while taking it would cost everyone memory. 512.
    pub connections: usize,
    /// Bytes of a request's line and headers. Browsers send about 1 KiB and nobody has a cookie
    /// here; beyond this hyper answers 431. 16 KiB.
    pub header_bytes: usize,
    /// From the first byte of a request (of a new connection: from its start) to the end of its
    /// headers. 10 s.
    pub header_time: Duration,
    /// From the end of an answer to the end of the next request's headers; so it is also how long
    /// an idle connection is kept. 30 s.
    pub idle_time: Duration,
    /// How long a client may take no byte of an answer that waits for it. 30 s.
    pub stall_time: Duration,
    /// How long requests under way may go on once the server is told to stop. 8 s, so that all is
    /// over within the ten that supervisors commonly wait.
    pub stop_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 512,
            header_bytes: 16 * 1024,
            header_time: Duration::from_secs(10),
            idle_time: Duration::from_secs(30),
            stall_time: Duration::from_secs(30),
            stop_time: Duration::from_secs(8),
        }
    }
}
