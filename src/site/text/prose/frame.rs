//! What stands around the words of verse and tables: lines, rows, cells.

use crate::library::{Alignment, CELL_BREAK, Form, LINE_BREAK, Prose};

/// A part of a frame, in order. Parts nest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FramePiece {
    /// A line begins, with its number if lines are counted.
    OpenLine(Option<usize>),
    /// The last line ends.
    CloseLine(Option<usize>),
    /// A line ends, and another follows.
    EndLine(Option<usize>),
    /// A row of a table begins.
    OpenRow(Row),
    /// It ends.
    CloseRow(Row),
    /// The last row ends, and the table with it.
    CloseTable(Row),
    /// A cell begins.
    OpenCell(Row, Alignment),
    /// It ends.
    CloseCell(Row),
}

/// A row of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The head.
    Head,
    /// The first below it.
    First,
    /// Any other.
    Other,
}

/// The frame of a prose while its words are written from left to right.
#[derive(Debug)]
pub struct Frame {
    form: Form,
    /// Whether it has lines, rows or cells.
    is_there: bool,
    line: usize,
    column: usize,
}

impl Frame {
    /// Before the first word.
    pub fn of(prose: &Prose) -> Self {
        let is_table = matches!(prose.form, Form::Table { .. });
        let is_verse = matches!(prose.form, Form::Verse { .. });
        Self {
            form: prose.form.clone(),
            is_there: is_table || is_verse || prose.has_breaks(),
            line: 0,
            column: 0,
        }
    }

    /// What stands before the first word.
    pub fn open(&mut self) -> Vec<FramePiece> {
        match &self.form {
            _ if !self.is_there => Vec::new(),
            Form::Table { .. } => vec![FramePiece::OpenRow(self.row()), self.open_cell()],
            _ => vec![FramePiece::OpenLine(self.number())],
        }
    }

    /// What stands in place of a character that parts lines, rows or cells.
    pub fn cross(&mut self, sign: char) -> Vec<FramePiece> {
        let row = self.row();
        match (&self.form, sign) {
            (Form::Table { .. }, CELL_BREAK) => {
                self.column += 1;
                vec![FramePiece::CloseCell(row), self.open_cell()]
            }
            (Form::Table { .. }, LINE_BREAK) => {
                self.column = 0;
                self.line += 1;
                vec![
                    FramePiece::CloseCell(row),
                    FramePiece::CloseRow(row),
                    FramePiece::OpenRow(self.row()),
                    self.open_cell(),
                ]
            }
            _ => {
                let ended = self.number();
                self.line += 1;
                vec![
                    FramePiece::EndLine(ended),
                    FramePiece::OpenLine(self.number()),
                ]
            }
        }
    }

    /// What stands after the last word.
    pub fn close(&mut self) -> Vec<FramePiece> {
        let row = self.row();
        match &self.form {
            _ if !self.is_there => Vec::new(),
            Form::Table { .. } => vec![FramePiece::CloseCell(row), FramePiece::CloseTable(row)],
            _ => vec![FramePiece::CloseLine(self.number())],
        }
    }

    fn number(&self) -> Option<usize> {
        self.form.line_number(self.line)
    }

    fn row(&self) -> Row {
        match self.line {
            0 => Row::Head,
            1 => Row::First,
            _ => Row::Other,
        }
    }

    fn open_cell(&self) -> FramePiece {
        let alignment = match &self.form {
            Form::Table { columns } => columns.get(self.column).copied(),
            _ => None,
        };
        FramePiece::OpenCell(self.row(), alignment.unwrap_or_default())
    }
}
