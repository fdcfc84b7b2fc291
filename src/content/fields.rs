//! Reads a TOML table key by key and reports everything that is wrong with it, not only the first.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::Problem;
use super::sink::Sink;
use crate::library::date::Date;
use crate::library::near::nearest;

/// What names a range of lines.
const LINES: &str = "the first and last line, such as `[5, 11]`";

/// A value and the bytes of the file that hold it.
#[derive(Debug, Clone)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands in the file.
    pub span: Range<usize>,
}

/// A table that is being read.
pub struct Fields<'a> {
    table: &'a DeTable<'a>,
    span: Range<usize>,
    base: usize,
    sink: &'a Sink,
    asked: BTreeSet<&'static str>,
}

/// Parses TOML that begins at byte `base` of its file; every error of syntax is reported.
pub fn parse<'a>(text: &'a str, base: usize, sink: &Sink) -> Option<Spanned<DeTable<'a>>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        let message = error.message().replace('\n', ", ");
        sink.at(base + span.start..base + span.end, Problem::Toml(message));
    }
    errors.is_empty().then_some(table)
}

impl<'a> Fields<'a> {
    /// The whole of a parsed file or front matter; `span` is where a missing key is reported.
    pub fn new(table: &'a DeTable<'a>, span: Range<usize>, base: usize, sink: &'a Sink) -> Self {
        Self {
            table,
            span,
            base,
            sink,
            asked: BTreeSet::new(),
        }
    }

    /// Where the table stands in the file.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Where the value of a key stands; the whole table where the key is not there.
    pub fn place_of(&self, key: &str) -> Range<usize> {
        match self.table.get(key) {
            Some(value) => self.shifted(value.span()),
            None => self.span(),
        }
    }

    fn shifted(&self, span: Range<usize>) -> Range<usize> {
        self.base + span.start..self.base + span.end
    }

    fn get(&mut self, key: &'static str) -> Option<(&'a DeValue<'a>, Range<usize>)> {
        self.asked.insert(key);
        let value = self.table.get(key)?;
        Some((value.get_ref(), self.shifted(value.span())))
    }

    fn missing(&self, key: &'static str) {
        self.sink.at(self.span.clone(), Problem::MissingKey(key));
    }

    fn wrong(&self, key: &str, expected: &'static str, value: &DeValue<'_>, span: Range<usize>) {
        let problem = Problem::WrongType {
            key: key.to_owned(),
            expected,
            found: found_name(value),
        };
        self.sink.at(span, problem);
    }

    fn text_of(
        &self,
        key: &str,
        value: &DeValue<'_>,
        span: Range<usize>,
    ) -> Option<Located<String>> {
        let Some(text) = value.as_str() else {
            self.wrong(key, "a string", value, span);
            return None;
        };
        if text.trim().is_empty() {
            let key = key.to_owned();
            self.sink.at(span, Problem::EmptyValue { key });
            return None;
        }
        Some(Located {
            value: text.trim().to_owned(),
            span,
        })
    }

    /// A string, if the key is there.
    pub fn optional_text(&mut self, key: &'static str) -> Option<Located<String>> {
        let (value, span) = self.get(key)?;
        self.text_of(key, value, span)
    }

    /// A string that has to be there.
    pub fn text(&mut self, key: &'static str) -> Option<Located<String>> {
        if self.table.get(key).is_none() {
            self.missing(key);
        }
        self.optional_text(key)
    }

    /// The words of a string that has to be there; empty, and reported, where it is not.
    pub fn words(&mut self, key: &'static str) -> String {
        self.text(key).map(|text| text.value).unwrap_or_default()
    }

    /// The words of a string, if the key is there.
    pub fn optional_words(&mut self, key: &'static str) -> Option<String> {
        self.optional_text(key).map(|text| text.value)
    }

