//! Where loaders put what they find wrong.

use std::cell::RefCell;
use std::ops::Range;

use super::diagnostic::Diagnostic;
use super::problem::Problem;

/// The diagnostics of one file, collected while it is read.
#[derive(Debug)]
pub struct Sink {
    file: usize,
    found: RefCell<Vec<Diagnostic>>,
}

impl Sink {
    /// An empty sink for a file.
    pub fn new(file: usize) -> Self {
        Self {
            file,
            found: RefCell::default(),
        }
    }

    /// The file it is for.
    pub fn file(&self) -> usize {
        self.file
    }

    /// Notes a problem at a span of the file.
    pub fn at(&self, span: Range<usize>, problem: Problem) {
        self.push(Some(span), problem);
    }

    /// Notes a problem of the whole file.
    pub fn whole(&self, problem: Problem) {
        self.push(None, problem);
    }

    fn push(&self, span: Option<Range<usize>>, problem: Problem) {
        self.found.borrow_mut().push(Diagnostic {
            file: self.file,
            span,
            problem,
        });
    }

    /// What was found.
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found.into_inner()
    }
}
