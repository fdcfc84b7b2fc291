//! The connections that are open.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::task::{AbortHandle, Id, JoinError, JoinSet};
use tokio::time::timeout;

use super::pulse::Pulse;

/// The connections that are open, each a task.
pub(in crate::serve) struct OpenConnections {
    tasks: JoinSet<()>,
    clients: HashMap<Id, (AbortHandle, Arc<Pulse>)>,
}

impl OpenConnections {
    pub(in crate::serve) fn new() -> Self {
        Self {
            tasks: JoinSet::new(),
            clients: HashMap::new(),
        }
    }

    pub(in crate::serve) fn len(&self) -> usize {
        self.clients.len()
    }

    pub(in crate::serve) fn add(
        &mut self,
        pulse: Arc<Pulse>,
        client: impl Future<Output = ()> + Send + 'static,
    ) {
        let task = self.tasks.spawn(client);
        self.clients.insert(task.id(), (task, pulse));
    }

    /// Resolves when one has ended; at once where there is none.
    pub(in crate::serve) async fn ended(&mut self) {
        if let Some(ended) = self.tasks.join_next_with_id().await {
            self.forget(ended);
        }
    }

    fn forget(&mut self, ended: Result<(Id, ()), JoinError>) {
        let id = ended.map_or_else(|error| error.id(), |(id, ())| id);
        self.clients.remove(&id);
    }

    /// How long the client has been without progress that has been so for the longest.
    pub(in crate::serve) fn longest_quiet(&self) -> Duration {
        let quiet = self.clients.values().map(|(_, pulse)| pulse.quiet());
        quiet.max().unwrap_or_default()
    }

    /// Closes the connection of that client. What the kernel still has of its answer is sent all the
    /// same.
    pub(in crate::serve) fn close_quietest(&mut self) {
        let clients = self.clients.iter();
        let quietest = clients.max_by_key(|(_, (_, pulse))| pulse.quiet());
        let Some(id) = quietest.map(|(&id, _)| id) else {
            return;
        };
        if let Some((task, pulse)) = self.clients.remove(&id) {
            task.abort();
            let quiet = pulse.quiet().as_secs_f32();
            tracing::info!(reason = "a new client needs its place", quiet, "client cut");
        }
    }

    /// Waits until all have ended, but no longer than this; then closes the rest, and says how many.
    pub(in crate::serve) async fn wait(&mut self, longest: Duration) -> usize {
        let all = async {
            while let Some(ended) = self.tasks.join_next_with_id().await {
                self.forget(ended);
            }
        };
        if timeout(longest, all).await.is_ok() {
            return 0;
        }
        let left = self.clients.len();
        self.tasks.shutdown().await;
        left
    }
}
