//! Where loaders put what they find wrong.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use super::diagnostic::Diagnostic;
use super::problem::Problem;

/// What stands for the number of a file where the file that is wrong is one that is missing.
const NO_FILE: usize = usize::MAX;

/// How often a search through everything that is known is worth its while, in one file: what is wrong
/// beyond that is not shown.
pub const MOST_SUGGESTIONS: usize = 100;

/// Everything that is wrong with the files of one load, in the order of finding.
#[derive(Debug, Default)]
pub struct Diagnostics {
    found: RefCell<Vec<Diagnostic>>,
    /// How many suggestions were looked for in each file.
    suggestions: RefCell<BTreeMap<usize, usize>>,
}

impl Diagnostics {
    /// Takes what is wrong in the file with this number.
    pub fn of_file(&self, file: usize) -> Sink<'_> {
        Sink {
            file,
            diagnostics: self,
        }
    }

    /// Takes what is wrong with the folder.
    pub fn of_no_file(&self) -> Sink<'_> {
        self.of_file(NO_FILE)
    }

    pub fn count(&self) -> usize {
        self.found.borrow().len()
    }

    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.found.into_inner()
    }
}

/// Takes what is wrong in one file.
#[derive(Debug, Clone, Copy)]
pub struct Sink<'a> {
    file: usize,
    diagnostics: &'a Diagnostics,
}

impl Sink<'_> {
    /// The number of the file, counted from 0 in the order of the load.
    pub fn file(self) -> usize {
        self.file
    }

    /// Reports a problem at these bytes of the file.
    pub fn report_at(self, span: Range<usize>, problem: impl Into<Problem>) {
        self.push(Some(span), problem.into());
    }

    /// Reports a problem of the file as a whole.
    pub fn report_file(self, problem: Problem) {
        self.push(None, problem);
    }

    /// Whether a costly search for what was meant is worth its while, which is noted.
    pub fn may_suggest(self) -> bool {
        let mut suggestions = self.diagnostics.suggestions.borrow_mut();
        let count = suggestions.entry(self.file).or_default();
        *count += 1;
        *count <= MOST_SUGGESTIONS
    }

    fn push(self, span: Option<Range<usize>>, problem: Problem) {
        self.diagnostics.found.borrow_mut().push(Diagnostic {
            file: self.file,
            span,
            problem,
        });
    }
}
