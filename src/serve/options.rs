//! How the server treats its machine and its clients.

use std::time::Duration;

/// How the server treats its machine and its clients.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// How much one client may take.
    pub limits: Limits,
    /// How many bytes of memory the rendered pages may take. 256 MiB.
    pub cache_bytes: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            limits: Limits::default(),
            cache_bytes: 256 << 20,
        }
    }
}

/// What a connection may cost before it is refused or cut.
///
/// The defaults suit a public address; tests set short times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Connections open at once, at about 4 KB each; fewer where the system grants the process
    /// fewer file descriptors. A further client takes the place of the one that has made no progress for
    /// the longest. 4,096.
    pub connections: usize,
    /// A client that made progress less than so long ago gives way to nobody; while there are
    /// only such, new clients wait in the kernel's queue. 1 s.
    pub spare_time: Duration,
    /// Bytes of a request's line and headers. Browsers send about 1 KiB and nobody has a cookie
    /// here; beyond this the answer is 431, or 414 where the line alone is too long. 16 KiB.
    pub header_bytes: usize,
    /// From the first byte of a request (of a new connection: from its start) to the end of its
    /// headers. 10 s.
    pub header_time: Duration,
    /// From the end of an answer to the first byte of the next request; so it is also how long
    /// an idle connection is kept. 30 s.
    pub idle_time: Duration,
    /// How long a client may take no byte of an answer that waits for it. Who reads 2 KB/s makes room
    /// for a segment of 64 KB every 32 s, and the kernel, which looks at longer and longer intervals
    /// whether there is room, finds it after as many as 102 s. 2 min.
    pub stall_time: Duration,
    /// How long a client that has asked for nothing yet, or not to the end of its headers, may still ask
    /// once the server is told to stop. 1 s.
    pub grace_time: Duration,
    /// How long requests under way may go on once the server is told to stop. 8 s, so that all is
    /// over within the ten that supervisors commonly wait.
    pub stop_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 4096,
            spare_time: Duration::from_secs(1),
            header_bytes: 16 * 1024,
            header_time: Duration::from_secs(10),
            idle_time: Duration::from_secs(30),
            stall_time: Duration::from_mins(2),
            grace_time: Duration::from_secs(1),
            stop_time: Duration::from_secs(8),
        }
    }
}
