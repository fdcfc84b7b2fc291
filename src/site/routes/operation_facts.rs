//! What programs are told of each operation.

use std::borrow::Cow;

use super::operation::{CitedSort, Operation};
use super::parameter::Parameter;
use super::route::CitationFormat;

/// What programs are told of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationFacts {
    /// Its name for programs, of letters alone.
    pub id: Cow<'static, str>,
    /// What it is told with.
    pub group: OperationGroup,
    /// The shape of its paths, with the names of its parameters in braces.
    pub template: Cow<'static, str>,
    /// The media type of its answers, with parameters.
    pub media_type: Cow<'static, str>,
    /// What it answers with, in a sentence.
    pub summary: Cow<'static, str>,
}

/// Operations that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OperationGroup {
    /// The texts and their parts.
    Texts,
    /// What the editors found, and what is computed.
    Findings,
    /// Search.
    Search,
    /// Items for programs that keep references.
    Citations,
    /// Whole files to keep.
    Files,
    /// What describes and watches the site.
    Site,
}

use OperationGroup::{Files, Findings, Search, Site, Texts};

const JSON: &str = "application/json";
const MARKDOWN: &str = "text/markdown; charset=utf-8";
const EPUB: &str = "application/epub+zip";
const XML: &str = "application/xml";
const PLAIN: &str = "text/plain; charset=utf-8";

impl OperationGroup {
    /// Every group, in the order in which they are told of.
    pub const ALL: [Self; 6] = [
        Self::Texts,
        Self::Findings,
        Self::Search,
        Self::Citations,
        Self::Files,
        Self::Site,
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Texts => "Texts",
            Self::Findings => "Findings",
            Self::Search => "Search",
            Self::Citations => "Citations",
            Self::Files => "Files to keep",
            Self::Site => "The site itself",
        }
    }
}

impl Operation {
    /// What programs are told of it.
    #[must_use]
    #[rustfmt::skip]
    pub fn facts(self) -> OperationFacts {
        match self {
            Self::Document => facts("getDocument", Texts, "/{document}.json", JSON,
                "A document: its facts and all its sections."),
            Self::DocumentMarkdown => facts("getDocumentText", Texts, "/{document}.md", MARKDOWN,
                "A document as plain text with references."),
            Self::Section => facts("getSection", Texts, "/{document}/{kind}/{section}.json", JSON,
                "A section: its paragraphs, matches, terms and neighbours."),
            Self::SectionMarkdown => facts("getSectionText", Texts, "/{document}/{kind}/{section}.md", MARKDOWN,
                "A section as plain text with references."),
            Self::Passage => facts("getPassage", Texts, "/{document}/{passage}.json", JSON,
                "A paragraph or epigraph: its words, their SHA-256, matches and terms."),
            Self::PassageMarkdown => facts("getPassageText", Texts, "/{document}/{passage}.md", MARKDOWN,
                "A paragraph or epigraph as plain text."),
            Self::Handout => facts("getHandout", Texts, "/handout.md", MARKDOWN,
                "Passages of your choice as plain text, with their sources."),
            Self::Capture => facts("getCapture", Texts, "/{document}/capture.json", JSON,
                "The raw file that a text was made from, and what became of each line."),
            Self::Concordance => facts("getConcordance", Findings, "/concordance.json", JSON,
                "Every match, set phrase and silence, and the tallies of the texts."),
            Self::Comparison => facts("getComparison", Findings, "/compare/{first}/{second}.json", JSON,
                "Two sections in aligned rows, with the wording that they share."),
            Self::Term => facts("getTerm", Findings, "/terms/{term}.json", JSON,
                "A term with every sentence in which it stands."),
            Self::Actors => facts("getActors", Findings, "/actors.json", JSON,
                "Who is to do what: the clauses that the editors marked, by actor."),
            Self::Search => facts("search", Search, "/search.json", JSON,
                "What a query finds: sections with their passages, terms and pages."),
            Self::Suggestions => facts("suggest", Search, "/search/suggest", JSON,
                "What is offered while a query is typed."),
            Self::Citation(sort, format) => citation(sort, format),
            Self::Book => facts("getDocumentBook", Files, "/{document}.epub", EPUB,
                "A document as a book for phones and reading devices."),
            Self::Tei => facts("getDocumentTei", Files, "/{document}.tei.xml", "application/tei+xml",
                "A document in TEI P5, for corpora and archives."),
            Self::Library => facts("getLibrary", Files, "/library.json", JSON,
                "All data of the site in one file."),
            Self::LibrarySchema => facts("getLibrarySchema", Files, "/library.schema.json", "application/schema+json",
                "The JSON Schema of that file."),
            Self::LibraryBook => facts("getLibraryBook", Files, "/library.epub", EPUB,
                "The texts and the editors’ findings in one book."),
            Self::Table => facts("getTable", Files, "/data/{table}.csv", "text/csv; charset=utf-8; header=present",
                "A part of the data as a table for spreadsheets."),
            Self::OpenApi => facts("getOpenApi", Site, "/openapi.json", JSON,
                "All these addresses, described for programs in OpenAPI 3.1."),
            Self::EditionsFeed => facts("getEditionsFeed", Site, "/editions.atom", "application/atom+xml",
                "What each edition changed, as an Atom feed."),
            Self::Sitemap => facts("getSitemap", Site, "/sitemap.xml", XML,
                "The addresses of all pages, or of the sitemaps that have them."),
            Self::SitemapPart => facts("getSitemapPart", Site, "/sitemap-{number}.xml", XML,
                "The addresses of some of the pages."),
            Self::Robots => facts("getRobots", Site, "/robots.txt", PLAIN,
                "What visiting programs are asked."),
            Self::OpenSearch => facts("getOpenSearch", Site, "/opensearch.xml", "application/opensearchdescription+xml",
                "How a browser learns to search the site."),
            Self::SecurityTxt => facts("getSecurityTxt", Site, "/.well-known/security.txt", PLAIN,
                "Whom to tell of a hole in the site’s security."),
            Self::Health => facts("getHealth", Site, "/healthz", PLAIN,
                "Whether the server answers."),
        }
    }
}

