//! Series of numbers, one inside another: `(1)`, `(a)`, `(b)`, `(2)`.

use crate::library::{ItemMark, Numerals};

/// The series that are open, each in the one before it, with the last number of each.
#[derive(Debug, Default)]
pub struct Numbering {
    open: Vec<ItemMark>,
}

impl Numbering {
    /// Puts a number in: where it is the next of a series that is open, else where it is the first
    /// of its sort, else where it comes later in a series. It may be read with several numerals, of
    /// which one that fits is chosen. `None` where none does.
    pub fn add(&mut self, readings: &[ItemMark]) -> Option<ItemMark> {
        let (depth, chosen) = self
            .going_on(readings, is_next)
            .or_else(|| {
                let first = readings.iter().find(|reading| reading.value() == 1)?;
                let again = self.open.iter().position(|last| are_alike(last, first));
                Some((again.unwrap_or(self.open.len()), first.clone()))
            })
            .or_else(|| self.going_on(readings, |last, next| next.value() > last.value()))?;
        self.open.truncate(depth);
        self.open.push(chosen.clone());
        Some(chosen)
    }

    /// The innermost series that a number goes on.
    fn going_on(
        &self,
        readings: &[ItemMark],
        follows: impl Fn(&ItemMark, &ItemMark) -> bool,
    ) -> Option<(usize, ItemMark)> {
        let mut series = self.open.iter().enumerate().rev();
        series.find_map(|(depth, last)| {
            let goes_on = |next: &&ItemMark| are_alike(last, next) && follows(last, next);
            Some((depth, readings.iter().find(goes_on)?.clone()))
        })
    }

    /// Begins a new row of series with this number, whatever it is.
    pub fn begin(&mut self, mark: ItemMark) {
        self.open = vec![mark];
    }

    /// The last number.
    pub fn last(&self) -> Option<ItemMark> {
        self.open.last().cloned()
    }

    /// How deep the last number stands, from 1.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// The last number with those of the series around it.
    pub fn path(&self) -> impl Iterator<Item = String> {
        self.open.iter().map(ItemMark::key)
    }
}

/// Whether a number is the one after another, or put in between.
fn is_next(last: &ItemMark, next: &ItemMark) -> bool {
    let is_between = next.value() == last.value() && next.key() > last.key();
    next.value() == last.value() + 1 || is_between
}

/// Whether two numbers are printed alike.
fn are_alike(one: &ItemMark, other: &ItemMark) -> bool {
    one.numerals() == other.numerals() && signs(one) == signs(other)
}

/// What stands around a number.
fn signs(mark: &ItemMark) -> (bool, Option<char>) {
    let printed = mark.printed();
    (printed.starts_with('('), printed.chars().next_back())
}

/// What a line begins with, in every way in which it may be read, and what it takes of the line with
/// the white space behind it: `(a)`, `a)`, `4.`, `(2a)`. A letter and a full stop are rather a name's.
pub fn readings(line: &str) -> Option<(Vec<ItemMark>, usize)> {
    let end = line.find(char::is_whitespace)?;
    let printed = &line[..end];
    let inside = printed.strip_prefix('(');
    let closed = inside.unwrap_or(printed).strip_suffix(')');
    let stopped = printed.strip_suffix('.').filter(|_| inside.is_none());
    let number = closed.or(stopped)?;
    let is_plain = !number.is_empty() && number.bytes().all(|b| b.is_ascii_alphanumeric());
    let is_name = closed.is_none() && !number.bytes().all(|byte| byte.is_ascii_digit());
    if !is_plain || is_name {
        return None;
    }
    let all = Numerals::ALL.into_iter();
    let readings: Vec<ItemMark> = all
        .filter_map(|numerals| ItemMark::parse(printed, numerals))
        .collect();
    let words = line[end..].trim_start();
    (!readings.is_empty() && !words.is_empty()).then_some((readings, line.len() - words.len()))
}

#[cfg(test)]
mod tests {
    use super::{Numbering, readings};

    fn paths(lines: &[&str]) -> Vec<Option<String>> {
        let mut numbering = Numbering::default();
        let paths = lines.iter().map(|line| {
            let (readings, _) = readings(line)?;
            numbering.add(&readings)?;
            Some(numbering.path().collect::<Vec<String>>().join("."))
        });
        paths.collect()
    }

    #[test]
    fn series_stand_in_each_other() {
        let lines = [
            "(1) a", "(a) b", "(b) c", "(i) d", "(ii) e", "(c) f", "(2) g", "(2a) h", "(5) i",
            "(1) j",
        ];
        let expected = [
            "1", "1.a", "1.b", "1.b.i", "1.b.ii", "1.c", "2", "2a", "5", "1",
        ];
        assert_eq!(paths(&lines), expected.map(|path| Some(path.to_owned())));
    }

    #[test]
    fn an_eye_is_a_letter_behind_an_aitch() {
        let lines = ["g) x", "h) x", "i) x"];
        assert_eq!(paths(&lines), [None, None, Some("i".to_owned())]);
        let mut numbering = Numbering::default();
        let (g, _) = readings("(g) x").unwrap();
        numbering.begin(g[0].clone());
        for line in ["(h) x", "(i) x"] {
            numbering.add(&readings(line).unwrap().0).unwrap();
            assert_eq!(numbering.depth(), 1, "{line}");
        }
    }

    #[test]
    fn words_are_no_numbers() {
        for line in [
            "A. Smith went",
            "(that is) so",
            "1.5 metres",
            "(1)",
            "()",
            "e.g. so",
            "(so) x",
        ] {
            assert_eq!(readings(line).map(|(_, end)| end), None, "{line}");
        }
        assert_eq!(readings("4.\u{a0}All").map(|(_, end)| end), Some(4));
    }
}
