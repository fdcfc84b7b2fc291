//! The log: one line a request, and what else an operator must know.

mod held;
mod line;

use std::io::{self, stderr};
use std::num::NonZeroU32;
use std::panic;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::sleep;
use tracing::Level;

use self::held::{HeldLines, Writing};
pub(super) use self::line::Line;
use self::line::LineFormat;
pub use self::line::RequestLog;

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

/// How often at most the log says that it has lost lines.
const TELL_LOSSES: Duration = Duration::from_secs(10);

/// Keeps the log going; when it is dropped, the lines that still wait are written.
#[must_use = "the log ends with it"]
pub struct Log {
    lines: Arc<HeldLines>,
    /// How requests are told of; `None` for not at all.
    format: Option<LineFormat>,
    _writing: Writing,
}

impl Log {
    /// Where the lines of requests go: that of one in so many, and of each that the server failed.
    #[must_use]
    pub fn requests(&self, one_in: NonZeroU32) -> RequestLog {
        let lines = self.format.map(|format| (Arc::clone(&self.lines), format));
        RequestLog::new(lines, one_in)
    }

    /// Says in the log, as long as it is polled, how many lines it has lost.
    pub fn tell_losses(&self) -> impl Future<Output = ()> + Send + 'static {
        let lines = Arc::clone(&self.lines);
        async move {
            let mut told = 0;
            loop {
                sleep(TELL_LOSSES).await;
                let lost = lines.lost();
                if lost > told {
                    // All of them: if this line is lost as well, the next tells of it.
                    tracing::warn!(lines = lost, "lines of the log were lost since the start");
                    told = lost;
                }
            }
        }
    }
}

/// Sends the log of this process to standard error, panics included. To be called once.
///
/// # Errors
/// If the system gives no thread to write it.
pub fn log(format: LogFormat) -> io::Result<Log> {
    let lines = Arc::default();
    let log = Log {
        _writing: Writing::start(&lines, stderr())?,
        lines: Arc::clone(&lines),
        format: match format {
            LogFormat::Text => Some(LineFormat::TEXT),
            LogFormat::Json => Some(LineFormat::JSON),
            LogFormat::Off => None,
        },
    };
    // tracing would report a line that is lost on standard error as well, and panic as that fails too.
    let lines = tracing_subscriber::fmt()
        .with_max_level(Level::INFO)
        .with_target(false)
        .with_ansi(false)
        .log_internal_errors(false)
        .with_writer(lines);
    match format {
        LogFormat::Text => lines.init(),
        LogFormat::Json => lines.json().flatten_event(true).init(),
        // Panics are still told, as Rust does by itself.
        LogFormat::Off => return Ok(log),
    }
    panic::set_hook(Box::new(|panic| {
        let said = panic.payload_as_str().unwrap_or("no message");
        let place = panic.location().map(ToString::to_string);
        // As a string it is escaped once, in each format by its own rules.
        tracing::error!(said, place, "panic");
    }));
    Ok(log)
}
