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
        let count = |sort| {
            let own = links
                .iter()
                .filter(|&&id| Coverage::of(&library[id]) == sort);
            own.count()
        };
        Self {
            close: count(Coverage::Close),
            clear: count(Coverage::Clear),
            loose: count(Coverage::Loose),
            differs: count(Coverage::Differs),
        }
    }

    /// All of them.
    pub fn total(self) -> usize {
        self.close + self.clear + self.loose + self.differs
    }

    /// `9 matches, 4 close`; where all are of one sort, `2 loose matches`, `1 match that differs`.
    pub fn in_words(self) -> String {
        let total = self.total();
        let each = [
            (self.close, Coverage::Close),
            (self.clear, Coverage::Clear),
            (self.loose, Coverage::Loose),
        ];
        match each.into_iter().find(|(count, _)| *count == total) {
            Some((_, sort)) if total > 0 => {
                format!("{total} {} {}", sort.name(), matches(total))
            }
            _ if self.differs == total && total > 0 => {
                let differ = if total == 1 { "differs" } else { "differ" };
                format!("{total} {} that {differ}", matches(total))
            }
            _ if self.close > 0 => format!("{total} {}, {} close", matches(total), self.close),
            _ => format!("{total} {}", matches(total)),
        }
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
        assert_eq!(told(0, 1, 1, 0), "2 matches");
        assert_eq!(told(0, 0, 1, 0), "1 loose match");
        assert_eq!(told(2, 0, 0, 0), "2 close matches");
        assert_eq!(told(0, 0, 0, 1), "1 match that differs");
        assert_eq!(told(0, 0, 0, 2), "2 matches that differ");
        assert_eq!(told(0, 0, 0, 0), "0 matches");
    }
}
