//! How many links of each strength there are, as words and as a bar.

use std::ops::Add;

use super::links::matches;
use crate::library::{Library, LinkId, Strength};

/// Links by their strength. The macro of `concordance/bar.html` shows it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spread {
    pub close: usize,
    pub clear: usize,
    pub loose: usize,
}

impl Spread {
    /// Of these links.
    pub fn of(library: &Library, links: &[LinkId]) -> Self {
        links.iter().map(|&id| library[id].strength).collect()
    }

    /// All of them.
    pub fn total(self) -> usize {
        self.close + self.clear + self.loose
    }

    /// How many there are, and how many of the strongest sort: `9 matches, 4 close`; where all are
    /// of one, `2 loose matches`.
    pub fn in_words(self) -> String {
        let total = self.total();
        let each = [
            (self.close, Strength::Close),
            (self.clear, Strength::Clear),
            (self.loose, Strength::Loose),
        ];
        match each.into_iter().find(|(count, _)| *count > 0) {
            Some((own, strength)) if own == total => {
                format!("{total} {} {}", strength.name(), matches(total))
            }
            Some((own, strength)) => {
                format!("{total} {}, {own} {}", matches(total), strength.name())
            }
            None => format!("{total} {}", matches(total)),
        }
    }
}

impl FromIterator<Strength> for Spread {
    fn from_iter<I: IntoIterator<Item = Strength>>(strengths: I) -> Self {
        let mut spread = Self::default();
        for strength in strengths {
            match strength {
                Strength::Close => spread.close += 1,
                Strength::Clear => spread.clear += 1,
                Strength::Loose => spread.loose += 1,
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
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Spread;

    #[test]
    fn a_spread_is_told_in_few_words() {
        let told = |close, clear, loose| {
            Spread {
                close,
                clear,
                loose,
            }
            .in_words()
        };
        assert_eq!(told(4, 3, 2), "9 matches, 4 close");
        assert_eq!(told(0, 1, 1), "2 matches, 1 clear");
        assert_eq!(told(0, 0, 1), "1 loose match");
        assert_eq!(told(2, 0, 0), "2 close matches");
        assert_eq!(told(0, 0, 0), "0 matches");
    }
}
