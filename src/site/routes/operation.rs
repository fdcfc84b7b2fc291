//! What programs can ask the site for. Every route that is no page belongs to an operation, so that
//! none is missing where programs are told of them.

use std::collections::BTreeMap;

use super::discovery::Discovery;
use super::export::Export;
use super::handout::HandoutFormat;
use super::route::{CitationFormat, Format, Route, TextFormat};
use crate::cite::Cited;
use crate::library::Library;
use crate::study::link_index::LinkIndex;

/// The routes of one shape, which answer with data of one sort. The order is that in which programs
/// are told of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "`facts` has a sentence for each")]
pub enum Operation {
    Document,
    DocumentMarkdown,
    Section,
    SectionMarkdown,
    Passage,
    PassageMarkdown,
    Handout,
    Capture,
    Concordance,
    Comparison,
    Term,
    Actors,
    Search,
    Suggestions,
    Citation(CitedSort, CitationFormat),
    Book,
    Tei,
    Library,
    LibrarySchema,
    LibraryBook,
    Table,
    OpenApi,
    EditionsFeed,
    Sitemap,
    SitemapPart,
    Robots,
    OpenSearch,
    SecurityTxt,
    Health,
}

/// What can be cited, by the shape of its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CitedSort {
    /// A document.
    Document,
    /// A section.
    Section,
    /// A paragraph or epigraph.
    Passage,
    /// A link of the concordance.
    Link,
}

/// The first route of each operation that a library has.
pub fn operations(library: &Library, links: &LinkIndex) -> BTreeMap<Operation, Route> {
    let mut first = BTreeMap::new();
    for route in Route::all(library, links) {
        if let Some(operation) = route.operation() {
            first.entry(operation).or_insert(route);
        }
    }
    first
}

/// What the paths of data end in, the longer before those that it ends in.
const ENDINGS: [&str; 11] = [
    ".csl.json",
    ".schema.json",
    ".json",
    ".md",
    ".bib",
    ".ris",
    ".csv",
    ".epub",
    ".tei.xml",
    ".xml",
    ".atom",
];

/// A path without its ending, if it ends as those of data do, whatever it leads to.
#[must_use]
pub fn before_data_ending(path: &str) -> Option<&str> {
    let lower = path.to_ascii_lowercase();
    let ending = ENDINGS.iter().find(|ending| lower.ends_with(*ending))?;
    Some(&path[..path.len() - ending.len()])
}

impl Route {
    /// What it belongs to, if it is for programs: neither a page nor a file that pages name.
    #[must_use]
    pub fn operation(self) -> Option<Operation> {
        Some(match self {
            Self::Home
            | Self::Texts
            | Self::Editions
            | Self::Page(_)
            | Self::Kind(_)
            | Self::Document(_, TextFormat::Html)
            | Self::FullText(_)
            | Self::Capture(_, Format::Html)
            | Self::Listing(..)
            | Self::Section(_, TextFormat::Html)
            | Self::SectionMatches(_)
            | Self::Cite(_)
            | Self::Epigraph(_, TextFormat::Html)
            | Self::Paragraph(_, TextFormat::Html)
            | Self::Concordance(Format::Html)
            | Self::Links(..)
            | Self::Link(_)
            | Self::Silences
            | Self::Compare
            | Self::Citing
            | Self::Handout(HandoutFormat::Html)
            | Self::Comparison(_, _, Format::Html)
            | Self::Terms
            | Self::Term(_, Format::Html)
            | Self::Actors(Format::Html)
            | Self::Search(Format::Html)
            | Self::Api
            | Self::Image(_)
            | Self::Asset(_) => return None,
            Self::Document(_, TextFormat::Json) => Operation::Document,
            Self::Document(_, TextFormat::Markdown) => Operation::DocumentMarkdown,
            Self::Section(_, TextFormat::Json) => Operation::Section,
            Self::Section(_, TextFormat::Markdown) => Operation::SectionMarkdown,
            Self::Epigraph(_, TextFormat::Json) | Self::Paragraph(_, TextFormat::Json) => {
                Operation::Passage
            }
            Self::Epigraph(_, TextFormat::Markdown) | Self::Paragraph(_, TextFormat::Markdown) => {
                Operation::PassageMarkdown
            }
            Self::Handout(HandoutFormat::Markdown) => Operation::Handout,
            Self::Capture(_, Format::Json) => Operation::Capture,
            Self::Concordance(Format::Json) => Operation::Concordance,
            Self::Comparison(_, _, Format::Json) => Operation::Comparison,
            Self::Term(_, Format::Json) => Operation::Term,
            Self::Actors(Format::Json) => Operation::Actors,
            Self::Search(Format::Json) => Operation::Search,
            Self::Suggestions => Operation::Suggestions,
            Self::Citation(cited, format) => Operation::Citation(CitedSort::of(cited), format),
            Self::Export(Export::Book(_)) => Operation::Book,
            Self::Export(Export::Tei(_)) => Operation::Tei,
            Self::Export(Export::Library) => Operation::Library,
            Self::Export(Export::LibrarySchema) => Operation::LibrarySchema,
            Self::Export(Export::LibraryBook) => Operation::LibraryBook,
            Self::Export(Export::Table(_)) => Operation::Table,
            Self::OpenApi => Operation::OpenApi,
            Self::Discovery(Discovery::EditionsFeed) => Operation::EditionsFeed,
            Self::Discovery(Discovery::Sitemap) => Operation::Sitemap,
            Self::Discovery(Discovery::SitemapPart(_)) => Operation::SitemapPart,
            Self::Discovery(Discovery::Robots) => Operation::Robots,
            Self::Discovery(Discovery::OpenSearch) => Operation::OpenSearch,
            Self::Discovery(Discovery::SecurityTxt) => Operation::SecurityTxt,
            Self::Health => Operation::Health,
        })
    }
}

impl CitedSort {
    fn of(cited: Cited) -> Self {
        match cited {
            Cited::Document(_) => Self::Document,
            Cited::Section(_) => Self::Section,
            Cited::Epigraph(_) | Cited::Paragraph(_) => Self::Passage,
            Cited::Link(_) => Self::Link,
        }
    }
}
