//! Connections: taking them, holding clients to their limits, letting go.

mod client;
mod countdown;
mod descriptors;
mod head;
mod heads;
mod limits;
mod listen;
mod open;
mod paced;
mod pulse;
mod refused;
mod signal;
mod timeout_stream;

pub use limits::Limits;
pub(super) use listen::listen;
pub(super) use refused::Refused;
pub use signal::stop_signal;
