//! Answering whoever collects the metrics, at an address of their own.

use std::convert::Infallible;
use std::future::ready;
use std::time::Duration;

use axum::body::Body;
use axum::http::header::{ALLOW, CONTENT_TYPE, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::response::Response;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::select;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::text::MEDIA_TYPE;

/// How many may ask at once. Others wait.
const MOST_CLIENTS: usize = 16;

/// How long one may take to ask and to read.
const LONGEST: Duration = Duration::from_secs(10);

/// How long to wait when no connection can be taken.
const PAUSE: Duration = Duration::from_millis(100);

/// Answers with what is told each time, for as long as it is polled.
pub(in crate::serve) async fn listen(
    listener: TcpListener,
    told: impl Fn() -> String + Clone + Send + Sync + 'static,
) {
    let mut clients = JoinSet::new();
    loop {
        select! {
            _ = clients.join_next(), if !clients.is_empty() => {}
            taken = listener.accept(), if clients.len() < MOST_CLIENTS => match taken {
                Ok((stream, _)) => {
                    clients.spawn(timeout(LONGEST, answer_client(stream, told.clone())));
                }
                Err(error) => {
                    tracing::warn!(%error, "cannot take a connection for metrics");
                    sleep(PAUSE).await;
                }
            }
        }
    }
}

/// Answers one request.
async fn answer_client(stream: TcpStream, told: impl Fn() -> String) {
    let service = service_fn(|request| ready(Ok::<_, Infallible>(answer(&request, &told))));
    let client = http1::Builder::new()
        .keep_alive(false)
        .header_read_timeout(None)
        .serve_connection(TokioIo::new(stream), service);
    if let Err(error) = client.await {
        tracing::debug!(%error, "connection for metrics broken");
    }
}

fn answer(request: &Request<Incoming>, told: impl Fn() -> String) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let is_there = request.uri().path() == "/metrics";
    let (status, text) = match (is_there, is_read) {
        (true, true) => (StatusCode::OK, told()),
        (true, false) => (
            StatusCode::METHOD_NOT_ALLOWED,
            "Metrics are read with GET.\n".to_owned(),
        ),
        (false, _) => (
            StatusCode::NOT_FOUND,
            "Metrics are at /metrics.\n".to_owned(),
        ),
    };
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    if status == StatusCode::METHOD_NOT_ALLOWED {
        headers.insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    response
}
