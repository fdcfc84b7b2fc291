//! Connections: taking them, holding clients to their limits, letting go.

mod client;
mod countdown;
mod descriptors;
mod head;
mod heads;
mod host;
mod limits;
mod listen;
mod open;
mod pulse;
mod refused;
mod signal;
mod timeout_stream;

pub(super) use host::is_host;
pub use limits::Limits;
pub use listen::bind;
pub(super) use listen::listen;
pub(super) use refused::Refused;
pub use signal::{Hangups, stop_signal};
