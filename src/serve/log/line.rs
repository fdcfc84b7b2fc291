//! The lines for requests.
//!
//! They are written as tracing writes its own, but by hand: a busy server writes tens of thousands a second.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use axum::http::{Method, Uri};
use axum::response::Response;
use hyper::body::Body;
use percent_encoding::{CONTROLS, utf8_percent_encode};

use super::held::HeldLines;
use crate::library::Date;

/// Where the lines for requests go.
#[derive(Default)]
pub struct RequestLog {
    /// `None` for no log at all.
    lines: Option<(Arc<HeldLines>, LineFormat)>,
    sample: Sample,
}

/// What stands before, between and after the time, method, path, status, bytes and microseconds of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct LineFormat([&'static str; 7]);

impl LineFormat {
    pub(super) const TEXT: Self = Self([
        "",
        "  INFO request method=",
        " path=\"",
        "\" status=",
        " bytes=",
        " micros=",
        "\n",
    ]);
    pub(super) const JSON: Self = Self([
        "{\"timestamp\":\"",
        "\",\"level\":\"INFO\",\"message\":\"request\",\"method\":\"",
        "\",\"path\":\"",
        "\",\"status\":",
        ",\"bytes\":",
        ",\"micros\":",
        "}\n",
    ]);
}

/// Of how many requests the log tells.
struct Sample {
    one_in: NonZeroU32,
    count: AtomicU32,
}

impl Default for Sample {
    fn default() -> Self {
        Self {
            one_in: NonZeroU32::MIN,
            count: AtomicU32::new(0),
        }
    }
}

impl Sample {
    /// Whether the next one is told of.
    fn next(&self) -> bool {
        let count = || self.count.fetch_add(1, Ordering::Relaxed);
        self.one_in == NonZeroU32::MIN || count().is_multiple_of(self.one_in.get())
    }
}

impl RequestLog {
    /// For one request in so many, and for every one that the server failed.
    pub(super) fn new(lines: Option<(Arc<HeldLines>, LineFormat)>, one_in: NonZeroU32) -> Self {
        let count = AtomicU32::new(0);
        Self {
            lines,
            sample: Sample { one_in, count },
        }
    }
}

/// The line for a request.
pub(in crate::serve) struct Line {
    begun: Instant,
    method: Method,
    uri: Uri,
    is_refused: bool,
}

impl Line {
    /// That of a request which has just come, and perhaps broke the protocol.
    pub(in crate::serve) fn new(method: &Method, uri: &Uri, is_refused: bool) -> Self {
        Self {
            begun: Instant::now(),
            method: method.clone(),
            uri: uri.clone(),
            is_refused,
        }
    }

    /// How long ago the request came.
    pub(in crate::serve) fn time(&self) -> Duration {
        self.begun.elapsed()
    }

    /// Writes the line, if the request is in the sample or the server failed. `time` is how long the answer took to make,
    /// whatever time the client takes over it.
    pub(in crate::serve) fn write(self, response: &Response, time: Duration, log: &RequestLog) {
        let Some((lines, format)) = &log.lines else {
            return;
        };
        if !log.sample.next() && !response.status().is_server_error() {
            return;
        }
        let told = Told {
            method: self.method.as_str(),
            // The query is left out: it is what a reader searches for, which is nobody's business.
            path: self.uri.path(),
            status: response.status().as_u16(),
            bytes: match self.method {
                Method::HEAD => 0,
                _ => response.body().size_hint().lower(),
            },
            micros: u64::try_from(time.as_micros()).unwrap_or(u64::MAX),
        };
        // Of a request that broke the protocol nothing is known.
        let told = if self.is_refused {
            Told {
                method: "-",
                path: "-",
                ..told
            }
        } else {
            told
        };
        lines.put(told.line(*format, SystemTime::now()).as_bytes());
    }
}

/// What a line tells.
struct Told<'a> {
    method: &'a str,
    path: &'a str,
    status: u16,
    /// The length of the body to be sent.
    bytes: u64,
    /// How long the answer took to make.
    micros: u64,
}

