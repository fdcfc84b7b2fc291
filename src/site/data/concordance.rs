//! The concordance as JSON: links, silences and coverage.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::formulas::FormulaData;
use super::license::LicenseData;
use super::text::LinkData;
use crate::library::{Document, Library, Silence, SilenceKind};
use crate::site::context::RenderContext;
use crate::study::coverage::Tally;

/// `{"links": […], "formulas": […], "silences": […], "coverage": {"strategy": {"research": {…}}, …}}`, in
/// the order of the editors' file.
#[derive(Serialize, JsonSchema)]
pub struct ConcordanceData<'a> {
    /// Of the editors' work; absent where they name none.
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<LicenseData<'a>>,
    links: Vec<LinkData<'a>>,
    formulas: Vec<FormulaData<'a>>,
    silences: Vec<SilenceData<'a>>,
    /// By the slugs of a document and of each that was compared with it.
    coverage: BTreeMap<&'a str, BTreeMap<&'a str, CoverageData>>,
}

/// `id` is permanent: `s3`. `kind` is `only-in`, `differs` or `gap`; only the first has a `pattern`,
/// is `absent_from` the documents that were compared with the one of its passages, and may hold
/// `despite` a link.
#[derive(Serialize, JsonSchema)]
struct SilenceData<'a> {
    id: String,
    theme: &'a str,
    kind: &'static str,
    passages: Vec<PassageData<'a>>,
    pattern: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    absent_from: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    despite: Option<&'a str>,
    note: &'a str,
}

/// `{"ref": "strategy/II.2.p1", "quote": "As a basic norm"}`.
#[derive(Serialize, JsonSchema)]
struct PassageData<'a> {
    r#ref: String,
    quote: &'a str,
}

/// A tally of paragraphs and words; of a document, also those of its sections by reference:
/// `{"paragraphs": 3, "close": 2, "clear": 0, "loose": 1, "differs": 0, "none": 0, "words": 210,
/// "words_quoted": 96}`.
#[derive(Serialize, JsonSchema)]
struct CoverageData {
    paragraphs: usize,
    close: usize,
    clear: usize,
    loose: usize,
    differs: usize,
    none: usize,
    words: usize,
    words_quoted: usize,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    sections: BTreeMap<String, CoverageData>,
}

impl<'a> ConcordanceData<'a> {
    /// The concordance of the library.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let library = ctx.library;
        let links = library.links().iter();
        let formulas = library.formulas().iter();
        let silences = library.silences().iter();
        let documents = library.documents().iter();
        let covered = documents.map(|document| {
            let others = library
                .compared
                .with(document.id)
                .map(|other| &library[other]);
            let tallies = others.map(|other| (other.slug.as_str(), tallies(ctx, document, other)));
            (document.slug.as_str(), tallies.collect::<BTreeMap<_, _>>())
        });
        Self {
            license: LicenseData::of(ctx),
            links: links.map(|link| LinkData::new(library, link)).collect(),
            formulas: formulas.map(|one| FormulaData::new(ctx, one)).collect(),
            silences: silences.map(|one| silence_data(library, one)).collect(),
            coverage: covered.filter(|(_, others)| !others.is_empty()).collect(),
        }
    }
}

fn silence_data<'a>(library: &'a Library, silence: &'a Silence) -> SilenceData<'a> {
    let passages = silence.passages.iter().map(|passage| PassageData {
        r#ref: library.reference(passage.place).to_string(),
        quote: &passage.text,
    });
    SilenceData {
        id: silence.code.to_string(),
        theme: &silence.theme,
        kind: silence.kind.name(),
        passages: passages.collect(),
        absent_from: library
            .absent_from(silence)
            .map(|other| library[other].slug.as_str())
            .collect(),
        pattern: match &silence.kind {
            SilenceKind::OnlyIn { pattern, .. } => Some(pattern),
            SilenceKind::Differs | SilenceKind::Gap => None,
        },
        despite: silence.kind.despite(),
        note: &silence.note,
    }
}

/// How a document is matched in another.
fn tallies(ctx: RenderContext<'_>, document: &Document, other: &Document) -> CoverageData {
    let tally = |paragraphs| ctx.study.coverage.tally(ctx.library, paragraphs, other.id);
    let sections = ctx.library[document.sections].iter();
    let sections = sections.filter(|section| !section.is_apparatus);
    let sections = sections.map(|section| {
        let own = tally(section.paragraphs);
        (section.reference.to_string(), own.into())
    });
    CoverageData {
        sections: sections.collect(),
        ..tally(document.paragraphs).into()
    }
}

impl From<Tally> for CoverageData {
    fn from(tally: Tally) -> Self {
        Self {
            paragraphs: tally.paragraphs(),
            close: tally.close,
            clear: tally.clear,
            loose: tally.loose,
            differs: tally.differs,
            none: tally.none,
            words: tally.words,
            words_quoted: tally.quoted,
            sections: BTreeMap::new(),
        }
    }
}
