//! What stands for a choice in the addresses that programs are told of.

use super::citing::ACCESSED;
use super::export::Table;
use super::handout::{LONGEST_NOTE, LONGEST_TITLE, MOST_REFERENCES, NOTE, REFS, TITLE};

/// A part of a path or of a query that a request chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each has a sentence in `description`")]
pub enum Parameter {
    Document,
    Kind,
    Section,
    Passage,
    Match,
    First,
    Second,
    Term,
    Table,
    Number,
    Query,
    Page,
    References,
    Title,
    Note,
    Accessed,
}

/// What a value may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterValue {
    /// Text of this pattern, an ECMAScript regular expression.
    Text(&'static str),
    /// Any text of at most so many characters.
    AnyText(usize),
    /// Any text, of which so many characters are read.
    CutText(usize),
    /// Texts with a comma between them, of which so many are read.
    Texts(usize),
    /// A whole number from 1.
    Number,
    /// A day, as ISO 8601 writes it.
    Day,
    /// The name of a table.
    Table([Table; 7]),
}

const SLUG: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

impl Parameter {
    /// Every parameter.
    const ALL: [Self; 16] = [
        Self::Document,
        Self::Kind,
        Self::Section,
        Self::Passage,
        Self::Match,
        Self::First,
        Self::Second,
        Self::Term,
        Self::Table,
        Self::Number,
        Self::Query,
        Self::Page,
        Self::References,
        Self::Title,
        Self::Note,
        Self::Accessed,
    ];

    /// The parameter with this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Kind => "kind",
            Self::Section => "section",
            Self::Passage => "passage",
            Self::Match => "match",
            Self::First => "first",
            Self::Second => "second",
            Self::Term => "term",
            Self::Table => "table",
            Self::Number => "number",
            Self::Query => "q",
            Self::Page => "page",
            Self::References => REFS,
            Self::Title => TITLE,
            Self::Note => NOTE,
            Self::Accessed => ACCESSED,
        }
    }

    /// What it means, in a sentence.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::Document => "The name of a document, the first part of its references.",
            Self::Kind => "The kind of the section in the plural.",
            Self::Section => "The name of the section in its address.",
            Self::Passage => {
                "The reference of a paragraph or epigraph without the document. That of a section \
                 leads to the section’s own address (308)."
            }
            Self::Match => "The permanent id of a match.",
            Self::First => {
                "The document and number of the section that comes first in the library."
            }
            Self::Second => "The document and number of the other section.",
            Self::Term => "The name of a term in its address.",
            Self::Table => "The name of a table.",
            Self::Number => "The number of a sitemap.",
            Self::Query => "What is looked for, as it is typed in the search box.",
            Self::Page => "The page of results, ten a page; the last where there are fewer.",
            Self::References => {
                "The references of passages, in order, with a comma between them; “~” joins two that \
                 stand side by side."
            }
            Self::Title => "What stands above the passages.",
            Self::Note => "What its host says to its readers.",
            Self::Accessed => "The day on which it was read.",
        }
    }

    /// What it may be.
    #[must_use]
    pub fn value(self) -> ParameterValue {
        match self {
            Self::Document | Self::Kind | Self::Section | Self::Term => ParameterValue::Text(SLUG),
            Self::Passage => ParameterValue::Text("^[A-Za-z0-9]+(\\.[A-Za-z0-9]+)*$"),
            Self::Match => ParameterValue::Text("^m[1-9][0-9]*$"),
            Self::First | Self::Second => {
                ParameterValue::Text("^[a-z0-9]+(-[a-z0-9]+)*-[A-Za-z0-9]+(\\.[A-Za-z0-9]+)*$")
            }
            Self::Table => ParameterValue::Table(Table::ALL),
            Self::Number | Self::Page => ParameterValue::Number,
            Self::Query => ParameterValue::AnyText(crate::search::query::LONGEST),
            Self::References => ParameterValue::Texts(MOST_REFERENCES),
            Self::Title => ParameterValue::CutText(LONGEST_TITLE),
            Self::Note => ParameterValue::CutText(LONGEST_NOTE),
            Self::Accessed => ParameterValue::Day,
        }
    }
}
