//! A time limit that can be started, stopped and waited for.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

/// A limit on one kind of waiting.
///
/// Starting and stopping cost no more than reading the clock. The timer is made when somebody first
/// waits, and then left alone: it is set anew only when it goes off too early.
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
        let alarm = self
            .alarm
            .get_or_insert_with(|| Box::pin(sleep_until(due)))
            .as_mut();
        // It was set for an earlier start, if not for this one: never for a time after this.
        poll_until(alarm, due, context)
    }
}

fn poll_until(mut alarm: Pin<&mut Sleep>, due: Instant, context: &mut Context<'_>) -> Poll<()> {
    while alarm.as_mut().poll(context).is_ready() {
        if Instant::now() >= due {
            return Poll::Ready(());
        }
        alarm.as_mut().reset(due);
    }
    Poll::Pending
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;
    use std::task::Poll;
    use std::time::Duration;

    use tokio::time::{Instant, sleep};

    use super::Countdown;

    const LIMIT: Duration = Duration::from_millis(40);

    #[tokio::test]
    async fn each_start_has_the_whole_time() {
        let mut countdown = Countdown::new(LIMIT);
        for _ in 0..3 {
            let begun = Instant::now();
            countdown.start();
            poll_fn(|context| countdown.poll(context)).await;
            assert!(begun.elapsed() >= LIMIT);
            countdown.stop();
        }
    }

    #[tokio::test]
    async fn stop_and_start_put_it_off() {
        let mut countdown = Countdown::new(LIMIT);
        countdown.start();
        let is_over = poll_fn(|context| Poll::Ready(countdown.poll(context).is_ready())).await;
        assert!(!is_over);
        sleep(LIMIT / 2).await;
        countdown.stop();
        let begun = Instant::now();
        countdown.start();
        poll_fn(|context| countdown.poll(context)).await;
        assert!(begun.elapsed() >= LIMIT);
    }
}
