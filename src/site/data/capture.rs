//! A capture as JSON: each line, and what became of it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::library::{Capture, Document, Place};
use crate::site::capture::fate_name;
use crate::site::context::RenderContext;
use crate::site::hash::sha256;
use crate::study::captured::captured_lines;

/// `{"document": "strategy", "file": "captures/strategy.txt", "sha256": "…", "lines": […]}`.
#[derive(Serialize, JsonSchema)]
pub struct CaptureData<'a> {
    /// The slug of the document.
    document: &'a str,
    file: &'a str,
    /// Of the whole file.
    sha256: String,
    lines: Vec<LineData<'a>>,
}

/// `{"line": 9, "text": "…", "fate": "moved", "reasons": ["…"], "refs": []}`: the fate is `blank`,
/// `kept`, `joined`, `moved`, `dropped`, `labelled` or `marked`; `refs` are the places in the text
/// that its words became.
#[derive(Serialize, JsonSchema)]
struct LineData<'a> {
    line: usize,
    text: &'a str,
    fate: &'static str,
    reasons: Vec<&'a str>,
    refs: Vec<String>,
}

impl<'a> CaptureData<'a> {
    /// A document's capture.
    pub fn new(ctx: RenderContext<'a>, document: &'a Document, capture: &'a Capture) -> Self {
        let library = ctx.library;
        let lines = captured_lines(library, document, capture).into_iter();
        let lines = lines.map(|line| {
            let parts = line.parts.iter();
            let mut places: Vec<Place> = parts.map(|&part| library.place_of(part)).collect();
            places.dedup();
            let repairs = line.repairs.iter();
            let places = places.into_iter();
            LineData {
                line: line.number,
                text: line.text,
                fate: fate_name(line.fate),
                reasons: repairs.map(|repair| repair.reason.as_str()).collect(),
                refs: places
                    .map(|place| library.reference(place).to_string())
                    .collect(),
            }
        });
        Self {
            document: document.slug.as_str(),
            file: &capture.file,
            sha256: sha256(capture.text.as_bytes()),
            lines: lines.collect(),
        }
    }
}
