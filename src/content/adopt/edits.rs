//! Changes to a text, with the way back from the changed text to the one that it was.

use std::collections::BTreeMap;
use std::ops::Range;

/// A text and what is put in place of parts of it.
#[derive(Debug, Clone)]
pub struct Edits<'a> {
    source: &'a str,
    /// What stands before all of it.
    beginning: String,
    /// By the byte at which a part begins: its end, and what stands there instead.
    changes: BTreeMap<usize, (usize, String)>,
}

/// A changed text, and where each of its parts comes from.
pub struct Edited {
    pub text: String,
    parts: Vec<Part>,
}

struct Part {
    /// Where it stands now.
    now: Range<usize>,
    /// Where it stood.
    before: Range<usize>,
    /// Whether it is something else now.
    is_changed: bool,
}

impl<'a> Edits<'a> {
    pub fn of(source: &'a str) -> Self {
        Self {
            source,
            beginning: String::new(),
            changes: BTreeMap::new(),
        }
    }

    /// Puts something before the whole text.
    pub fn begin_with(&mut self, text: String) {
        self.beginning = text;
    }

    /// Puts something else in place of some bytes of the source; false, and nothing is done, where some
    /// of them were changed before.
    pub fn replace(&mut self, range: Range<usize>, text: String) -> bool {
        if !self.is_untouched(&range) {
            return false;
        }
        self.changes.insert(range.start, (range.end, text));
        true
    }

    /// The same, in place of whatever these bytes and all changes that touch them became.
    pub fn replace_all(&mut self, range: Range<usize>, text: String) {
        let mut whole = range;
        while let Some((start, end)) = self.touching(&whole) {
            self.changes.remove(&start);
            whole = whole.start.min(start)..whole.end.max(end);
        }
        self.changes.insert(whole.start, (whole.end, text));
    }

    /// Whether nothing of some bytes was changed.
    pub fn is_untouched(&self, range: &Range<usize>) -> bool {
        self.touching(range).is_none()
    }

    /// Puts something else in place of some bytes of the changed text. What else stands in the changes
    /// that they touch stays.
    pub fn mend(&mut self, edited: &Edited, range: &Range<usize>, with: &str) {
        let [first, last] = edited.ends_of(range);
        let before = first
            .filter(|part| part.is_changed)
            .map(|part| part.now.start..range.start);
        let after = last
            .filter(|part| part.is_changed)
            .map(|part| range.end..part.now.end);
        let text_of = |range: Option<Range<usize>>| range.map_or("", |range| &edited.text[range]);
        let text = format!("{}{with}{}", text_of(before), text_of(after));
        self.replace_all(edited.source_of(range), text);
    }

    /// A change of bytes of a range, or one at its beginning.
    fn touching(&self, range: &Range<usize>) -> Option<(usize, usize)> {
        let (&start, &(end, _)) = self
            .changes
            .range(..range.end.max(range.start + 1))
            .next_back()?;
        (end > range.start || start == range.start).then_some((start, end))
    }

    /// The text with all changes.
    pub fn apply(&self) -> Edited {
        let mut edited = Edited {
            text: String::new(),
            parts: Vec::new(),
        };
        edited.push(&self.beginning, 0..0, true);
        let mut at = 0;
        for (&start, (end, text)) in &self.changes {
            edited.push(&self.source[at..start], at..start, false);
            edited.push(text, start..*end, true);
            at = *end;
        }
        edited.push(&self.source[at..], at..self.source.len(), false);
        edited
    }
}

impl Edited {
    fn push(&mut self, text: &str, before: Range<usize>, is_changed: bool) {
        let start = self.text.len();
        self.text.push_str(text);
        if start < self.text.len() || is_changed {
            self.parts.push(Part {
                now: start..self.text.len(),
                before,
                is_changed,
            });
        }
    }

    /// The parts in which some bytes begin and end.
    fn ends_of(&self, range: &Range<usize>) -> [Option<&Part>; 2] {
        let last = range.end.max(range.start + 1) - 1;
        [range.start, last].map(|byte| {
            let place = self.parts.partition_point(|part| part.now.end <= byte);
            self.parts.get(place).or(self.parts.last())
        })
    }

    /// The bytes of the source that some bytes of the text come from: all of a part that was changed.
    pub fn source_of(&self, range: &Range<usize>) -> Range<usize> {
        let [first, last] = self.ends_of(range);
        // How far into a part that stands as it was.
        let inside = |part: &Part, byte: usize| {
            part.before.start + byte.saturating_sub(part.now.start).min(part.before.len())
        };
        let start = first.map_or(0, |part| {
            if part.is_changed {
                part.before.start
            } else {
                inside(part, range.start)
            }
        });
        let end = last.map_or(start, |part| {
            if part.is_changed {
                part.before.end
            } else {
                inside(part, range.end)
            }
        });
        start..end.max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::Edits;

    #[test]
    fn the_way_leads_back() {
        let mut edits = Edits::of("one two three four");
        assert!(edits.replace(4..7, "2".to_owned()));
        assert!(!edits.replace(5..9, String::new()));
        assert!(edits.replace(8..14, String::new()));
        let edited = edits.apply();
        assert_eq!(edited.text, "one 2 four");
        assert_eq!(edited.source_of(&(0..3)), 0..3);
        assert_eq!(edited.source_of(&(4..5)), 4..7);
        assert_eq!(edited.source_of(&(6..10)), 14..18);
        edits.mend(&edited, &(2..5), "E II");
        assert_eq!(edits.apply().text, "onE II four");
        edits.begin_with("zero ".to_owned());
        assert_eq!(edits.apply().text, "zero onE II four");
        edits.replace_all(6..15, "rest".to_owned());
        assert_eq!(edits.apply().text, "zero onrestour");
    }
}
