//! The log: one line a request, and what else an operator must know.

use std::io::{self, Write, stderr};
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use axum::extract::Request;
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use hyper::body::Body;
use percent_encoding::{CONTROLS, utf8_percent_encode};
use tokio::time::sleep;
use tracing::Level;
use tracing_appender::non_blocking::{ErrorCounter, WorkerGuard};

use super::connection::Refused;

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs: one JSON object per line.
    Json,
}

/// How often at most the log says that it has lost lines.
const TELL_LOSSES: Duration = Duration::from_secs(10);

/// Keeps the log going; when it is dropped, the lines that still wait are written.
#[must_use = "the log ends with it"]
pub struct Log {
    losses: Losses,
    _guard: WorkerGuard,
}

/// How many lines were lost: those that nobody took in time, and those that could not be written.
#[derive(Clone)]
struct Losses {
    dropped: ErrorCounter,
    unwritten: Arc<AtomicUsize>,
}

impl Losses {
    fn count(&self) -> usize {
        self.dropped.dropped_lines() + self.unwritten.load(Ordering::Relaxed)
    }
}

/// Standard error, of which it is counted how often it cannot be written to.
struct Counted<W> {
    writer: W,
    unwritten: Arc<AtomicUsize>,
}

impl<W: Write> Write for Counted<W> {
    /// A line that cannot be written is no failure: the next may be.
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        if self.writer.write_all(line).is_err() {
            self.unwritten.fetch_add(1, Ordering::Relaxed);
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let _ = self.writer.flush();
        Ok(())
    }
}

impl Log {
    /// Says in the log, as long as it is polled, how many lines it has lost.
    pub fn tell_losses(&self) -> impl Future<Output = ()> + Send + 'static {
        let losses = self.losses.clone();
        async move {
            let mut told = 0;
            loop {
                sleep(TELL_LOSSES).await;
                let lost = losses.count();
                if lost > told {
                    tracing::warn!(lines = lost - told, "lines of the log were lost");
                    told = lost;
                }
            }
        }
    }
}

/// Sends the log of this process to standard error, panics included. To be called once.
///
/// A thread of its own writes, and lines are dropped where it cannot keep up: a reader of the log
/// who stalls must not stall the server.
pub fn log(format: LogFormat) -> Log {
    let unwritten = Arc::new(AtomicUsize::new(0));
    let (writer, guard) = tracing_appender::non_blocking(Counted {
        writer: stderr(),
        unwritten: Arc::clone(&unwritten),
    });
    let losses = Losses {
        dropped: writer.error_counter(),
        unwritten,
    };
    // tracing would report a line that is lost on standard error as well, and panic as that fails too.
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
        let said = panic.payload_as_str().unwrap_or("no message");
        let place = panic.location().map(ToString::to_string);
        // As a string it is escaped once, in each format by its own rules.
        tracing::error!(said, place, "panic");
    }));
    Log {
        losses,
        _guard: guard,
    }
}

/// Logs each request once its answer is ready. `bytes` is the length of the body to be sent,
/// `micros` the time it took to make; neither tells how fast the client takes it.
pub(super) async fn log_request(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let method = request.method().clone();
    let is_refused = request.extensions().get::<Refused>().is_some();
    // The query is left out: it is what a reader searches for, which is nobody's business. What came as raw
    // bytes is escaped as in any address, since JSON would let some control characters pass.
    let path = utf8_percent_encode(request.uri().path(), CONTROLS).to_string();
    let response = next.run(request).await;
    let bytes = if method == Method::HEAD {
        0
    } else {
        response.body().size_hint().lower()
    };
    // Of a request that broke the protocol nothing is known.
    let (method, path) = if is_refused {
        ("-", "-")
    } else {
        (method.as_str(), path.as_str())
    };
    tracing::info!(
        %method,
        path,
        status = response.status().as_u16(),
        bytes,
        micros = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX),
        "request"
    );
    response
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::Counted;

    /// A disk that is full for the first few lines.
    struct Full(usize);

    impl Write for Full {
        fn write(&mut self, line: &[u8]) -> io::Result<usize> {
            let Some(left) = self.0.checked_sub(1) else {
                return Ok(line.len());
            };
            self.0 = left;
            Err(io::ErrorKind::StorageFull.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn lines_that_cannot_be_written_are_counted() -> io::Result<()> {
        let unwritten = Arc::new(AtomicUsize::new(0));
        let mut log = Counted {
            writer: Full(2),
            unwritten: Arc::clone(&unwritten),
        };
        for _ in 0..5 {
            log.write_all(b"a line\n")?;
        }
        assert_eq!(unwritten.load(Ordering::Relaxed), 2);
        Ok(())
    }
}
