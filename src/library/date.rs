//! Calendar days.

use std::fmt;

use toml_datetime::Datetime;

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    /// Reads a day as ISO 8601 writes it; `None` if malformed, or if no calendar has it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let read: Datetime = text.parse().ok()?;
        let date = read.date.filter(|_| read.time.is_none())?;
        Some(Self {
            year: date.year,
            month: date.month,
            day: date.day,
        })
    }

    /// As a reader writes it: `1 March 2017`.
    #[must_use]
    pub fn in_words(self) -> String {
        let month = MONTHS
            .get(usize::from(self.month).wrapping_sub(1))
            .copied()
            .unwrap_or_default();
        format!("{} {month} {}", self.day, self.year)
    }
}

impl fmt::Display for Date {
    /// As ISO 8601 writes it: `2017-03-01`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn days_are_read_that_a_calendar_has() {
        for sound in ["2026-11-28", "2024-02-29", "2000-02-29", "0001-01-01"] {
            assert_eq!(Date::parse(sound).unwrap().to_string(), sound);
        }
        for bad in [
            "",
            "2026",
            "2026-11",
            "2026-13-01",
            "2026-00-01",
            "2026-04-31",
            "2023-02-29",
            "1900-02-29",
            "2026-1-01",
            "26-11-28",
            "+026-11-28",
            "2026-11-28-",
            "2026-11-28T00:00",
            "٢٠٢٦-11-28",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }
}
