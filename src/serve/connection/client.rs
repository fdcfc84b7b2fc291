//! One client's connection, from its first byte to its end.

use std::io;
use std::pin::pin;
use std::sync::Arc;

use axum::http::header::{CONNECTION, HeaderValue};
use axum::response::Response;
use hyper::Request;
use hyper::body::{Body, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::select;
use tokio::sync::watch;
use tokio::time::timeout;

use super::http2::answer_http2;
use super::pulse::Pulse;
use super::service::{Client, Service};
use super::timeout_stream::TimeoutStream;
use crate::serve::entrance::{Peer, Socket};
use crate::serve::options::Limits;
use crate::serve::tls::{SecureStream, Tls};

/// hyper panics if it may buffer less.
const LEAST_BUFFER: usize = 8192;

/// Answers the requests of one connection until the client leaves, breaks a limit, or the server
/// stops: then the request under way is answered with `Connection: close`, an idle
/// connection is closed at once, and who has still to ask may do so for a moment.
pub(in crate::serve) async fn answer_client(
    (socket, peer): (Socket, Peer),
    service: Arc<Service>,
    pulse: Arc<Pulse>,
    stopping: watch::Receiver<bool>,
) {
    let limits = service.limits;
    if let Err(error) = socket.prepare(limits.stall_time) {
        tracing::debug!(%error, "connection lost before it began");
        return;
    }
    let client = Client::new(service, peer, pulse, stopping);
    let ended = match client.tls() {
        None => answer_http1(socket, client, &limits).await,
        Some(tls) => {
            let Some(stream) = agreed(&tls, socket, &limits).await else {
                return;
            };
            if stream.is_for_http2() {
                answer_http2(stream, client, &limits).await
            } else {
                answer_http1(stream, client, &limits).await
            }
        }
    };
    if let Err(error) = ended {
        tell(&error);
    }
}

/// The stream inside TLS, if the client speaks it and is quick enough.
async fn agreed(tls: &Tls, socket: Socket, limits: &Limits) -> Option<SecureStream<Socket>> {
    match timeout(limits.header_time, tls.accept(socket)).await {
        Ok(Ok(stream)) => Some(stream),
        Ok(Err(error)) => {
            tracing::debug!(%error, "no TLS");
            None
        }
        Err(_) => {
            tracing::info!(reason = "no TLS in time", "client cut");
            None
        }
    }
}

async fn answer_http1<S>(stream: S, client: Client, limits: &Limits) -> hyper::Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (pulse, mut stopping) = (Arc::clone(&client.pulse), client.stopping.clone());
    let stream = TimeoutStream::new(stream, Arc::clone(&pulse), limits);
    let client = Arc::new(client);
    let service = service_fn(move |request: Request<Incoming>| {
        // Content is never read, so that nobody knows where a next request would begin.
        let is_last = !request.body().is_end_stream() || *client.stopping.borrow();
        let client = Arc::clone(&client);
        async move {
            let refused = client.pulse.refused();
            let answer = client.answer(request, refused).await;
            answer.map(|response| last_if(is_last, response))
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
    select! {
        ended = connection.as_mut() => ended,
        () = stop => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
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
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        if let Some(known) = inner.downcast_ref::<io::Error>()
            && known.kind() == io::ErrorKind::TimedOut
        {
            tracing::info!(reason = %known, "client cut");
            return;
        }
        cause = inner.source();
    }
    tracing::debug!(%error, "connection broken");
}
