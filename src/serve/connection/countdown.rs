//! A time limit that can be started, stopped and waited for.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

/// A limit on one kind of waiting.
///
/// Starting and stopping cost no more than reading the clock: the timer is only made when
/// somebody waits, and most requests arrive whole and are answered without waiting.
pub(in crate::serve) struct Countdown {
    limit: Duration,
    due: Option<Instant>,
    alarm: Option<Pin<Box<Sleep>>>,
}

impl Countdown {
    /// A countdown at rest.
    pub(in crate::serve) fn new(limit: Duration) -> Self {
        Self {
            limit,
            due: None,
            alarm: None,
        }
    }

    /// Starts it, unless it runs already: a further byte buys no further time.
    pub(in crate::serve) fn start(&mut self) {
        if self.due.is_none() {
            self.due = Some(Instant::now() + self.limit);
        }
    }

    /// Puts it to rest.
    pub(in crate::serve) fn stop(&mut self) {
        self.due = None;
        self.alarm = None;
    }

    /// Whether it has been started.
    pub(in crate::serve) fn is_running(&self) -> bool {
        self.due.is_some()
    }

    /// Ready once the time is over; until then, and at rest, it is pending.
    pub(in crate::serve) fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let Some(due) = self.due else {
            return Poll::Pending;
        };
        let alarm = self.alarm.get_or_insert_with(|| Box::pin(sleep_until(due)));
        alarm.as_mut().poll(context)
    }
}
