//! Prose: the words of a heading or paragraph, with what is marked in them kept apart.

use std::ops::Range;

use super::reference::Reference;

/// Plain text, and the marks and notes that stand at places in it.
///
/// `text` holds the characters of the source and nothing else; offsets are bytes into it. Marks
/// nest or stand apart, as they do in Markdown, in the order in which they open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    /// The words, as in the source.
    pub text: String,
    /// What is marked in them.
    pub marks: Vec<Mark>,
    /// The editors' notes, by place.
    pub notes: Vec<Note>,
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Style {
    /// Set in italics.
    Emphasis,
    /// Set in bold.
    Strong,
    /// The run-in head of its paragraph.
    Label,
    /// Set as code.
    Code,
    /// A link.
    Link(Target),
    /// A mention of a term, which the site adds for display.
    Term {
        /// The path of the term's page.
        path: String,
        /// What the term stands for, where the words do not say so.
        expansion: Option<String>,
    },
    /// Quoted by a link of the concordance, whose card stands beside it; added for display.
    Quoted {
        /// Which of its paragraph's cards, from 1.
        card: usize,
        /// The id of the card, from which the passage's own is made.
        link: String,
    },
    /// Shared with a text that stands beside it: never in a source, only where a page adds it.
    Shared,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To a section or paragraph of the library.
    Reference(Reference),
    /// To another page of the site, by its path.
    Page(String),
    /// Away from the site, by `https:`, `http:` or `mailto:`.
    Elsewhere(String),
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

    /// A stretch of it, with the marks that reach into it; notes are left out.
    #[must_use]
    pub fn slice(&self, range: &Range<usize>) -> Self {
        let within = |mark: &Mark| {
            let start = mark.range.start.max(range.start);
            let end = mark.range.end.min(range.end);
            (start < end).then(|| Mark {
                range: start - range.start..end - range.start,
                style: mark.style.clone(),
            })
        };
        Self {
            text: self.text[range.clone()].to_owned(),
            marks: self.marks.iter().filter_map(within).collect(),
            notes: Vec::new(),
        }
    }

    /// The same with more stretches marked. These may cross the marks that are there.
    #[must_use]
    pub fn marked(&self, ranges: impl IntoIterator<Item = Range<usize>>, style: &Style) -> Self {
        let mut prose = self.clone();
        prose.marks.extend(ranges.into_iter().map(|range| Mark {
            range,
            style: style.clone(),
        }));
        let opening = |mark: &Mark| (mark.range.start, std::cmp::Reverse(mark.range.end));
        prose.marks.sort_by_key(opening);
        prose
    }

    /// The number of words: stretches between white space.
    #[must_use]
    pub fn word_count(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// The references that its links lead to, notes left out.
    pub fn cited(&self) -> impl Iterator<Item = &Reference> {
        self.marks.iter().filter_map(|mark| match &mark.style {
            Style::Link(Target::Reference(reference)) => Some(reference),
            _ => None,
        })
    }
}
