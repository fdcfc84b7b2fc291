//! What can be wrong with a heading: one diagnostic each, with the attributes that would do.

use std::fmt;

use crate::library::list;

/// Everything that is wrong with one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadingFaults {
    /// At least one.
    pub faults: Vec<HeadingFault>,
    /// Its attributes as they could be, where they are at fault: `{#silence .article ref=1}`.
    pub attributes: Option<String>,
    /// The lines of `site.toml` that declare the kind in these attributes, if none do; only at the
    /// first heading that needs them.
    pub declaration: Option<String>,
}

/// One thing that is wrong with a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant's message says what it is")]
pub enum HeadingFault {
    Title,
    SkippedLevel {
        from: u8,
        to: u8,
    },
    Empty,
    Link,
    MalformedAttributes,
    UnknownAttribute(String),
    MalformedLines(String),
    /// Its id, kind or ref.
    Missing(&'static str),
    SeveralKinds(String, String),
    MalformedId(String),
    DuplicateId {
        id: String,
        first: usize,
    },
    SeveralRefs(String, String),
    MalformedRef(String),
    ReservedRef(String),
    DuplicateRef {
        number: String,
        first: usize,
    },
}

impl HeadingFault {
    /// Whether other attributes would mend it.
    #[must_use]
    pub fn is_of_names(&self) -> bool {
        !matches!(
            self,
            Self::Title
                | Self::SkippedLevel { .. }
                | Self::Empty
                | Self::Link
                | Self::MalformedLines(_)
        )
    }

    /// What would mend it, beyond other attributes.
    fn help(&self) -> Option<String> {
        Some(match self {
            Self::Title => "the title goes in the front matter; sections start at level 2 (`##`)".into(),
            Self::SkippedLevel { from, .. } => format!("the next level below {from} is {}", from + 1),
            Self::Empty => "put the heading's words before its attributes".into(),
            Self::Link => "headings are links themselves: keep the words alone".into(),
            Self::UnknownAttribute(_) => "a heading takes `#id`, `.kind`, `ref=…` and `lines=…`, nothing else".into(),
            Self::MalformedLines(_) => "give the number of the first line of a section in verse, such as `lines=1`".into(),
            Self::MalformedId(_) => "an id has lower-case letters `a` to `z`, digits and single hyphens".into(),
            Self::MalformedRef(_) => {
                "a ref has letters `a` to `z` and digits in parts joined by full stops, such as `II.2`; \
                 the last part may not look like a paragraph (`p3`) or a file ending (`json`)".into()
            }
            Self::DuplicateId { first, .. } | Self::DuplicateRef { first, .. } => {
                format!("it is first used at line {first}")
            }
            Self::ReservedRef(_)
            | Self::MalformedAttributes
            | Self::Missing(_)
            | Self::SeveralKinds(..)
            | Self::SeveralRefs(..) => return None,
        })
    }
}

impl fmt::Display for HeadingFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title => f.write_str("a heading of level 1 in the text"),
            Self::SkippedLevel { from, to } => write!(f, "heading level skipped: {from} to {to}"),
            Self::Empty => f.write_str("the heading has no text"),
            Self::Link => f.write_str("a link in a heading"),
            Self::MalformedAttributes => f.write_str("the heading's attributes are malformed"),
            Self::UnknownAttribute(key) => write!(f, "unknown attribute `{key}`"),
            Self::MalformedLines(text) => write!(f, "`{text}` is no number of a line"),
            Self::Missing(name) => write!(f, "the heading has no {name}"),
            Self::SeveralKinds(first, second) => {
                write!(f, "the heading has two kinds, `{first}` and `{second}`")
            }
            Self::MalformedId(id) => write!(f, "malformed id `{id}`"),
            Self::DuplicateId { id, .. } => write!(f, "the id `{id}` is taken"),
            Self::SeveralRefs(first, second) => {
                write!(f, "the heading has two refs, `{first}` and `{second}`")
            }
            Self::MalformedRef(number) => write!(f, "malformed ref `{number}`"),
            Self::ReservedRef(number) => write!(f, "`{number}` is one of the site's own addresses"),
            Self::DuplicateRef { number, .. } => write!(f, "the ref `{number}` is taken"),
        }
    }
}

impl fmt::Display for HeadingFaults {
    /// All that is missing in one breath, and then the rest.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let missing = self.faults.iter().filter_map(|fault| match fault {
            HeadingFault::Missing(name) => Some(format!("no {name}")),
            _ => None,
        });
        let missing: Vec<String> = missing.collect();
        let missing: Vec<&str> = missing.iter().map(String::as_str).collect();
        let others = self
            .faults
            .iter()
            .filter(|one| !matches!(one, HeadingFault::Missing(_)));
        let mut said: Vec<String> = others.map(ToString::to_string).collect();
        if !missing.is_empty() {
            said.push(format!("the heading has {}", list(&missing)));
        }
        f.write_str(&said.join("; "))
    }
}

impl HeadingFaults {
    /// What would mend them.
    #[must_use]
    pub fn help(&self) -> String {
        let mut help: Vec<String> = self.faults.iter().filter_map(HeadingFault::help).collect();
        if let Some(attributes) = &self.attributes {
            help.push(format!("write `{attributes}` at its end"));
        }
        let mut help = help.join("; ");
        if let Some(declaration) = &self.declaration {
            help.push_str(&format!(", and declare in `site.toml`:\n\n{declaration}"));
        }
        help
    }
}
