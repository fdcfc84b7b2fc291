//! The log: one line a request, and what else an operator must know.

use std::borrow::Cow;
use std::io::{self, Write, stderr};
use std::num::NonZeroU32;
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use axum::http::{Method, Uri};
use axum::response::Response;
use hyper::body::Body;
use percent_encoding::{CONTROLS, utf8_percent_encode};
use tokio::time::sleep;
use tracing::Level;
use tracing_appender::non_blocking::{ErrorCounter, WorkerGuard};

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs: one JSON object per line.
    Json,
    /// None at all.
    Off,
}

/// Of how many requests the log tells.
#[derive(Debug)]
pub(super) struct Sample {
    every: NonZeroU32,
    count: AtomicU32,
}

impl Sample {
    /// Of one in so many.
    pub(super) fn one_in(every: NonZeroU32) -> Self {
        Self {
            every,
            count: AtomicU32::new(0),
        }
    }

    /// Whether the next one is told of.
    fn next(&self) -> bool {
        self.every.get() == 1 || self.count.fetch_add(1, Ordering::Relaxed) % self.every == 0
    }
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

/// Standard error, to which all lines that wait are written together, and of which it is counted how many
/// could not be.
struct Counted<W> {
    writer: W,
    waiting: Vec<u8>,
    lines: usize,
    unwritten: Arc<AtomicUsize>,
}

/// How many bytes of lines wait at most.
const WAITING: usize = 64 << 10;

impl<W> Counted<W> {
    fn new(writer: W, unwritten: Arc<AtomicUsize>) -> Self {
        Self {
            writer,
            waiting: Vec::new(),
            lines: 0,
            unwritten,
        }
    }
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(line);
        self.lines += 1;
        if self.waiting.len() > WAITING {
            self.flush()?;
        }
        Ok(line.len())
    }

    /// Lines that cannot be written are no failure: the next may be.
    fn flush(&mut self) -> io::Result<()> {
        let written = self.writer.write_all(&self.waiting);
        if written.and_then(|()| self.writer.flush()).is_err() {
            self.unwritten.fetch_add(self.lines, Ordering::Relaxed);
        }
        self.waiting.clear();
        self.lines = 0;
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
    let counted = Counted::new(stderr(), Arc::clone(&unwritten));
    let (writer, guard) = tracing_appender::non_blocking(counted);
    let log = Log {
        losses: Losses {
            dropped: writer.error_counter(),
            unwritten,
        },
        _guard: guard,
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
        // Panics are still told, as Rust does by itself.
        LogFormat::Off => return log,
    }
    panic::set_hook(Box::new(|panic| {
        let said = panic.payload_as_str().unwrap_or("no message");
        let place = panic.location().map(ToString::to_string);
        // As a string it is escaped once, in each format by its own rules.
        tracing::error!(said, place, "panic");
    }));
    log
}

/// The line for a request. `bytes` is the length of the body to be sent, `micros` the time it took to make; neither
/// tells how fast the client takes it.
pub(super) struct Line {
    begun: Instant,
    method: Method,
    uri: Uri,
    is_refused: bool,
}

impl Line {
    /// That of a request which has just come, and perhaps broke the protocol.
    pub(super) fn new(method: &Method, uri: &Uri, is_refused: bool) -> Self {
        Self {
            begun: Instant::now(),
            method: method.clone(),
            uri: uri.clone(),
            is_refused,
        }
    }

    /// How long ago the request came.
    pub(super) fn time(&self) -> Duration {
        self.begun.elapsed()
    }

    /// Writes it, if the sample has it or the server failed.
    pub(super) fn write(self, response: &Response, sample: &Sample) {
        let is_told = sample.next() || response.status().is_server_error();
        if !(is_told && tracing::enabled!(Level::INFO)) {
            return;
        }
        let bytes = if self.method == Method::HEAD {
            0
        } else {
            response.body().size_hint().lower()
        };
        // The query is left out: it is what a reader searches for, which is nobody's business. What came as raw
        // bytes is escaped as in any address, since JSON would let some control characters pass.
        let path = utf8_percent_encode(self.uri.path(), CONTROLS);
        let path: Cow<'_, str> = path.into();
        // Of a request that broke the protocol nothing is known.
        let (method, path) = if self.is_refused {
            ("-", "-")
        } else {
            (self.method.as_str(), &*path)
        };
        tracing::info!(
            %method,
            path,
            status = response.status().as_u16(),
            bytes,
            micros = u64::try_from(self.time().as_micros()).unwrap_or(u64::MAX),
            "request"
        );
    }
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
        let mut log = Counted::new(Full(2), Arc::clone(&unwritten));
        for _ in 0..3 {
            log.write_all(b"a line\n")?;
            log.write_all(b"another\n")?;
            log.flush()?;
        }
        assert_eq!(unwritten.load(Ordering::Relaxed), 4);
        Ok(())
    }
}
