//! Work that holds up a thread, and how much of it there may be at once.

use std::sync::Arc;

use thiserror::Error;
use tokio::sync::{AcquireError, Semaphore};
use tokio::task::{JoinError, spawn_blocking};

use super::metrics::LaneNow;
use super::metrics::counter::Counter;

/// A lane of work: so much of it goes on at once, first come, first served, and so much waits.
///
/// What a request costs is bounded by what it may ask, but how many ask is not. Without a lane each would
/// have a thread of its own, and readers of pages that are ready would wait for all of them. A
/// connection has one request in a lane at most, as its next is not read before the answer.
#[derive(Debug)]
pub(super) struct Lane {
    /// A permit for each place, running or waiting.
    places: Arc<Semaphore>,
    /// A permit for each that may run.
    turns: Arc<Semaphore>,
    /// How many permits of either there are.
    most: [usize; 2],
    refused: Counter,
}

/// Why work was not done.
#[derive(Debug, Error)]
pub(super) enum LaneError {
    /// Too much of it waits already.
    #[error("too much work is waiting")]
    Full,
    /// It panicked, or was stopped with the server.
    #[error("it ended early: {0}")]
    Ended(#[from] JoinError),
}

impl From<AcquireError> for LaneError {
    /// Only a lane that is closed gives no permits, and none is.
    fn from(_: AcquireError) -> Self {
        Self::Full
    }
}

impl Lane {
    pub(super) fn new(running: usize, waiting: usize) -> Self {
        Self {
            places: Arc::new(Semaphore::new(running.saturating_add(waiting))),
            turns: Arc::new(Semaphore::new(running)),
            most: [running.saturating_add(waiting), running],
            refused: Counter::default(),
        }
    }

    /// How much work there is in it.
    pub(super) fn now(&self) -> LaneNow {
        let [places, turns] = self.most;
        let running = turns.saturating_sub(self.turns.available_permits());
        let inside = places.saturating_sub(self.places.available_permits());
        LaneNow {
            running,
            waiting: inside.saturating_sub(running),
            refused: self.refused.value(),
        }
    }

    /// Does work on a thread that may be held up, when it is its turn. Once begun, it is done to its end
    /// and keeps its place until then, even if nobody waits for it any more.
    ///
    /// # Errors
    /// At once if there is no place for it; else if it panics.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, LaneError> {
        let places = Arc::clone(&self.places);
        let place = places.try_acquire_owned().map_err(|_| {
            self.refused.count();
            LaneError::Full
        })?;
        let turn = Arc::clone(&self.turns).acquire_owned().await?;
        let done = spawn_blocking(move || {
            let _kept = (turn, place);
            work()
        });
        Ok(done.await?)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::mpsc::channel;

    use tokio::task::{spawn, yield_now};

    use super::{Lane, LaneError, LaneNow};

    #[tokio::test]
    async fn lane_runs_one_after_the_other_and_refuses_at_once_when_full() {
        let lane = Arc::new(Lane::new(1, 1));
        let (let_go, held) = channel::<()>();
        let running = spawn({
            let lane = Arc::clone(&lane);
            async move { lane.run(move || held.recv().is_ok()).await }
        });
        let waiting = spawn({
            let lane = Arc::clone(&lane);
            async move { lane.run(|| true).await }
        });
        while lane.places.available_permits() > 0 {
            yield_now().await;
        }
        assert!(matches!(lane.run(|| true).await, Err(LaneError::Full)));
        let LaneNow {
            running: now_running,
            waiting: now_waiting,
            refused,
        } = lane.now();
        assert_eq!((now_running, now_waiting, refused), (1, 1, 1));
        assert!(!waiting.is_finished());
        assert!(let_go.send(()).is_ok());
        assert!(matches!(running.await, Ok(Ok(true))));
        assert!(matches!(waiting.await, Ok(Ok(true))));
        assert!(matches!(lane.run(|| true).await, Ok(true)));
    }

    #[tokio::test]
    async fn panic_frees_its_place() {
        let lane = Lane::new(1, 0);
        let failed = lane.run(|| panic!("a fault")).await;
        assert!(matches!(failed, Err(LaneError::Ended(_))));
        assert!(matches!(lane.run(|| true).await, Ok(true)));
    }
}
