//! Connections: taking them, holding clients to their limits, letting go.

mod client;
mod countdown;
mod limits;
mod listen;
mod signal;
mod timeout_stream;

pub use limits::Limits;
pub(super) use listen::listen;
pub use signal::stop_signal;
