//! Reads a TOML table key by key and reports everything that is wrong with it, not only the first.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::control::first_control_of_table;
use crate::content::diagnostics::{Problem, Sink, suggest};

/// A value and the bytes of the file that hold it.
#[derive(Debug, Clone)]
pub struct Located<T> {
    pub value: T,
    pub span: Range<usize>,
}

/// Strings that belong together.
pub type Group = Located<Vec<Located<String>>>;

/// A table that is being read.
pub struct Fields<'a> {
    table: &'a DeTable<'a>,
    span: Range<usize>,
    base: usize,
    sink: Sink<'a>,
    asked: BTreeSet<&'static str>,
    /// The keys that have to be there and are not, in the order of asking.
    missing: Vec<&'static str>,
}

/// Parses a file of TOML; every error of syntax is reported.
pub fn parse_file<'a>(text: &'a str, sink: Sink<'_>) -> Option<Spanned<DeTable<'a>>> {
    parse(text, 0, sink)
}

/// The same for TOML that begins at byte `base` of its file.
pub fn parse<'a>(text: &'a str, base: usize, sink: Sink<'_>) -> Option<Spanned<DeTable<'a>>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        let message = error.message().replace('\n', ", ");
        sink.report_at(base + span.start..base + span.end, Problem::Toml(message));
    }
    if let Some((sign, span)) = first_control_of_table(table.get_ref()) {
        let span = base + span.start..base + span.end;
        sink.report_at(span, Problem::ControlCharacter(sign));
    }
    errors.is_empty().then_some(table)
}

impl<'a> Fields<'a> {
    /// The whole of a file, whose missing keys are reported at its first line.
    pub fn of_file(table: &'a Spanned<DeTable<'a>>, text: &str, sink: Sink<'a>) -> Self {
        let first_line = 0..text.lines().next().map_or(0, str::len);
        Self::new(table.get_ref(), first_line, 0, sink)
    }

    /// A table whose spans count from byte `base` of the file; missing keys are reported at `span`.
    pub fn new(table: &'a DeTable<'a>, span: Range<usize>, base: usize, sink: Sink<'a>) -> Self {
        Self {
            table,
            span,
            base,
            sink,
            asked: BTreeSet::new(),
            missing: Vec::new(),
        }
    }

    /// Where the table stands in the file.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Whether a key is there, whatever its value.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
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

    pub(super) fn get(&mut self, key: &'static str) -> Option<(&'a DeValue<'a>, Range<usize>)> {
        self.asked.insert(key);
        let value = self.table.get(key)?;
        Some((value.get_ref(), self.shifted(value.span())))
    }

    /// Notes a key that has to be there; if it is not, [`Self::finish`] reports it with all others.
    pub fn require(&mut self, key: &'static str) {
        if !self.has(key) && !self.missing.contains(&key) {
            self.missing.push(key);
        }
    }

    /// The same for a list, which must not be empty either.
    pub fn require_some(&mut self, key: &'static str, is_empty: bool) {
        self.require(key);
        if is_empty && self.has(key) {
            let key = key.to_owned();
            self.report_at(self.place_of(&key), Problem::EmptyValue { key });
        }
    }

    pub(super) fn report_at(&self, span: Range<usize>, problem: Problem) {
        self.sink.report_at(span, problem);
    }

    pub(super) fn report_type(
        &self,
        key: &str,
        expected: &'static str,
        value: &DeValue<'_>,
        span: Range<usize>,
    ) {
        let problem = Problem::WrongType {
            key: key.to_owned(),
            expected,
            found: found_name(value),
        };
        self.report_at(span, problem);
    }

    fn text_of(
        &self,
        key: &str,
        value: &DeValue<'_>,
        span: Range<usize>,
    ) -> Option<Located<String>> {
        let Some(text) = value.as_str() else {
            self.report_type(key, "a string", value, span);
            return None;
        };
        // An ellipsis alone is a place that was left to be filled in.
        if matches!(text.trim(), "" | "…") {
            let key = key.to_owned();
            self.report_at(span, Problem::EmptyValue { key });
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
        self.require(key);
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

    /// The words of a string, if there are any, without a report of what is wrong with it.
    pub fn known_words(&self, key: &str) -> Option<String> {
        self.table.get(key)?.get_ref().as_str().map(str::to_owned)
    }

    /// A list of strings; empty where the key is not there.
    pub fn texts(&mut self, key: &'static str) -> Vec<Located<String>> {
        let Some((value, span)) = self.get(key) else {
            return Vec::new();
        };
        let Some(items) = value.as_array() else {
            self.report_type(key, "a list of strings", value, span);
            return Vec::new();
        };
        items
            .iter()
            .filter_map(|item| self.text_of(key, item.get_ref(), self.shifted(item.span())))
            .collect()
    }

    /// A list of lists of strings; empty where the key is not there, `None` where it is malformed.
    pub fn groups(&mut self, key: &'static str) -> Option<Vec<Group>> {
        let Some((value, span)) = self.get(key) else {
            return Some(Vec::new());
        };
        let list = |value: &'a DeValue<'a>, span| {
            let items = value.as_array();
            if items.is_none() {
                self.report_type(key, "a list of lists of strings", value, span);
            }
            items
        };
        let groups = list(value, span)?.iter().map(|group| {
            let span = self.shifted(group.span());
            let texts = list(group.get_ref(), span.clone())?.iter();
            let texts = texts.map(|item| {
                let span = self.shifted(item.span());
                self.text_of(key, item.get_ref(), span)
            });
            // Everything wrong is reported, not only the first.
            let texts: Vec<Option<Located<String>>> = texts.collect();
            let value = texts.into_iter().collect::<Option<Vec<_>>>()?;
            Some(Located { value, span })
        });
        let groups: Vec<Option<Group>> = groups.collect();
        groups.into_iter().collect()
    }

    /// The words of a list of strings; empty where the key is not there.
    pub fn strings(&mut self, key: &'static str) -> Vec<String> {
        let texts = self.texts(key).into_iter();
        texts.map(|text| text.value).collect()
    }

    /// A table of its own, if the key is there.
    pub fn table(&mut self, key: &'static str) -> Option<Fields<'a>> {
        let (value, span) = self.get(key)?;
        let Some(table) = value.as_table() else {
            self.report_type(key, "a table", value, span);
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
            self.report_type(key, "a list of tables", value, span);
            return Vec::new();
        };
        items
            .iter()
            .filter_map(|item| {
                let span = self.shifted(item.span());
                let Some(table) = item.get_ref().as_table() else {
                    self.report_type(key, "a table", item.get_ref(), span);
                    return None;
                };
                Some(Fields::new(table, span, self.base, self.sink))
            })
            .collect()
    }

    /// Reports the keys that are missing, all at once, and every key that nothing asked for.
    pub fn finish(self) {
        if !self.missing.is_empty() {
            let missing = Problem::MissingKeys(self.missing.clone());
            self.report_at(self.span(), missing);
        }
        for (key, _) in self.table {
            let name: &str = key.get_ref();
            if self.asked.contains(name) {
                continue;
            }
            let problem = Problem::UnknownKey {
                key: name.to_owned(),
                near: suggest(name, self.asked.iter().copied()),
            };
            self.report_at(self.shifted(key.span()), problem);
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
