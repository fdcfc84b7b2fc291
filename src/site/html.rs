//! Parts of pages, and how text is shown in them.

use std::fmt;

use askama::filters::HtmlSafe;
use askama::{FastWritable, Template, Values};

/// A part of a page that has a template of its own. It is shown in another template as it is, while
/// everything else is escaped there.
#[derive(Debug, Clone, Copy)]
pub struct Html<T>(pub T);

impl<T: Template> HtmlSafe for Html<T> {}

impl<T: Template> fmt::Display for Html<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: Template> FastWritable for Html<T> {
    fn write_into(&self, out: &mut dyn fmt::Write, values: &dyn Values) -> askama::Result<()> {
        FastWritable::write_into(&self.0, out, values)
    }
}
