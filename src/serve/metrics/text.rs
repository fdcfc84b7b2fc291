//! The format in which Prometheus reads (the text format, version 0.0.4).

use std::fmt::{self, Display, Formatter, Write};

/// What the media type of the text is.
pub(super) const MEDIA_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// What is told, line by line.
#[derive(Debug, Default)]
pub(super) struct Text(String);

impl Text {
    /// Begins with what samples of a name mean.
    pub(super) fn family(&mut self, name: &str, sort: &str, help: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.0, "# HELP {name} {help}\n# TYPE {name} {sort}");
    }

    /// One value. Labels are our own words, in which nothing is to be escaped.
    pub(super) fn sample(&mut self, name: &str, labels: &[(&str, &str)], value: impl Display) {
        self.0.push_str(name);
        for (place, (label, value)) in labels.iter().enumerate() {
            let before = if place == 0 { '{' } else { ',' };
            let _ = write!(self.0, "{before}{label}=\"{value}\"");
        }
        let end = if labels.is_empty() { "" } else { "}" };
        let _ = writeln!(self.0, "{end} {value}");
    }

    /// What a name means, and its only value.
    pub(super) fn only(&mut self, name: &str, sort: &str, help: &str, value: impl Display) {
        self.family(name, sort, help);
        self.sample(name, &[], value);
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }
}

/// Nanoseconds that are written as seconds.
pub(super) struct Seconds(pub(super) u64);

impl Display for Seconds {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        const NANOSECONDS: u64 = 1_000_000_000;
        let digits = format!("{}.{:09}", self.0 / NANOSECONDS, self.0 % NANOSECONDS);
        out.write_str(digits.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::Seconds;

    #[test]
    fn seconds_have_the_digits_that_they_need() {
        for (nanoseconds, written) in [
            (0, "0"),
            (50_000, "0.00005"),
            (1_000_000_000, "1"),
            (10_000_000_001, "10.000000001"),
        ] {
            assert_eq!(Seconds(nanoseconds).to_string(), written);
        }
    }
}
