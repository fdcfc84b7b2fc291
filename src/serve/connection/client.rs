//! One client's connection, from its first byte to its end.

use std::io;
use std::pin::pin;
use std::sync::Arc;

use axum::Router;
use axum::http::header::{CONNECTION, HeaderValue};
use axum::response::Response;
use hyper::Request;
use hyper::body::{Body, Incoming};
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::select;
use tokio::sync::watch;
use tokio::time::timeout;

use super::limits::Limits;
use super::pulse::Pulse;
use super::refused::Refused;
use super::timeout_stream::TimeoutStream;
use crate::serve::entrance::Socket;

/// hyper panics if it may buffer less.
const LEAST_BUFFER: usize = 8192;

/// Answers the requests of one connection until the client leaves, breaks a limit, or the server
/// stops: then the request under way is answered with `Connection: close`, an idle
/// connection is closed at once, and who has still to ask may do so for a moment.
pub(in crate::serve) async fn answer_client(
    socket: Socket,
    router: Router,
    limits: Limits,
    pulse: Arc<Pulse>,
    mut stopping: watch::Receiver<bool>,
) {
    if let Err(error) = socket.prepare(limits.stall_time) {
        tracing::debug!(%error, "connection lost before it began");
        return;
    }
    let stream = TimeoutStream::new(socket, Arc::clone(&pulse), &limits);
    let router = TowerToHyperService::new(router);
    let service = service_fn({
        let (pulse, stopping) = (Arc::clone(&pulse), stopping.clone());
        move |mut request: Request<Incoming>| {
            if let Some(status) = pulse.refused() {
                request.extensions_mut().insert(Refused(status));
            }
            // Content is never read, so that nobody knows where a next request would begin.
            let is_last = !request.body().is_end_stream() || *stopping.borrow();
            let answer = router.call(request);
            async move { answer.await.map(|response| last_if(is_last, response)) }
        }
    });
    let mut connection = pin!(
        http1::Builder::new()
            .half_close(true)
            // The stream counts itself.
            .header_read_timeout(None)
            .max_buf_size(limits.header_bytes.max(LEAST_BUFFER))
            .serve_connection(TokioIo::new(stream), service)
    );
    let stop = async {
        // The sender is gone only where nobody waits for the end either.
        let _ = stopping.changed().await;
        let _ = timeout(limits.grace_time, pulse.asked()).await;
    };
    let ended = select! {
        ended = connection.as_mut() => ended,
        () = stop => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tell(&error);
    }
}

/// Says that this answer is the last of its connection, if it is.
fn last_if(is_last: bool, mut response: Response) -> Response {
    if is_last {
        let headers = response.headers_mut();
        headers.insert(CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

/// Says why a connection broke: an operator is told of clients that were cut, not of those that left.
fn tell(error: &hyper::Error) {
    let cause = std::error::Error::source(error);
    let cause = cause.and_then(|cause| cause.downcast_ref::<io::Error>());
    match cause {
        Some(cause) if cause.kind() == io::ErrorKind::TimedOut => {
            tracing::info!(reason = %cause, "client cut");
        }
        _ => tracing::debug!(%error, "connection broken"),
    }
}
