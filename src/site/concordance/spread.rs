//! How many links of each strength there are, and how many say how two passages differ, as words and
//! as a bar.

use std::ops::Add;

use super::links::matches;
use crate::library::{Library, LinkId};
use crate::study::coverage::Coverage;

/// Links by what they come to. The macro of `concordance/bar.html` shows it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spread {
    pub close: usize,
    pub clear: usize,
    pub loose: usize,
    pub differs: usize,
}

impl Spread {
    /// Of these links.
    pub fn of(library: &Library, links: &[LinkId]) -> Self {
        links.iter().map(|&id| Coverage::of(&library[id])).collect()
    }

    /// All of them.
    pub fn total(self) -> usize {
        self.close + self.clear + self.loose + self.differs
    }

    /// How many there are, and how many of the closest sort: `9 matches, 4 close`; where all are of
    /// one, `2 loose matches`, `1 match that differs`.
    pub fn in_words(self) -> String {
        let total = self.total();
        let each = [
            (self.close, Coverage::Close),
            (self.clear, Coverage::Clear),
            (self.loose, Coverage::Loose),
        ];
        match each.into_iter().find(|(count, _)| *count > 0) {
            Some((own, sort)) if own == total => {
                format!("{total} {} {}", sort.name(), matches(total))
            }
            Some((own, sort)) => format!("{total} {}, {own} {}", matches(total), sort.name()),
            None if total == 1 => "1 match that differs".to_owned(),
            None if total > 0 => format!("{total} matches that differ"),
            None => "0 matches".to_owned(),
        }
    }
}

impl FromIterator<Coverage> for Spread {
    fn from_iter<I: IntoIterator<Item = Coverage>>(sorts: I) -> Self {
        let mut spread = Self::default();
        for sort in sorts {
            match sort {
                Coverage::Close => spread.close += 1,
                Coverage::Clear => spread.clear += 1,
                Coverage::Loose => spread.loose += 1,
                Coverage::Differs => spread.differs += 1,
                Coverage::None => {}
            }
        }
        spread
    }
}

impl Add for Spread {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            close: self.close + other.close,
            clear: self.clear + other.clear,
            loose: self.loose + other.loose,
            differs: self.differs + other.differs,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Spread;

    #[test]
    fn a_spread_is_told_in_few_words() {
        let told = |close, clear, loose, differs| {
            Spread {
                close,
                clear,
                loose,
                differs,
            }
            .in_words()
        };
        assert_eq!(told(4, 3, 2, 1), "10 matches, 4 close");
        assert_eq!(told(0, 1, 1, 0), "2 matches, 1 clear");
        assert_eq!(told(0, 1, 0, 2), "3 matches, 1 clear");
        assert_eq!(told(0, 0, 1, 0), "1 loose match");
        assert_eq!(told(2, 0, 0, 0), "2 close matches");
        assert_eq!(told(0, 0, 0, 1), "1 match that differs");
        assert_eq!(told(0, 0, 0, 2), "2 matches that differ");
        assert_eq!(told(0, 0, 0, 0), "0 matches");
    }
}