    /// A list of strings; empty where the key is not there.
    pub fn texts(&mut self, key: &'static str) -> Vec<Located<String>> {
        let Some((value, span)) = self.get(key) else {
            return Vec::new();
        };
        let Some(items) = value.as_array() else {
            self.wrong(key, "a list of strings", value, span);
            return Vec::new();
        };
        items
            .iter()
            .filter_map(|item| self.text_of(key, item.get_ref(), self.shifted(item.span())))
            .collect()
    }

    /// A whole number from 1, if the key is there.
    pub fn optional_count(&mut self, key: &'static str) -> Option<usize> {
        let (value, span) = self.get(key)?;
        let count = count_of(value);
        if count.is_none() {
            self.wrong(key, "a whole number from 1", value, span);
        }
        count
    }

    /// A whole number from 1 that has to be there.
    pub fn count(&mut self, key: &'static str) -> Option<usize> {
        if self.table.get(key).is_none() {
            self.missing(key);
        }
        self.optional_count(key)
    }

    /// A first and a last line number.
    pub fn line_range(&mut self, key: &'static str) -> Option<(usize, usize)> {
        let Some((value, span)) = self.get(key) else {
            self.missing(key);
            return None;
        };
        let Some(items) = value.as_array() else {
            self.wrong(key, LINES, value, span);
            return None;
        };
        let ends: Vec<Option<usize>> = items.iter().map(|item| count_of(item.get_ref())).collect();
        match ends.as_slice() {
            &[Some(first), Some(last)] if first <= last => Some((first, last)),
            _ => {
                let value = key.to_owned();
                let (expected, near) = (LINES, None);
                self.sink.at(
                    span,
                    Problem::BadValue {
                        value,
                        expected,
                        near,
                    },
                );
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
            self.wrong(key, "`true` or `false`", value, span);
        }
        flag.unwrap_or(false)
    }

    /// A calendar day, if the key is there.
    pub fn optional_date(&mut self, key: &'static str) -> Option<Date> {
        let (value, span) = self.get(key)?;
        let date = day_of(value);
        if date.is_none() {
            self.wrong(
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
        if self.table.get(key).is_none() {
            self.missing(key);
        }
        self.optional_date(key)
    }

    /// One of a closed set of names.
    pub fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        expected: &'static str,
        all: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.text(key)?;
        let chosen = all.iter().copied().find(|&one| name(one) == text.value);
        if chosen.is_none() {
            let near = nearest(&text.value, all.iter().map(|&one| name(one))).map(str::to_owned);
            let value = text.value;
            let problem = Problem::BadValue {
                value,
                expected,
                near,
            };
            self.sink.at(text.span, problem);
        }
        chosen
    }

    /// A table of its own, if the key is there.
    pub fn table(&mut self, key: &'static str) -> Option<Fields<'a>> {
        let (value, span) = self.get(key)?;
        let Some(table) = value.as_table() else {
            self.wrong(key, "a table", value, span);
            return None;
        };
        Some(Fields::new(table, span, self.base, self.sink))
    }

    /// A list of tables, `[[key]]`; empty where the key is not there.
    pub fn tables(&mut self, key: &'static str) -> Vec<Fields<'a>> {
        let Some((value, span)) = self.get(key) else {
            return Vec::new();
        };
        let Some(items) = value.as_array() else {
            self.wrong(key, "a list of tables", value, span);
            return Vec::new();
        };
        items
            .iter()
            .filter_map(|item| {
                let span = self.shifted(item.span());
                let Some(table) = item.get_ref().as_table() else {
                    self.wrong(key, "a table", item.get_ref(), span);
                    return None;
                };
                Some(Fields::new(table, span, self.base, self.sink))
            })
            .collect()
    }

    /// Reports every key that nothing asked for.
    pub fn finish(self) {
        for (key, _) in self.table {
            let name: &str = key.get_ref();
            if self.asked.contains(name) {
                continue;
            }
            let problem = Problem::UnknownKey {
                key: name.to_owned(),
                near: nearest(name, self.asked.iter().copied()).map(str::to_owned),
            };
            self.sink.at(self.shifted(key.span()), problem);
        }
    }
}

fn found_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "a truth value",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
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
