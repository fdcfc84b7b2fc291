//! How many files and sockets the process may have open.

/// Descriptors that are needed beside connections: those of the runtime, the log, the content.
#[cfg(unix)]
const OTHERS: usize = 16;

/// Raises the limit as far as the system lets the process, and tells for how many connections
/// there are descriptors.
#[cfg(unix)]
pub(in crate::serve) fn connections_possible() -> usize {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let limit = getrlimit(Resource::Nofile);
    let raised = Rlimit {
        current: limit.maximum,
        ..limit
    };
    let granted = match setrlimit(Resource::Nofile, raised) {
        Ok(()) => limit.maximum,
        Err(_) => limit.current,
    };
    let granted = granted.and_then(|most| usize::try_from(most).ok());
    granted.map_or(usize::MAX, |most| most.saturating_sub(OTHERS).max(1))
}

/// Other systems have no such limit.
#[cfg(not(unix))]
pub(in crate::serve) fn connections_possible() -> usize {
    usize::MAX
}
