//! The concordance as JSON: links, silences and verdicts.

use std::collections::BTreeMap;

use serde::Serialize;

use super::edition::Edition;
use super::json::LinkData;
use crate::library::concordance::{Silence, SilenceKind};
use crate::study::verdicts::Tally;

/// All of it, in the order of the editors' file.
#[derive(Serialize)]
pub struct ConcordanceData<'a> {
    links: Vec<LinkData<'a>>,
    silences: Vec<SilenceData<'a>>,
    verdicts: BTreeMap<&'a str, VerdictData>,
}

#[derive(Serialize)]
struct SilenceData<'a> {
    theme: &'a str,
    kind: &'static str,
    passages: Vec<PassageData<'a>>,
    pattern: Option<&'a str>,
    note: &'a str,
}

#[derive(Serialize)]
struct PassageData<'a> {
    r#ref: String,
    quote: &'a str,
}

/// A tally; of a document, also those of its sections.
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
    /// The concordance of this edition.
    pub fn new(edition: Edition<'a>) -> Self {
        let concordance = &edition.library.concordance;
        let documents = edition.library.documents.iter().enumerate();
        Self {
            links: concordance.links.iter().map(LinkData::new).collect(),
            silences: concordance.silences.iter().map(silence).collect(),
            verdicts: documents
                .map(|(at, document)| {
                    let verdicts = &edition.study.verdicts;
                    let mut data = tally(verdicts.document(at, None));
                    let sections = document.sections.iter().enumerate();
                    data.sections = sections
                        .map(|(place, section)| {
                            let own = verdicts.tally(at, place..place + 1, None);
                            (section.reference.to_string(), tally(own))
                        })
                        .collect();
                    (document.id.as_str(), data)
                })
                .collect(),
        }
    }
}

fn silence(silence: &Silence) -> SilenceData<'_> {
    SilenceData {
        theme: &silence.theme,
        kind: silence.kind.name(),
        passages: silence
            .passages
            .iter()
            .map(|passage| PassageData {
                r#ref: passage.reference.to_string(),
                quote: &passage.text,
            })
            .collect(),
        pattern: match &silence.kind {
            SilenceKind::OnlyIn { pattern } => Some(pattern),
            SilenceKind::Differs | SilenceKind::Gap => None,
        },
        note: &silence.note,
    }
}

fn tally(tally: Tally) -> VerdictData {
    VerdictData {
        paragraphs: tally.paragraphs(),
        counterpart: tally.counterpart,
        weak: tally.weak,
        none: tally.none,
        words: tally.words,
        words_quoted: tally.quoted,
        sections: BTreeMap::new(),
    }
}
