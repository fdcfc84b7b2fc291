//! The raw file that a document was made from, and what was done to it. Nothing that was done
//! changes a word.

/// A file as it was given to the editors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capture {
    /// Its name below the content folder: `captures/strategy.txt`.
    pub file: String,
    /// All that it holds.
    pub text: String,
}

impl Capture {
    /// Its lines, numbered from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines())
    }
}

/// A line of the source that is about the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// Its line in the capture.
    pub line: usize,
    /// The line as printed.
    pub text: String,
}

/// One thing that was done to the raw capture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// What was done.
    pub kind: RepairKind,
    /// The first line of the capture that it touches.
    pub first: usize,
    /// The last line.
    pub last: usize,
    /// Which of these lines, where it is not all.
    pub only: Option<RepairScope>,
    /// Whether a hyphen at the seam went.
    pub hyphen: bool,
    /// Why.
    pub reason: String,
}

/// The sorts of repair. None of them changes a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RepairKind {
    /// The lines are not part of the document.
    Drop,
    /// The lines are one paragraph.
    Join,
    /// The words stand in the metadata.
    Move,
    /// The run-in label became the heading.
    Label,
    /// Only marks of form changed.
    Mark,
}

impl RepairKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Drop, Self::Join, Self::Move, Self::Label, Self::Mark];

    /// Its name in front matter and on pages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Drop => "drop",
            Self::Join => "join",
            Self::Move => "move",
            Self::Label => "label",
            Self::Mark => "mark",
        }
    }
}

impl Repair {
    /// Whether a line is one of its own, as far as the numbers tell: of a join only the two ends are.
    #[must_use]
    pub fn names(&self, line: usize) -> bool {
        match self.kind {
            RepairKind::Join => line == self.first || line == self.last,
            _ => (self.first..=self.last).contains(&line),
        }
    }
}

/// The lines of a range that a repair is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RepairScope {
    /// Those that became headings.
    Headings,
    /// Those that hold a run-in label.
    Labels,
}

impl RepairScope {
    /// Every scope.
    pub const ALL: [Self; 2] = [Self::Headings, Self::Labels];

    /// Its name in front matter.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Headings => "headings",
            Self::Labels => "labels",
        }
    }
}
