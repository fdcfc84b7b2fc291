//! One thing that is wrong with the content, and where.

use std::ops::Range;

use super::problem::Problem;
use super::severity::Severity;

/// One thing that is wrong in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The file's number among those that were loaded, from 0; beyond them all where a file is
    /// missing.
    pub file: usize,
    /// The bytes of it that are wrong; `None` where the whole file is.
    pub span: Option<Range<usize>>,
    /// What is wrong with them.
    pub problem: Problem,
}

impl Diagnostic {
    /// How much is wrong.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// Whether the content cannot be served.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }
}
