//! Being told to stop.

/// Resolves on SIGTERM, SIGINT or SIGHUP: a terminal that is closed is no reason to drop answers.
///
/// The signals are caught from the call on, not from the first poll, so that none that comes
/// while the server gets ready ends the process the hard way. Must be called within a runtime.
#[cfg(unix)]
pub fn stop_signal() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};

    let terminate = signal(SignalKind::terminate());
    let interrupt = signal(SignalKind::interrupt());
    let hangup = signal(SignalKind::hangup());
    async move {
        match (terminate, interrupt, hangup) {
            (Ok(mut terminate), Ok(mut interrupt), Ok(mut hangup)) => tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
                _ = hangup.recv() => {}
            },
            (Err(error), _, _) | (_, Err(error), _) | (_, _, Err(error)) => {
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
