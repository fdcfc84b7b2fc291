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

/// From 1 March of the year 0.
const DAYS_TO_1970: u64 = 719_468;

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
        // Years are counted from March, so that the day that some have more is the last of them, and in
        // rounds of 400, which are all of one length.
        let days = seconds / SECONDS_OF_DAY + DAYS_TO_1970;
        let (round, day_of_round) = (days / 146_097, days % 146_097);
        let leap_days = day_of_round / 1_460 + day_of_round / 146_096 - day_of_round / 36_524;
        let year_of_round = (day_of_round - leap_days) / 365;
        let day_of_year =
            day_of_round - (365 * year_of_round + year_of_round / 4 - year_of_round / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let is_next_year = month_from_march >= 10;
        let month = month_from_march + 3 - if is_next_year { 12 } else { 0 };
        let year = 400 * round + year_of_round + u64::from(is_next_year);
        Some(Self {
            year: u16::try_from(year).ok()?,
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok()?,
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
