//! Connections: taking them, holding clients to their limits, letting go.

mod client;
mod countdown;
mod descriptors;
mod head;
mod heads;
mod http2;
mod listen;
mod open;
mod paced;
mod pulse;
mod service;
mod signal;
mod timeout_stream;

#[cfg(fuzzing)]
pub(super) use heads::{Heads, Next};
pub(super) use listen::listen;
pub(super) use service::Service;
pub use signal::{Hangups, stop_signal};
