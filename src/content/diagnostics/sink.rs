//! Where loaders put what they find wrong.

use std::cell::RefCell;
use std::ops::Range;

use super::diagnostic::Diagnostic;
use super::problem::Problem;

/// What stands for the number of a file where the file that is wrong is one that is missing.
const NO_FILE: usize = usize::MAX;

/// Everything that is wrong with the files of one load, in the order of finding.
#[derive(Debug, Default)]
pub struct Diagnostics(RefCell<Vec<Diagnostic>>);

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
        self.0.borrow().len()
    }

    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.0.into_inner()
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

    fn push(self, span: Option<Range<usize>>, problem: Problem) {
        self.diagnostics.0.borrow_mut().push(Diagnostic {
            file: self.file,
            span,
            problem,
        });
    }
}
