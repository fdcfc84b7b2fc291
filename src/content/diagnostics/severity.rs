//! How much is wrong.

/// How much is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The content cannot be served.
    Error,
    /// The content can be served, but probably not as it was meant.
    Warning,
}

impl Severity {
    /// Its name, in reports and for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}
