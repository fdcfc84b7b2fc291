//! Taking connections, and letting go of them.

use std::io::{Error, ErrorKind};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::select;
use tokio::sync::watch;
use tokio::time::sleep;

use super::client::answer_client;
use super::descriptors::connections_possible;
use super::open::OpenConnections;
use super::pulse::Pulse;
use super::service::Service;
use crate::serve::entrance::{Entrance, Peer, Socket};

/// How long to wait when no connection can be taken. Mostly the process is out of file
/// descriptors, the waiting client makes the listener ready at once again, and without a pause
/// the loop would spin until a connection ends.
const PAUSE: Duration = Duration::from_millis(100);

/// Takes connections until `stop` resolves and those that were made by then are taken, then
/// waits for those that are open, up to the deadline, and cuts the rest.
pub(in crate::serve) async fn listen(
    mut entrance: Entrance,
    service: Service,
    stop: impl Future<Output = ()>,
) {
    let mut stop = pin!(stop);
    let limits = service.limits;
    let service = Arc::new(service);
    let places = limits.connections.min(connections_possible());
    let (serving, stopping) = watch::channel(false);
    let mut open = OpenConnections::new();
    let take = |client: (Socket, Peer), open: &mut OpenConnections| {
        let pulse = Arc::new(Pulse::new());
        let client = answer_client(
            client,
            Arc::clone(&service),
            Arc::clone(&pulse),
            stopping.clone(),
        );
        let counted = service.live.metrics().connection();
        open.add(pulse, async move {
            let _until_its_end = counted;
            client.await;
        });
    };
    loop {
        let is_full = open.len() >= places;
        let spared = if is_full {
            limits.spare_time.checked_sub(open.longest_quiet())
        } else {
            None
        };
        select! {
            biased;
            () = &mut stop => break,
            () = open.ended(), if open.len() > 0 => {}
            () = sleep(spared.unwrap_or_default()), if spared.is_some() => {}
            taken = entrance.accept(), if spared.is_none() => match taken {
                Ok(client) => {
                    if is_full {
                        open.close_quietest();
                    }
                    take(client, &mut open);
                }
                Err(error) if is_the_clients(&error) => {}
                Err(error) => {
                    tracing::warn!(%error, "cannot take a connection");
                    sleep(PAUSE).await;
                }
            }
        }
    }
    // Who has connected by now, and waits to be taken, was told that there is a server.
    for client in entrance.close() {
        take(client, &mut open);
    }
    // New clients are refused from here on, and not left to wait for a server that is going.
    tracing::info!(connections = open.len(), "stopping");
    serving.send_replace(true);
    let cut = open.wait(limits.stop_time).await;
    if cut > 0 {
        tracing::warn!(connections = cut, "cut connections at the deadline");
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
