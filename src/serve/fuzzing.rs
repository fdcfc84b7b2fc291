//! What the fuzzer of requests drives: a conversation without a socket.

use std::convert::Infallible;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Request, Response, StatusCode};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt, AsyncWriteExt, ReadBuf, duplex};
use tokio::runtime::Builder;

use super::connection::{Heads, Next};
use super::headers::conditional::{is_held, is_other};
use super::headers::negotiation::acceptable;
use super::programs::Audience;

/// As many bytes of headers as a fuzzer may try.
const HEADER_BYTES: usize = 8192;

/// Receives in pieces what a client sent, and has hyper answer what is given on.
///
/// # Panics
/// If hyper refuses what was given on: it would answer without our headers, and without a line in the log.
pub fn converse(sent: &[u8], piece: usize) {
    let mut heads = Heads::new(HEADER_BYTES);
    let mut given = Vec::new();
    let mut count = 0;
    for bytes in sent.chunks(piece) {
        heads.push(bytes);
        loop {
            match heads.next() {
                Next::Head | Next::Refused(_) => count += 1,
                Next::More => {}
                Next::Partial | Next::Nothing => break,
            }
            let mut space = [0; 512];
            let mut buffer = ReadBuf::new(&mut space);
            heads.give(&mut buffer);
            given.extend_from_slice(buffer.filled());
        }
    }
    let answered = answered(&given);
    let refused = StatusCode::BAD_REQUEST.as_str();
    let refused = format!("HTTP/1.1 {refused}");
    assert!(
        !answered.starts_with(refused.as_bytes()),
        "hyper refuses the {count} heads {:?}",
        String::from_utf8_lossy(&given)
    );
}

/// What hyper answers to these bytes.
fn answered(given: &[u8]) -> Vec<u8> {
    let Ok(runtime) = Builder::new_current_thread().build() else {
        return Vec::new();
    };
    runtime.block_on(async {
        let (mut client, server) = duplex(1 << 20);
        let service = service_fn(|request: Request<Incoming>| async move {
            read_headers(request.headers());
            Ok::<_, Infallible>(Response::new(Body::empty()))
        });
        let mut answered = Vec::new();
        if client.write_all(given).await.is_err() || client.shutdown().await.is_err() {
            return answered;
        }
        let _ = http1::Builder::new()
            .half_close(true)
            .header_read_timeout(None)
            .serve_connection(TokioIo::new(server), service)
            .await;
        let _ = client.read_to_end(&mut answered).await;
        answered
    })
}

/// Reads all headers that make a difference.
fn read_headers(headers: &HeaderMap) {
    let tag = HeaderValue::from_static("\"tag\"");
    let _ = (is_held(headers, &tag), is_other(headers, [&tag]));
    assert!(acceptable(headers).next().is_some(), "no encoding is right");
    let _ = Audience::of(false, headers);
}