fn facts(
    id: &'static str,
    group: OperationGroup,
    template: &'static str,
    media_type: &'static str,
    summary: &'static str,
) -> OperationFacts {
    OperationFacts {
        id: id.into(),
        group,
        template: template.into(),
        media_type: media_type.into(),
        summary: summary.into(),
    }
}

fn citation(sort: CitedSort, format: CitationFormat) -> OperationFacts {
    let (id, page, name) = match sort {
        CitedSort::Document => ("Document", "/{document}", "A document"),
        CitedSort::Section => ("Section", "/{document}/{kind}/{section}", "A section"),
        CitedSort::Passage => (
            "Passage",
            "/{document}/{passage}",
            "A paragraph or epigraph",
        ),
        CitedSort::Link => (
            "Match",
            "/concordance/links/{match}",
            "A match with its reason",
        ),
    };
    let label = format.label();
    let media_type = format.media_type();
    OperationFacts {
        id: format!("cite{id}{}", label.replace('-', "")).into(),
        group: OperationGroup::Citations,
        template: format!("{page}{}", format.ending()).into(),
        media_type: match format {
            CitationFormat::CslJson => media_type.into(),
            CitationFormat::Bibtex | CitationFormat::Ris => {
                format!("{media_type}; charset=utf-8").into()
            }
        },
        summary: format!("{name} as an item in {label}.").into(),
    }
}

impl OperationFacts {
    /// What the requests name in their paths, in order.
    pub fn parameters(&self) -> impl Iterator<Item = Parameter> {
        let names = self.template.split('{').skip(1);
        names.filter_map(|rest| Parameter::named(rest.split('}').next()?))
    }
}

impl Operation {
    /// What its requests may say in their queries.
    #[must_use]
    pub fn query(self) -> &'static [Parameter] {
        match self {
            Self::Search => &[Parameter::Query, Parameter::Page],
            Self::Suggestions => &[Parameter::Query],
            Self::Handout => &[Parameter::References, Parameter::Title, Parameter::Note],
            Self::Citation(..) => &[Parameter::Accessed],
            _ => &[],
        }
    }

    /// Whether what a query says may be refused.
    #[must_use]
    pub fn may_refuse(self) -> bool {
        matches!(self, Self::Search | Self::Handout | Self::Citation(..))
    }

    /// Whether what is asked for may not be there.
    #[must_use]
    pub fn may_miss(self) -> bool {
        self == Self::Handout || self.facts().parameters().next().is_some()
    }
}
