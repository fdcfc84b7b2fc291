//! Whether search engines may list the site.

/// What search engines are asked of the site as a whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Indexing {
    /// They may list it, but for the pages that say otherwise themselves.
    #[default]
    Allowed,
    /// They are asked to leave out all of it: it is for those who know its address.
    Refused,
}
