//! HTTP/2, which only clients inside TLS may choose.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http2;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::select;
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use super::paced::Paced;
use super::pulse::Pulse;
use super::service::Client;
use crate::serve::options::Limits;

/// Requests that a client may have open at once.
const MOST_STREAMS: u32 = 100;

/// How many of them are worked on at once: nobody fills the lanes of the server alone.
const MOST_AT_WORK: usize = 8;

/// How much of answers waits for a client that does not take it.
const UNSENT_BYTES: usize = 64 * 1024;

/// Answers the requests of one connection. A client that takes nothing and asks for nothing is told after a
/// while to come again, and is cut when it has taken nothing for longer than an answer may wait. There
/// are no pings: their answers would look like progress.
pub(in crate::serve) async fn answer_http2<S>(
    stream: S,
    client: Client,
    limits: &Limits,
) -> hyper::Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (pulse, mut stopping) = (Arc::clone(&client.pulse), client.stopping.clone());
    let stream = Paced::new(stream, Arc::clone(&pulse), limits.stall_time);
    let (client, at_work) = (Arc::new(client), Arc::new(Semaphore::new(MOST_AT_WORK)));
    let service = service_fn(move |request: Request<Incoming>| {
        let (client, at_work) = (Arc::clone(&client), Arc::clone(&at_work));
        client.pulse.head_ends();
        async move {
            // It is never closed.
            let _turn = at_work.acquire().await;
            client.answer(request, None).await
        }
    });
    let header_bytes = u32::try_from(limits.header_bytes).unwrap_or(u32::MAX);
    let mut connection = pin!(
        http2::Builder::new(TokioExecutor::new())
            .timer(TokioTimer::new())
            .max_concurrent_streams(MOST_STREAMS)
            .max_header_list_size(header_bytes)
            .max_send_buf_size(UNSENT_BYTES)
            .serve_connection(TokioIo::new(stream), service)
    );
    let over = async {
        let stop = async {
            let _ = stopping.changed().await;
            let _ = timeout(limits.grace_time, pulse.asked()).await;
        };
        select! {
            () = stop => {}
            () = quiet_for(&pulse, limits.idle_time) => {}
        }
    };
    select! {
        ended = connection.as_mut() => return ended,
        () = over => connection.as_mut().graceful_shutdown(),
    }
    select! {
        ended = connection => ended,
        () = quiet_for(&pulse, limits.stall_time) => {
            tracing::info!(reason = "the answer was not taken in time", "client cut");
            Ok(())
        }
    }
}

/// Resolves when the client has made no progress for so long.
async fn quiet_for(pulse: &Pulse, time: Duration) {
    while let Some(left) = time
        .checked_sub(pulse.quiet())
        .filter(|left| !left.is_zero())
    {
        sleep(left).await;
    }
}
