//! The values of a table that are more than words: numbers, dates, names of a closed set.

use toml::de::DeValue;

use super::fields::Fields;
use crate::content::diagnostics::{Problem, suggest};
use crate::library::Date;

/// What names a range of lines.
const LINES: &str = "the first and last line, such as `[5, 11]`";

impl Fields<'_> {
    /// A whole number from 1, if the key is there.
    pub fn optional_count(&mut self, key: &'static str) -> Option<usize> {
        let (value, span) = self.get(key)?;
        let count = count_of(value);
        if count.is_none() {
            self.report_type(key, "a whole number from 1", value, span);
        }
        count
    }

    /// A whole number from 1 that has to be there.
    pub fn count(&mut self, key: &'static str) -> Option<usize> {
        self.require(key);
        self.optional_count(key)
    }

    /// A first and a last line number.
    pub fn line_range(&mut self, key: &'static str) -> Option<(usize, usize)> {
        self.require(key);
        let (value, span) = self.get(key)?;
        let Some(items) = value.as_array() else {
            self.report_type(key, LINES, value, span);
            return None;
        };
        let ends: Vec<Option<usize>> = items.iter().map(|item| count_of(item.get_ref())).collect();
        match ends.as_slice() {
            &[Some(first), Some(last)] if first <= last => Some((first, last)),
            _ => {
                let problem = Problem::BadValue {
                    value: key.to_owned(),
                    expected: LINES,
                    near: None,
                };
                self.report_at(span, problem);
                None
            }
        }
    }

    /// A truth value; false where the key is not there.
    pub fn flag(&mut self, key: &'static str) -> bool {
        let Some((value, span)) = self.get(key) else {
            return false;
        };
        let flag = value.as_bool();
        if flag.is_none() {
            self.report_type(key, "`true` or `false`", value, span);
        }
        flag.unwrap_or(false)
    }

    /// A calendar day, if the key is there.
    pub fn optional_date(&mut self, key: &'static str) -> Option<Date> {
        let (value, span) = self.get(key)?;
        let date = day_of(value);
        if date.is_none() {
            self.report_type(
                key,
                "a date such as `2017-03-01`, without quotes",
                value,
                span,
            );
        }
        date
    }

    /// A calendar day that has to be there.
    pub fn date(&mut self, key: &'static str) -> Option<Date> {
        self.require(key);
        self.optional_date(key)
    }

    /// One of a closed set of names, which has to be there.
    pub fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        expected: &'static str,
        all: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        self.require(key);
        self.optional_choice(key, expected, all, name)
    }

    /// One of a closed set of names, if the key is there.
    pub fn optional_choice<T: Copy>(
        &mut self,
        key: &'static str,
        expected: &'static str,
        all: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.optional_text(key)?;
        let chosen = all.iter().copied().find(|&one| name(one) == text.value);
        if chosen.is_none() {
            let near = suggest(&text.value, all.iter().map(|&one| name(one)));
            let problem = Problem::BadValue {
                value: text.value,
                expected,
                near,
            };
            self.report_at(text.span, problem);
        }
        chosen
    }
}

fn count_of(value: &DeValue<'_>) -> Option<usize> {
    let number = value.as_integer()?;
    let count = usize::from_str_radix(number.as_str(), number.radix()).ok()?;
    (count > 0).then_some(count)
}

fn day_of(value: &DeValue<'_>) -> Option<Date> {
    let datetime = value.as_datetime()?;
    let date = datetime.date.filter(|_| datetime.time.is_none())?;
    Some(Date {
        year: date.year,
        month: date.month,
        day: date.day,
    })
}

/// Reads a list of tables, each as a whole.
pub(super) fn each<'a, T>(
    fields: &mut Fields<'a>,
    key: &'static str,
    mut read: impl FnMut(&mut Fields<'a>) -> Option<T>,
) -> Vec<T> {
    fields
        .tables(key)
        .into_iter()
        .filter_map(|mut table| {
            let value = read(&mut table);
            table.finish();
            value
        })
        .collect()
}
