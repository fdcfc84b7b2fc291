//! How close a link is.

/// How close two passages are, in the editors' judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Strength {
    /// Thin or a matter of theme: 1.
    Loose,
    /// Plain to see: 2.
    Clear,
    /// Close, or central to both: 3.
    Close,
}

impl Strength {
    /// Every strength, the weakest first.
    pub const ALL: [Self; 3] = [Self::Loose, Self::Clear, Self::Close];

    /// The strength that a number in the file means.
    #[must_use]
    pub fn from_number(number: usize) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.number() == number)
    }

    /// Its number in the file.
    #[must_use]
    pub fn number(self) -> usize {
        match self {
            Self::Loose => 1,
            Self::Clear => 2,
            Self::Close => 3,
        }
    }

    /// Its name on pages and in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Loose => "loose",
            Self::Clear => "clear",
            Self::Close => "close",
        }
    }
}
