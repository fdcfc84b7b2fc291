//! The permanent ids that the editors give to their findings.

use std::fmt;
use std::num::NonZeroU32;

/// A permanent id: a letter, which says what sort of finding it names, and a number from 1. It stands
/// in the file, in addresses and in data, and keeps its meaning whatever else is added or removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code<const LETTER: char>(NonZeroU32);

/// The id of a link: `m17`, since readers know it as a match.
pub type LinkCode = Code<'m'>;

/// The id of a silence: `s3`.
pub type SilenceCode = Code<'s'>;

impl<const LETTER: char> Code<LETTER> {
    /// The first of its sort: `m1`.
    pub const FIRST: Self = Self(NonZeroU32::MIN);

    /// Reads an id as it is written: the letter and the number, without a sign or zeros before it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let number = text.strip_prefix(LETTER)?.parse().ok()?;
        let code = Self(number);
        (code.to_string() == text).then_some(code)
    }

    /// The one that follows.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl<const LETTER: char> fmt::Display for Code<LETTER> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{LETTER}{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::LinkCode;

    #[test]
    fn a_code_is_read_in_one_form_only() {
        let code = LinkCode::parse("m17").unwrap();
        assert_eq!(code.to_string(), "m17");
        assert_eq!(code.next().to_string(), "m18");
        for other in [
            "", "m", "17", "s17", "M17", "m0", "m017", "m+17", "m-17", "m1.7", "m17 ",
        ] {
            assert_eq!(LinkCode::parse(other), None, "{other:?}");
        }
    }
}
