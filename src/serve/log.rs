//! The log: one line a request, and what else an operator must know.

use std::io::stderr;
use std::panic;
use std::time::Instant;

use axum::extract::Request;
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use hyper::body::Body;
use tracing::Level;
use tracing_appender::non_blocking::WorkerGuard;

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs: one JSON object per line.
    Json,
}

/// Keeps the log going; when it is dropped, the lines that still wait are written.
#[must_use = "the log ends with it"]
pub struct Log {
    _guard: WorkerGuard,
}

/// Sends the log of this process to standard error, panics included. To be called once.
///
/// A thread of its own writes, and lines are dropped where it cannot keep up: a reader of the log
/// who stalls must not stall the server.
pub fn log(format: LogFormat) -> Log {
    let (writer, guard) = tracing_appender::non_blocking(stderr());
    // A line that cannot be written is dropped: tracing would report the loss on standard error
    // as well, and panic as that fails too.
    let lines = tracing_subscriber::fmt()
        .with_max_level(Level::INFO)
        .with_target(false)
        .with_ansi(false)
        .log_internal_errors(false)
        .with_writer(writer);
    match format {
        LogFormat::Text => lines.init(),
        LogFormat::Json => lines.json().flatten_event(true).init(),
    }
    panic::set_hook(Box::new(|panic| {
        let message = panic.payload_as_str().unwrap_or("no message");
        let place = panic.location().map(ToString::to_string);
        tracing::error!(message = %message.escape_debug(), place, "panic");
    }));
    Log { _guard: guard }
}

/// Logs each request once its answer is ready. `bytes` is the length of the body to be sent,
/// `micros` the time it took to make; neither tells how fast the client takes it.
pub(super) async fn log_request(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let method = request.method().clone();
    // The query is left out: it is what a reader searches for, which is nobody's business.
    let path = request.uri().path().to_owned();
    let response = next.run(request).await;
    let bytes = if method == Method::HEAD {
        0
    } else {
        response.body().size_hint().lower()
    };
    tracing::info!(
        %method,
        path = %path.escape_debug(),
        status = response.status().as_u16(),
        bytes,
        micros = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX),
        "request"
    );
    response
}
