//! Being told to stop, or to read the content anew.

/// Resolves on SIGTERM or SIGINT.
///
/// The signals are caught from the call on, not from the first poll, so that none that comes
/// while the server gets ready ends the process the hard way. Must be called within a runtime.
#[cfg(unix)]
pub fn stop_signal() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};

    let terminate = signal(SignalKind::terminate());
    let interrupt = signal(SignalKind::interrupt());
    async move {
        match (terminate, interrupt) {
            (Ok(mut terminate), Ok(mut interrupt)) => tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            },
            (Err(error), _) | (_, Err(error)) => {
                tracing::warn!(%error, "cannot catch signals; they end the process at once");
                std::future::pending::<()>().await;
            }
        }
    }
}

/// Resolves on Ctrl-C.
#[cfg(not(unix))]
pub fn stop_signal() -> impl Future<Output = ()> {
    async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

/// The SIGHUPs that come, caught from the beginning on. By custom they ask a server to read its files anew, and
/// a terminal that is closed sends one as well.
#[cfg(unix)]
pub struct Hangups(Option<tokio::signal::unix::Signal>);

/// Other systems have no such signal.
#[cfg(not(unix))]
pub struct Hangups(());

impl Hangups {
    /// Catches them. Must be called within a runtime.
    #[cfg(unix)]
    #[must_use]
    pub fn catch() -> Self {
        use tokio::signal::unix::{SignalKind, signal};

        let hangups = signal(SignalKind::hangup());
        Self(hangups.map_or_else(
            |error| {
                tracing::warn!(%error, "cannot catch SIGHUP; it ends the process at once");
                None
            },
            Some,
        ))
    }

    /// Catches nothing.
    #[cfg(not(unix))]
    #[must_use]
    pub fn catch() -> Self {
        Self(())
    }

    /// Resolves when one has come; never where none can be caught.
    #[cfg(unix)]
    pub async fn next(&mut self) {
        let came = match &mut self.0 {
            Some(hangups) => hangups.recv().await,
            None => None,
        };
        if came.is_none() {
            std::future::pending::<()>().await;
        }
    }

    /// Never resolves.
    #[cfg(not(unix))]
    pub async fn next(&mut self) {
        std::future::pending::<()>().await;
    }
}
