//! The library as one JSON, and the schema that says what it may hold.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::library::Library;
use crate::site::context::RenderContext;
use crate::site::data::{ActorsData, ConcordanceData, DocumentData, TermData};
use crate::site::routes::{Export, Route};

/// A whole library: its documents with all their sections, and what the editors say of them.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "A Lectern library")]
pub struct LibraryData<'a> {
    /// The name of the site.
    title: &'a str,
    /// What the site is, in a sentence or two.
    description: &'a str,
    /// The number of the edition of the editors' work.
    edition: &'a str,
    /// The day of the edition.
    edition_date: String,
    /// Who the editors are.
    editors: &'a str,
    /// The documents in the order in which pages show them.
    documents: Vec<DocumentData<'a>>,
    /// What answers what; `null` where no texts are linked.
    concordance: Option<ConcordanceData<'a>>,
    /// The entries of the index, in the order of the editors' file.
    terms: Vec<TermData<'a>>,
    #[serde(flatten)]
    actors: ActorsData<'a>,
}

impl<'a> LibraryData<'a> {
    /// All that the site has.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let library: &'a Library = ctx.library;
        let settings = &library.settings;
        let documents = library.documents().iter();
        let terms = library.terms().iter();
        let is_linked = !library.links().is_empty();
        Self {
            title: &settings.title,
            description: &settings.description,
            edition: &settings.edition,
            edition_date: settings.edition_date.to_string(),
            editors: &settings.editors,
            documents: documents.map(|one| DocumentData::new(ctx, one)).collect(),
            concordance: is_linked.then(|| ConcordanceData::new(ctx)),
            terms: terms.map(|term| TermData::new(ctx, term)).collect(),
            actors: ActorsData::new(ctx),
        }
    }
}

/// The JSON Schema of that data, from the same types. It has its address where that is known.
pub fn library_schema(ctx: RenderContext<'_>) -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings
        .into_generator()
        .into_root_schema_for::<LibraryData<'_>>();
    if let Some(base) = ctx.base {
        let path = ctx.href(Route::Export(Export::LibrarySchema)).to_string();
        schema.insert("$id".to_owned(), base.whole(&path).into());
    }
    schema
}
