//! Prose: the words of a heading or paragraph, with what is marked in them kept apart.

use std::ops::Range;

use super::form::Form;
use crate::library::id::{Id, TargetId};
use crate::library::language::Length;

/// Plain text, and the marks and notes that stand at places in it.
///
/// `text` holds the characters of the source and nothing else, with what parts its lines and cells
/// ([`Form`]); offsets are bytes into it. Marks nest or stand apart, as they do in Markdown, in the
/// order in which they open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    /// The words, as in the source.
    pub text: String,
    /// What is marked in them.
    pub marks: Vec<Mark>,
    /// The editors' notes, by place.
    pub notes: Vec<Note>,
    /// How they are set.
    pub form: Form,
}

/// One marked stretch of a prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What it is.
    pub style: Style,
}

/// What a mark says of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Set in italics.
    Emphasis,
    /// Set in bold.
    Strong,
    /// The run-in head of its paragraph.
    Label,
    /// Set as code.
    Code,
    /// A link; where it leads is in the library's table of targets.
    Link(TargetId),
}

/// An editors' note, apart from the author's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The byte of the text before which its sign stands.
    pub at: usize,
    /// What it says; it has no notes of its own.
    pub body: Prose,
}

impl Prose {
    /// Prose without marks.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// The run-in head, without the colon or full stop that closes it.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        let mark = self.marks.iter().find(|mark| mark.style == Style::Label)?;
        Some(self.text[mark.range.clone()].trim_end_matches([':', '.']))
    }

    /// A stretch of it, with the marks that reach into it; notes are left out, and what is set in
    /// another way is running text.
    #[must_use]
    pub fn slice(&self, range: &Range<usize>) -> Self {
        let within = |mark: &Mark| {
            let start = mark.range.start.max(range.start);
            let end = mark.range.end.min(range.end);
            (start < end).then(|| Mark {
                range: start - range.start..end - range.start,
                style: mark.style,
            })
        };
        Self {
            text: self.text[range.clone()].to_owned(),
            marks: self.marks.iter().filter_map(within).collect(),
            ..Self::default()
        }
    }

    /// Whether it has several lines, rows or cells.
    #[must_use]
    pub fn has_breaks(&self) -> bool {
        self.text.contains(|sign| self.form.breaks_at(sign))
    }

    /// How long it is.
    #[must_use]
    pub fn length(&self) -> Length {
        Length::of(&self.text)
    }

    /// Where its links lead, notes left out.
    pub fn targets(&self) -> impl Iterator<Item = TargetId> {
        self.marks.iter().filter_map(|mark| match mark.style {
            Style::Link(target) => Some(target),
            _ => None,
        })
    }

    /// Moves its targets, and those of its notes, to where they stand in a longer table.
    pub(in crate::library) fn move_targets(&mut self, by: usize) {
        for mark in &mut self.marks {
            if let Style::Link(target) = &mut mark.style {
                *target = TargetId::new(target.index() + by);
            }
        }
        for note in &mut self.notes {
            note.body.move_targets(by);
        }
    }
}
