//! What an operator may choose.

use std::num::NonZeroU32;

use super::connection::Limits;

/// How the server treats its machine and its clients.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// How much one client may take.
    pub limits: Limits,
    /// How many bytes of memory the rendered pages may take. 256 MiB.
    pub cache_bytes: u64,
    /// Of how many requests the log tells one. 1.
    pub log_one_in: NonZeroU32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            limits: Limits::default(),
            cache_bytes: 256 << 20,
            log_one_in: NonZeroU32::MIN,
        }
    }
}
