//! Taking connections, and letting go of them.

use std::io::{self, Error, ErrorKind};
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::select;
use tokio::sync::watch;
use tokio::time::sleep;

use super::client::answer_client;
use super::descriptors::connections_possible;
use super::limits::Limits;
use super::open::OpenConnections;
use super::pulse::Pulse;
use crate::serve::metrics::Metrics;

/// How long to wait when no connection can be taken. Mostly the process is out of file
/// descriptors, the waiting client makes the listener ready at once again, and without a pause
/// the loop would spin until a connection ends.
const PAUSE: Duration = Duration::from_millis(100);

/// How many connections may wait to be taken, where the system allows as many: a burst of readers is no
/// reason to let them try again a second later.
const BACKLOG: u32 = 4096;

/// Begins to listen at an address.
///
/// # Errors
/// What the system says of the address.
pub fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() {
        TcpSocket::new_v4()?
    } else {
        TcpSocket::new_v6()?
    };
    // A restart need not wait for the connections of the process before.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Takes connections until `stop` resolves and those that were made by then are taken, then
/// waits for those that are open, up to the deadline, and cuts the rest.
pub(in crate::serve) async fn listen(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    metrics: &Arc<Metrics>,
    stop: impl Future<Output = ()>,
) {
    let mut stop = pin!(stop);
    let places = limits.connections.min(connections_possible());
    let (serving, stopping) = watch::channel(false);
    let mut open = OpenConnections::new();
    let take = |stream: TcpStream, open: &mut OpenConnections| {
        let pulse = Arc::new(Pulse::new());
        let client = answer_client(
            stream,
            router.clone(),
            limits,
            Arc::clone(&pulse),
            stopping.clone(),
        );
        let counted = metrics.connection();
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
            taken = listener.accept(), if spared.is_none() => match taken {
                Ok((stream, _)) => {
                    if is_full {
                        open.close_quietest();
                    }
                    take(stream, &mut open);
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
    match listener.into_std() {
        Ok(listener) => {
            while let Ok((stream, _)) = listener.accept() {
                match stream
                    .set_nonblocking(true)
                    .and_then(|()| TcpStream::from_std(stream))
                {
                    Ok(stream) => take(stream, &mut open),
                    Err(error) => tracing::warn!(%error, "cannot take a connection"),
                }
            }
        }
        Err(error) => tracing::warn!(%error, "cannot take the connections that wait"),
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
