//! What each straight quote of a text becomes.

use crate::library::{Language, QuotationMarks};

/// English words that begin with an apostrophe.
const ELISIONS: [&str; 10] = [
    "em", "gainst", "n", "neath", "til", "tis", "twas", "twere", "twill", "twould",
];

/// What opens a quotation for the mark behind it, beside the opening marks of the language.
const OPENERS: &str = "([{—–‘/¿¡";

/// The longest number that a prime follows without a doubt: of feet, inches, minutes or seconds.
const LONGEST_MEASURE: usize = 3;

/// A straight quote and what is shown in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Its byte in the text.
    pub at: usize,
    pub mark: &'static str,
}

/// Every straight quote of a text that is turned, in order. Marks that are typographic already stay.
pub fn turns(text: &str, language: &Language) -> Vec<Turn> {
    let Some(marks) = language.quotation_marks() else {
        return Vec::new();
    };
    let mut turner = Turner {
        text,
        marks,
        is_english: language.is_english(),
        open: [false; 2],
        last: None,
    };
    let quotes = text.match_indices(['"', '\'']);
    quotes.map(|(at, quote)| turner.turn(at, quote)).collect()
}

/// What is known while quotes are turned from left to right.
struct Turner<'a> {
    text: &'a str,
    marks: &'a QuotationMarks,
    is_english: bool,
    /// Whether a double and a single mark stand open.
    open: [bool; 2],
    last: Option<Turn>,
}

impl Turner<'_> {
    fn turn(&mut self, at: usize, quote: &str) -> Turn {
        let mark = match quote {
            "\"" => self.double(at),
            _ => self.single(at),
        };
        let turn = Turn { at, mark };
        self.last = Some(turn);
        turn
    }

    fn double(&mut self, at: usize) -> &'static str {
        let follows_feet = self.last.is_some_and(|last| {
            let between = &self.text[last.at + 1..at];
            let is_number = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ' ');
            last.mark == "′" && !between.is_empty() && between.chars().all(is_number)
        });
        if follows_feet || (!self.open[0] && self.is_measure(at)) {
            return "″";
        }
        let (opening, closing) = self.marks.double;
        self.open[0] = self.opens(at);
        if self.open[0] { opening } else { closing }
    }

    fn single(&mut self, at: usize) -> &'static str {
        let next = self.next(at);
        let after_digit = self.previous(at).is_some_and(|sign| sign.is_ascii_digit());
        if after_digit && is_inches(&self.text[at + 1..]) {
            return "′";
        }
        let after_word = self.previous(at).is_some_and(char::is_alphanumeric);
        if after_word && next.is_some_and(char::is_alphanumeric) {
            return "’";
        }
        if !self.open[1] && self.is_measure(at) {
            return "′";
        }
        if self.opens(at) {
            if self.is_elision(at) {
                return "’";
            }
            self.open[1] = true;
            return self.marks.single.0;
        }
        // A mark that closes nothing is an apostrophe.
        if std::mem::take(&mut self.open[1]) {
            self.marks.single.1
        } else {
            "’"
        }
    }

    /// Whether a quote opens by what stands before it: nothing, white space, an opening sign, or a
    /// hyphen with a word behind.
    fn opens(&self, at: usize) -> bool {
        let Some(previous) = self.previous(at) else {
            return true;
        };
        let is_opening = |mark: &str| mark.starts_with(previous);
        let last = self.last.filter(|last| last.at + 1 == at);
        match last {
            Some(last) => [self.marks.double.0, self.marks.single.0].contains(&last.mark),
            None if previous == '-' => self.next(at).is_some_and(char::is_alphanumeric),
            None => {
                previous.is_whitespace()
                    || OPENERS.contains(previous)
                    || is_opening(self.marks.double.0)
                    || is_opening(self.marks.single.0)
            }
        }
    }

    /// Whether a short number stands before this byte, and no word behind.
    fn is_measure(&self, at: usize) -> bool {
        let before = &self.text[..at];
        let number = before.trim_end_matches(|sign: char| sign.is_ascii_digit());
        let digits = before.len() - number.len();
        let apart = !number.ends_with(|sign: char| sign.is_alphanumeric() || sign == '\'');
        let ends = !self.next(at).is_some_and(char::is_alphanumeric);
        (1..=LONGEST_MEASURE).contains(&digits) && apart && ends
    }

    /// Whether the quote that could open here stands for what is left out: `’90s`, `’68`, `’tis`.
    fn is_elision(&self, at: usize) -> bool {
        let rest = &self.text[at + 1..];
        let end = rest.find(|sign: char| !sign.is_alphanumeric());
        let (word, behind) = rest.split_at(end.unwrap_or(rest.len()));
        let bytes = word.as_bytes();
        let is_year = bytes.len() >= 2 && bytes[..2].iter().all(u8::is_ascii_digit);
        if is_year && (word.len() == 2 || &word[2..] == "s") {
            // A number alone may be what is quoted.
            return word.len() > 2 || behind.starts_with("'s") || !closes_later(behind);
        }
        self.is_english && ELISIONS.contains(&word.to_lowercase().as_str())
    }

    fn previous(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    fn next(&self, at: usize) -> Option<char> {
        self.text[at + 1..].chars().next()
    }
}

/// Whether what follows a mark of feet or minutes is a number with that of inches or seconds.
fn is_inches(rest: &str) -> bool {
    let number = rest
        .trim_start()
        .trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '.');
    number.len() < rest.trim_start().len() && number.starts_with('"')
}

/// Whether a single quote stands further on that can only close.
fn closes_later(text: &str) -> bool {
    text.match_indices('\'').any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + 1..].chars().next();
        before.is_none_or(|sign| !sign.is_whitespace()) && !after.is_some_and(char::is_alphanumeric)
    })
}
