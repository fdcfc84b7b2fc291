//! Calendar days.

use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

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

const SECONDS_OF_DAY: u64 = 24 * 60 * 60;

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
    /// Day 0 of Unix time.
    pub const EPOCH: Self = Self {
        year: 1970,
        month: 1,
        day: 1,
    };

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

    /// The day, in UTC, on which a moment lies; `None` before 1970 and after the year 65535.
    #[must_use]
    pub fn of(moment: SystemTime) -> Option<Self> {
        let seconds = moment.duration_since(UNIX_EPOCH).ok()?.as_secs();
        let (mut year, mut left) = (1970_u16, seconds / SECONDS_OF_DAY);
        while left >= days_of_year(year) {
            left -= days_of_year(year);
            year = year.checked_add(1)?;
        }
        let mut month = 1;
        while left >= days_of_month(year, month) {
            left -= days_of_month(year, month);
            month += 1;
        }
        let day = u8::try_from(left + 1).ok()?;
        Some(Self { year, month, day })
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

fn days_of_year(year: u16) -> u64 {
    365 + u64::from(is_leap(year))
}

fn days_of_month(year: u16, month: u8) -> u64 {
    match month {
        2 => 28 + u64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400)
}

impl fmt::Display for Date {
    /// As ISO 8601 writes it: `2017-03-01`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

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

    #[test]
    fn a_moment_is_dated_by_its_day_in_utc() {
        for (seconds, day) in [
            (0, "1970-01-01"),
            (951_782_399, "2000-02-28"),
            (951_782_400, "2000-02-29"),
            (1_709_251_199, "2024-02-29"),
            (1_796_083_199, "2026-11-30"),
            (1_735_603_200, "2024-12-31"),
            (1_798_761_600, "2027-01-01"),
            (4_107_542_400, "2100-03-01"),
        ] {
            let date = Date::of(UNIX_EPOCH + Duration::from_secs(seconds));
            assert_eq!(date.map(|date| date.to_string()).as_deref(), Some(day));
        }
        assert_eq!(Date::of(UNIX_EPOCH - Duration::from_secs(1)), None);
        assert_eq!(Date::of(UNIX_EPOCH + Duration::from_secs(1 << 42)), None);
    }
}
