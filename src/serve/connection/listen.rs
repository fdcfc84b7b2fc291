//! Taking connections, and letting go of them.

use std::io::{Error, ErrorKind};
use std::pin::pin;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::select;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::client::answer_client;
use super::limits::Limits;

/// How long to wait when no connection can be taken. Mostly the process is out of file
/// descriptors, the waiting client makes the listener ready at once again, and without a pause
/// the loop would spin until a connection ends.
const PAUSE: Duration = Duration::from_millis(100);

/// Takes connections until `stop` resolves, then waits for those that are open, up to the
/// deadline, and cuts the rest.
pub(in crate::serve) async fn listen(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    let mut stop = pin!(stop);
    let (serving, stopping) = watch::channel(());
    let mut open = JoinSet::new();
    loop {
        select! {
            biased;
            () = &mut stop => break,
            Some(_) = open.join_next() => {}
            taken = listener.accept(), if open.len() < limits.connections => match taken {
                Ok((stream, _)) => {
                    open.spawn(answer_client(stream, router.clone(), limits, stopping.clone()));
                }
                Err(error) if is_the_clients(&error) => {}
                Err(error) => {
                    tracing::warn!(%error, "cannot take a connection");
                    sleep(PAUSE).await;
                }
            }
        }
    }
    // New clients are refused from here on, and not left to wait for a server that is going.
    drop(listener);
    tracing::info!(connections = open.len(), "stopping");
    drop(serving);
    let all_ended = async { while open.join_next().await.is_some() {} };
    if timeout(limits.stop_time, all_ended).await.is_err() {
        tracing::warn!(connections = open.len(), "cutting connections");
        open.shutdown().await;
    }
    tracing::info!("stopped");
}

/// Whether only this client is concerned, so that the next one can be taken at once.
fn is_the_clients(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset | ErrorKind::ConnectionRefused
    )
}
