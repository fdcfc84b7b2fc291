//! A term as JSON: what it means, and every sentence that it stands in.

use schemars::JsonSchema;
use serde::Serialize;

use super::license::LicenseData;
use crate::library::{Term, TextSpan};
use crate::site::context::RenderContext;
use crate::site::terms::sentence_of;
use crate::study::occurrences::KeywordOccurrence;

/// `{"slug": "icann", "label": "ICANN", "kind": "institution", …, "counts": […], "keywords": […],
/// "occurrences": […]}`.
#[derive(Serialize, JsonSchema)]
pub struct TermData<'a> {
    slug: &'a str,
    label: &'a str,
    kind: &'a str,
    /// Of the editors' work; absent where they name none.
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<LicenseData<'a>>,
    expansion: Option<ExpansionData<'a>>,
    definition: &'a str,
    forms: &'a [String],
    aliases: &'a [String],
    zh: Option<&'a str>,
    /// Slugs of terms.
    see_also: Vec<&'a str>,
    counts: Vec<CountData<'a>>,
    keywords: Vec<KeywordData<'a>>,
    occurrences: Vec<OccurrenceData<'a>>,
}

/// `by` is `text` or `editors`.
#[derive(Serialize, JsonSchema)]
struct ExpansionData<'a> {
    text: &'a str,
    by: &'a str,
}

/// `{"document": "strategy", "count": 3, "per_thousand": 0.694}`; every document has one.
#[derive(Serialize, JsonSchema)]
struct CountData<'a> {
    document: &'a str,
    count: usize,
    /// To three decimals.
    per_thousand: f64,
}

/// A keyword that has the term, once for each time that it does.
#[derive(Serialize, JsonSchema)]
struct KeywordData<'a> {
    document: &'a str,
    keyword: &'a str,
}

/// `{"ref": "strategy/IV.4.p3", "sentence": "It will …", "start": 41, "end": 46}`: `start` and `end`
/// are characters of the sentence.
#[derive(Serialize, JsonSchema)]
struct OccurrenceData<'a> {
    r#ref: String,
    sentence: &'a str,
    start: usize,
    end: usize,
}

impl<'a> TermData<'a> {
    /// The data of a term.
    pub fn new(ctx: RenderContext<'a>, term: &'a Term) -> Self {
        let library = ctx.library;
        let found = ctx.study.occurrences.term(term.id);
        let counts = library.documents().iter().map(|document| {
            let own = found.in_document(document.id);
            CountData {
                document: document.slug.as_str(),
                count: own.map_or(0, |own| own.count),
                per_thousand: own.map_or(0.0, |own| (own.per_thousand * 1000.0).round() / 1000.0),
            }
        });
        let keyword = |KeywordOccurrence { document, keyword }: &'a KeywordOccurrence| {
            let document = library[*document].slug.as_str();
            KeywordData { document, keyword }
        };
        let in_text = found.in_text.iter();
        Self {
            slug: term.slug.as_str(),
            label: &term.label,
            kind: term.kind.name(),
            license: LicenseData::of(ctx),
            expansion: term.expansion.as_ref().map(|expansion| ExpansionData {
                text: &expansion.text,
                by: expansion.by.name(),
            }),
            definition: &term.definition,
            forms: &term.forms,
            aliases: &term.aliases,
            zh: term.zh.as_deref(),
            see_also: term
                .see_also
                .iter()
                .map(|&other| library[other].slug.as_str())
                .collect(),
            counts: counts.collect(),
            keywords: found.in_keywords.iter().map(keyword).collect(),
            occurrences: in_text.map(|span| occurrence_data(ctx, span)).collect(),
        }
    }
}

fn occurrence_data<'a>(ctx: RenderContext<'a>, span: &TextSpan) -> OccurrenceData<'a> {
    let library = ctx.library;
    let text = &library.prose(span.part).text;
    let sentence = sentence_of(library, span);
    let characters = |to: usize| text[sentence.start..to].chars().count();
    OccurrenceData {
        r#ref: library.reference(library.place_of(span.part)).to_string(),
        sentence: &text[sentence.clone()],
        start: characters(span.range.start),
        end: characters(span.range.end),
    }
}
