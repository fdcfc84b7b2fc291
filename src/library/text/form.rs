//! How the words of a prose are set.

use crate::library::id::ImageId;

/// How the words of a prose are set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Form {
    /// One after the other. A line break in the text is one of the source.
    #[default]
    Running,
    /// In lines that readers count.
    Verse {
        /// The number of the first.
        first_line: usize,
    },
    /// As code: with every space and line break.
    Code,
    /// Not at all: the text says what an image shows, for those who do not see it.
    Image(ImageId),
    /// In a table. In the text a tab stands between two cells and a line break between two rows.
    Table {
        /// How each column is set, from the first.
        columns: Vec<Alignment>,
    },
}

/// How a column of a table is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Alignment {
    /// As the page sets its text.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// At the end of the line, as numbers are.
    End,
}

/// Between the cells of a row.
pub const CELL_BREAK: char = '\t';

/// Between lines, or the rows of a table.
pub const LINE_BREAK: char = '\n';

impl Form {
    /// Whether this character of a text stands between its lines, rows or cells.
    #[must_use]
    pub fn breaks_at(&self, sign: char) -> bool {
        match self {
            Self::Running | Self::Verse { .. } => sign == LINE_BREAK,
            Self::Code | Self::Image(_) => false,
            Self::Table { .. } => sign == LINE_BREAK || sign == CELL_BREAK,
        }
    }

    /// The number of a line of verse, which is counted from 0 here.
    #[must_use]
    pub fn line_number(&self, nth: usize) -> Option<usize> {
        match self {
            Self::Verse { first_line } => Some(first_line + nth),
            _ => None,
        }
    }

    /// Its name in data; `None` for running text.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        match self {
            Self::Running => None,
            Self::Verse { .. } => Some("verse"),
            Self::Code => Some("code"),
            Self::Image(_) => Some("image"),
            Self::Table { .. } => Some("table"),
        }
    }
}
