//! What adopting a text did to its words: nothing else is changed.

use std::ops::Range;

/// One thing that was done to the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The bytes of the source that it was done to.
    pub range: Range<usize>,
    /// The lines on which they stand, from 1, the last one included.
    pub lines: (usize, usize),
    /// What became of them.
    pub fate: Fate,
    /// Why, in a few words: `raw HTML`.
    pub reason: String,
    /// The source as it stands there.
    pub text: String,
}

/// What became of a part of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It is not in the document.
    Removed,
    /// It stands in the front matter.
    Moved,
    /// Its words stay, without the markup around them.
    Unmarked,
}

impl Fate {
    /// Every fate, the gravest first.
    pub const ALL: [Self; 3] = [Self::Removed, Self::Moved, Self::Unmarked];

    /// What was done, after a number of places.
    #[must_use]
    pub fn done(self) -> &'static str {
        match self {
            Self::Removed => "taken out of the text",
            Self::Moved => "moved to the front matter",
            Self::Unmarked => "kept without markup",
        }
    }

    /// The heading of its list.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Removed => "Taken out of the text",
            Self::Moved => "Moved to the front matter",
            Self::Unmarked => "Kept without its markup",
        }
    }
}

/// What was done, as it is noted.
#[derive(Debug, Default)]
pub struct TakenList(Vec<(Range<usize>, Fate, String)>);

impl TakenList {
    pub fn add(&mut self, range: Range<usize>, fate: Fate, reason: impl Into<String>) {
        self.0.push((range, fate, reason.into()));
    }

    /// All of it in the order of the source.
    pub fn in_order(mut self, source: &str) -> Vec<Taken> {
        self.0.sort_by_key(|(range, ..)| (range.start, range.end));
        let (mut at, mut line) = (0, 1);
        let taken = self.0.into_iter().map(|(range, fate, reason)| {
            line += source[at..range.start].matches('\n').count();
            at = range.start;
            let text = source[range.clone()].trim_end();
            Taken {
                lines: (line, line + text.matches('\n').count()),
                range,
                fate,
                reason,
                text: text.to_owned(),
            }
        });
        taken.collect()
    }
}
