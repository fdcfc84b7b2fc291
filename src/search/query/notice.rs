//! What a reader should know of how a query was read.

/// A remark on a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A `*` stands alone, or after too few letters.
    ShortPrefix,
    /// Only so many words were used.
    TooManyWords,
    /// Some characters are no text, such as NUL.
    ControlCharacters,
    /// A `-` stands before `doc:` or `kind:`.
    NegatedFilter,
    /// There is no document of this name.
    NoSuchDocument(String),
    /// There is no kind of this name.
    NoSuchKind(String),
    /// The query has nothing to look for.
    NothingAsked,
}
