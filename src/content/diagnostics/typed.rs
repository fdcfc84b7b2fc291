//! What is printed as it is typed, though it looks like markup.

use std::fmt;

/// What a text looks like and is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// A heading without a space.
    Heading,
    /// The row of a table that has no line of dashes.
    TableRow,
    /// Signs of strong text that nothing opens or closes.
    Strong,
    /// A link with a space where none may be.
    Link,
    /// The attributes of a heading, where there is none.
    Attributes,
}

impl fmt::Display for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Heading => "a heading without a space after its signs",
            Self::TableRow => "the row of a table that has no line of dashes below its head",
            Self::Strong => "two asterisks that open or close nothing",
            Self::Link => "a link with a space in it",
            Self::Attributes => "the attributes of a heading outside of one",
        })
    }
}

impl Typed {
    /// What would mend it.
    #[must_use]
    pub fn help(self) -> &'static str {
        match self {
            Self::Heading => {
                "put a space after the signs, or escape the first if it is text: `\\#`"
            }
            Self::TableRow => {
                "put a line such as `|---|---|` below the first row, or escape the first sign if it \
                 is text: `\\|`"
            }
            Self::Strong => {
                "put them next to the words, without a space between, or escape them if they are \
                 text: `\\*\\*`"
            }
            Self::Link => {
                "write `[words](address)` with no space before or in the address, or escape the \
                 bracket if it is text: `\\[`"
            }
            Self::Attributes => {
                "put them at the end of a line that begins with `##`, or escape the brace if it is \
                 text: `\\{`"
            }
        }
    }
}
