//! One client's connection, from its first byte to its end.

use std::io;
use std::pin::pin;

use axum::Router;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::select;
use tokio::sync::watch;

use super::limits::Limits;
use super::timeout_stream::TimeoutStream;

/// hyper panics if it may buffer less.
const LEAST_BUFFER: usize = 8192;

/// Answers the requests of one connection until the client leaves, breaks a limit, or the server
/// stops: then the request under way is answered with `Connection: close`, and an idle
/// connection is closed at once.
pub(in crate::serve) async fn answer_client(
    stream: TcpStream,
    router: Router,
    limits: Limits,
    mut stopping: watch::Receiver<()>,
) {
    if let Err(error) = prepare(&stream, &limits) {
        tracing::debug!(%error, "connection lost before it began");
        return;
    }
    let stream = TimeoutStream::new(stream, &limits);
    let headers_came = stream.headers_came();
    let router = TowerToHyperService::new(router);
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        headers_came.tell();
        router.call(request)
    });
    let mut connection = pin!(
        http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(limits.idle_time)
            .max_header_size(limits.header_bytes)
            .max_buf_size(limits.header_bytes.max(LEAST_BUFFER))
            .serve_connection(TokioIo::new(stream), service)
    );
    let ended = select! {
        ended = connection.as_mut() => ended,
        _ = stopping.changed() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "connection cut");
    }
}

/// Sends answers without waiting to fill a packet, and lets the kernel give up on a client that
/// vanished with bytes still to be confirmed: the process has long forgotten that connection,
/// while the kernel would go on resending for a quarter of an hour.
fn prepare(stream: &TcpStream, limits: &Limits) -> io::Result<()> {
    stream.set_nodelay(true)?;
    #[cfg(target_os = "linux")]
    socket2::SockRef::from(stream).set_tcp_user_timeout(Some(limits.stall_time))?;
    #[cfg(not(target_os = "linux"))]
    let _ = limits;
    Ok(())
}
