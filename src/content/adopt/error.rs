//! Why a text cannot be adopted.

use thiserror::Error;

use super::pattern::Offer;

/// Why a text cannot be adopted.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[allow(missing_docs, reason = "each variant's message says what it is")]
pub enum AdoptError {
    #[error("the file is empty")]
    Empty,
    #[error("its name makes no id; give it one with `--id`")]
    NoId,
    #[error("`site.toml` cannot be changed: {0}")]
    Site(String),
    #[error(
        "it has no headings, but {count} paragraphs begin like “{example}”: `--sections '{pattern}'` makes \
         sections of them"
    )]
    SectionsOffered {
        count: usize,
        example: String,
        pattern: &'static str,
    },
    #[error(
        "it has no headings below its title: write `## ` before each, or say with `--sections` how paragraphs \
         begin that are sections"
    )]
    NoSections,
    #[error("it has no headings below its title, and no paragraph begins as `--sections` says")]
    NoneFits,
}

impl AdoptError {
    /// Why there are no sections.
    pub(super) fn no_sections(offered: Option<Offer>, is_asked: bool) -> Self {
        match offered {
            Some(Offer {
                pattern,
                count,
                example,
            }) => Self::SectionsOffered {
                count,
                example,
                pattern,
            },
            None if is_asked => Self::NoneFits,
            None => Self::NoSections,
        }
    }
}
