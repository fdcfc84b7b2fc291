//! The concordance as JSON: links, silences and verdicts.

use std::collections::BTreeMap;

use serde::Serialize;

use super::license::LicenseData;
use super::text::LinkData;
use crate::library::{Document, Library, Silence, SilenceKind};
use crate::site::context::RenderContext;
use crate::study::verdicts::Tally;

/// `{"links": […], "silences": […], "verdicts": {"strategy": {…}, …}}`, in the order of the editors'
/// file.
#[derive(Serialize)]
pub struct ConcordanceData<'a> {
    /// Of the editors' work; absent where they name none.
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<LicenseData<'a>>,
    links: Vec<LinkData<'a>>,
    silences: Vec<SilenceData<'a>>,
    /// By the slug of the document.
    verdicts: BTreeMap<&'a str, VerdictData>,
}

/// `id` is permanent: `s3`. `kind` is `only-in`, `differs` or `gap`; only the first has a `pattern`.
#[derive(Serialize)]
struct SilenceData<'a> {
    id: String,
    theme: &'a str,
    kind: &'static str,
    passages: Vec<PassageData<'a>>,
    pattern: Option<&'a str>,
    note: &'a str,
}

/// `{"ref": "strategy/II.2.p1", "quote": "As a basic norm"}`.
#[derive(Serialize)]
struct PassageData<'a> {
    r#ref: String,
    quote: &'a str,
}

/// A tally of paragraphs and words; of a document, also those of its sections by reference:
/// `{"paragraphs": 3, "counterpart": 2, "weak": 1, "none": 0, "words": 210, "words_quoted": 96}`.
#[derive(Serialize)]
struct VerdictData {
    paragraphs: usize,
    counterpart: usize,
    weak: usize,
    none: usize,
    words: usize,
    words_quoted: usize,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    sections: BTreeMap<String, VerdictData>,
}

impl<'a> ConcordanceData<'a> {
    /// The concordance of the library.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let library = ctx.library;
        let links = library.links().iter();
        let silences = library.silences().iter();
        let documents = library.documents().iter();
        Self {
            license: LicenseData::of(ctx),
            links: links.map(|link| LinkData::new(library, link)).collect(),
            silences: silences.map(|one| silence_data(library, one)).collect(),
            verdicts: documents
                .map(|document| (document.slug.as_str(), document_verdicts(ctx, document)))
                .collect(),
        }
    }
}

fn silence_data<'a>(library: &Library, silence: &'a Silence) -> SilenceData<'a> {
    let passages = silence.passages.iter().map(|passage| PassageData {
        r#ref: library.reference(passage.place).to_string(),
        quote: &passage.text,
    });
    SilenceData {
        id: silence.code.to_string(),
        theme: &silence.theme,
        kind: silence.kind.name(),
        passages: passages.collect(),
        pattern: match &silence.kind {
            SilenceKind::OnlyIn { pattern, .. } => Some(pattern),
            SilenceKind::Differs | SilenceKind::Gap => None,
        },
        note: &silence.note,
    }
}

fn document_verdicts(ctx: RenderContext<'_>, document: &Document) -> VerdictData {
    let verdicts = &ctx.study.verdicts;
    let sections = ctx.library[document.sections].iter();
    let sections = sections.filter(|section| !section.is_apparatus);
    let sections = sections.map(|section| {
        let own = verdicts.tally(section.paragraphs);
        (section.reference.to_string(), own.into())
    });
    VerdictData {
        sections: sections.collect(),
        ..verdicts.tally(document.paragraphs).into()
    }
}

impl From<Tally> for VerdictData {
    fn from(tally: Tally) -> Self {
        Self {
            paragraphs: tally.paragraphs(),
            counterpart: tally.counterpart,
            weak: tally.weak,
            none: tally.none,
            words: tally.words,
            words_quoted: tally.quoted,
            sections: BTreeMap::new(),
        }
    }
}