impl Told<'_> {
    fn line(&self, format: LineFormat, now: SystemTime) -> String {
        let LineFormat(
            [
                start,
                after_time,
                after_method,
                after_path,
                after_status,
                after_bytes,
                end,
            ],
        ) = format;
        let mut line = String::with_capacity(160 + self.path.len());
        line.push_str(start);
        push_time(&mut line, now);
        line.push_str(after_time);
        line.push_str(self.method);
        line.push_str(after_method);
        push_path(&mut line, self.path);
        line.push_str(after_path);
        push_number(&mut line, self.status.into(), 1);
        line.push_str(after_status);
        push_number(&mut line, self.bytes, 1);
        line.push_str(after_bytes);
        push_number(&mut line, self.micros, 1);
        line.push_str(end);
        line
    }
}

/// `2026-11-29T02:19:00.123456Z`
fn push_time(line: &mut String, now: SystemTime) {
    let date = Date::of(now).unwrap_or(Date::EPOCH);
    let since = now.duration_since(UNIX_EPOCH).unwrap_or_default();
    let seconds = since.as_secs();
    let parts = [
        (u64::from(date.year), 4, '-'),
        (u64::from(date.month), 2, '-'),
        (u64::from(date.day), 2, 'T'),
        (seconds / 3600 % 24, 2, ':'),
        (seconds / 60 % 60, 2, ':'),
        (seconds % 60, 2, '.'),
        (u64::from(since.subsec_micros()), 6, 'Z'),
    ];
    for (number, width, sign) in parts {
        push_number(line, number, width);
        line.push(sign);
    }
}

/// Percent-encodes control characters, as an address would: JSON lets some of them pass. Quotation marks and backslashes
/// are escaped as both formats do it.
fn push_path(line: &mut String, path: &str) {
    for sign in utf8_percent_encode(path, CONTROLS).flat_map(str::chars) {
        if matches!(sign, '"' | '\\') {
            line.push('\\');
        }
        line.push(sign);
    }
}

/// A number with so many digits at least.
fn push_number(line: &mut String, number: u64, width: u32) {
    let digits = number.checked_ilog10().map_or(1, |log| log + 1);
    for power in (0..digits.max(width)).rev() {
        let digit = number / 10_u64.pow(power) % 10;
        line.extend(char::from_digit(digit as u32, 10));
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};
    use std::sync::{Arc, Mutex};
    use std::time::{Duration, SystemTime, UNIX_EPOCH};

    use tracing::Level;
    use tracing::subscriber::with_default;
    use tracing_subscriber::fmt;

    use super::{LineFormat, Told};

    /// What tracing writes.
    #[derive(Clone, Default)]
    struct Written(Arc<Mutex<Vec<u8>>>);

    impl Write for Written {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// A line without its time.
    fn timeless(line: &str) -> String {
        let at = line.find('Z').unwrap();
        let from = line[..at].rfind('"').map_or(0, |mark| mark + 1);
        format!("{}{}", &line[..from], &line[at..])
    }

    #[test]
    fn lines_are_written_as_tracing_writes_its_own() {
        for (method, path, status, bytes, micros) in [
            ("GET", "/", 200, 3, 12),
            ("HEAD", "/strategy/II.2", 304, 0, 0),
            ("GET", "/%22\\a\"b\"/\\", 404, 10_000_000_000, 999),
            ("-", "-", 400, 17, 1_000_000),
        ] {
            let told = Told {
                method,
                path,
                status,
                bytes,
                micros,
            };
            for (format, is_json) in [(LineFormat::TEXT, false), (LineFormat::JSON, true)] {
                let written = Written::default();
                let writer = written.clone();
                let lines = fmt()
                    .with_target(false)
                    .with_ansi(false)
                    .with_writer(move || writer.clone());
                let event = || tracing::event!(Level::INFO, %method, path, status, bytes, micros, "request");
                if is_json {
                    with_default(lines.json().flatten_event(true).finish(), event);
                } else {
                    with_default(lines.finish(), event);
                }
                let theirs = String::from_utf8(written.0.lock().unwrap().clone()).unwrap();
                let own = told.line(format, SystemTime::now());
                assert_eq!(timeless(&own), timeless(&theirs));
            }
        }
    }

    #[test]
    fn time_is_told_to_the_microsecond_and_controls_are_escaped() {
        let told = Told {
            method: "GET",
            path: "/a\u{1}b\u{e9}",
            status: 200,
            bytes: 0,
            micros: 7,
        };
        let now = UNIX_EPOCH + Duration::new(1_796_083_199, 4_005_999);
        assert_eq!(
            told.line(LineFormat::TEXT, now),
            "2026-11-30T23:59:59.004005Z  INFO request method=GET path=\"/a%01b%C3%A9\" status=200 \
             bytes=0 micros=7\n"
        );
    }
}
