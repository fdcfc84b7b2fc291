//! The schemas of what operations answer with, from the types that are sent.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use crate::cite::CslItem;
use crate::site::data::{
    ActorsData, CaptureData, CitableData, ComparisonData, ConcordanceData, DocumentData,
    ProblemData, SearchData, SectionData, SuggestionsData, TermData,
};
use crate::site::exports::LibraryData;
use crate::site::routes::{CitationFormat, Operation};

/// Where an `OpenAPI` document keeps its schemas.
const PLACE: &str = "/components/schemas";

/// Schemas that name each other.
pub struct Schemas {
    generator: SchemaGenerator,
}

impl Schemas {
    /// None yet.
    pub fn new() -> Self {
        let settings = SchemaSettings::draft2020_12()
            .for_serialize()
            .with(|settings| settings.definitions_path = PLACE.into());
        Self {
            generator: settings.into_generator(),
        }
    }

    /// Of what is told of errors.
    pub fn problem(&mut self) -> Schema {
        self.of::<ProblemData<'_>>()
    }

    /// Of the answers of an operation; `None` where they are no JSON.
    pub fn answer(&mut self, operation: Operation) -> Option<Schema> {
        Some(match operation {
            Operation::Document => self.of::<DocumentData<'_>>(),
            Operation::Section => self.of::<SectionData<'_>>(),
            Operation::Passage => self.of::<CitableData<'_>>(),
            Operation::Capture => self.of::<CaptureData<'_>>(),
            Operation::Concordance => self.of::<ConcordanceData<'_>>(),
            Operation::Comparison => self.of::<ComparisonData<'_>>(),
            Operation::Term => self.of::<TermData<'_>>(),
            Operation::Actors => self.of::<ActorsData<'_>>(),
            Operation::Search => self.of::<SearchData<'_>>(),
            Operation::Suggestions => self.of::<SuggestionsData<'_>>(),
            Operation::Citation(_, CitationFormat::CslJson) => self.of::<[CslItem; 1]>(),
            Operation::Library => self.of::<LibraryData<'_>>(),
            Operation::LibrarySchema | Operation::OpenApi => json_schema!({"type": "object"}),
            Operation::DocumentMarkdown
            | Operation::SectionMarkdown
            | Operation::PassageMarkdown
            | Operation::Handout
            | Operation::Citation(_, CitationFormat::Bibtex | CitationFormat::Ris)
            | Operation::Book
            | Operation::Tei
            | Operation::LibraryBook
            | Operation::Table
            | Operation::EditionsFeed
            | Operation::Sitemap
            | Operation::SitemapPart
            | Operation::Robots
            | Operation::OpenSearch
            | Operation::SecurityTxt
            | Operation::Health => return None,
        })
    }

    fn of<T: JsonSchema>(&mut self) -> Schema {
        self.generator.subschema_for::<T>()
    }

    /// Every schema that one of these names, by its name.
    pub fn into_named(mut self) -> Map<String, Value> {
        self.generator.take_definitions(true)
    }
}
