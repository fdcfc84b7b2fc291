//! Whether the server serves what its content folder holds.

use std::fmt::Write;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use httpdate::HttpDate;

/// Whether the server serves what its content folder holds, or the last of it that was good.
#[derive(Debug, Default)]
pub(in crate::serve) struct Health(Mutex<Option<Degraded>>);

/// The content cannot be served.
#[derive(Debug, Clone, Copy)]
struct Degraded {
    errors: usize,
    since: SystemTime,
}

impl Health {
    /// The content has so many errors.
    pub(super) fn degrade(&self, errors: usize) {
        let mut state = self.state();
        let since = state.map_or_else(SystemTime::now, |earlier| earlier.since);
        *state = Some(Degraded { errors, since });
    }

    /// The content is served.
    pub(super) fn mend(&self) {
        *self.state() = None;
    }

    /// Whether the content is served.
    pub(super) fn is_good(&self) -> bool {
        self.state().is_none()
    }

    /// What is told of it, in a line. The status is 200 all the same: a supervisor must not end a server that
    /// serves a good site.
    pub(in crate::serve) fn told(&self) -> String {
        let mut told = String::new();
        // Writing to a string cannot fail.
        let _ = match *self.state() {
            None => writeln!(told, "ok"),
            Some(Degraded { errors, since }) => {
                let plural = if errors == 1 { "" } else { "s" };
                let since = HttpDate::from(since);
                writeln!(
                    told,
                    "degraded: {errors} error{plural} in the content since {since}; the last good site is served"
                )
            }
        };
        told
    }

    fn state(&self) -> MutexGuard<'_, Option<Degraded>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
