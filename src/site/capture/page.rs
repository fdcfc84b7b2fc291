//! A capture: each of its lines, what became of it, and why.

use askama::Template;

use super::words::{line_id, repair_words};
use crate::library::{Capture, Document, Metadata, Place, Repair, RepairKind, list};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::hash::sha256;
use crate::site::href::{Href, Link};
use crate::site::routes::{Format, Route, TextFormat};
use crate::site::shell::{Head, Shell};
use crate::study::captured::{CapturedLine, Fate, captured_lines};

const LEAD: &str =
    "The file we worked from, line by line, as it was given to us, and what became of each line.";

/// The page of a capture.
#[derive(Template)]
#[template(path = "capture/page.html")]
pub struct CapturePage<'a> {
    shell: Shell<'a>,
    metadata: &'a Metadata,
    document: Href<'a>,
    /// To what is known about the text.
    facts: Href<'a>,
    title: String,
    lead: &'static str,
    file: &'a str,
    sha256: String,
    count: usize,
    blank: usize,
    /// `51 kept, 8 rejoined and 2 moved`.
    tally: String,
    lines: Vec<LineRow<'a>>,
}

/// A line that is not blank.
struct LineRow<'a> {
    number: usize,
    id: String,
    text: &'a str,
    fate: &'static str,
    /// What its words became.
    places: Vec<Link<'a>>,
    is_moved: bool,
    reasons: Vec<Reason<'a>>,
}

/// Why something was done to a line: told at the first line that it was done to.
enum Reason<'a> {
    Told(&'a str),
    As(usize),
}

impl<'a> CapturePage<'a> {
    /// The page of a document's capture.
    pub fn new(ctx: RenderContext<'a>, document: &'a Document, capture: &'a Capture) -> Self {
        let metadata = &document.metadata;
        let title = format!("Capture of {}", metadata.in_text);
        let route = Route::Capture(document.id, Format::Html);
        let head = Head::new(route, title.clone(), LEAD).of(document);
        let about = ctx.href(Route::Document(document.id, TextFormat::Html));
        let lines = captured_lines(ctx.library, document, capture);
        let written = lines.iter().filter(|line| line.fate != Fate::Blank);
        let written: Vec<&CapturedLine<'a>> = written.collect();
        let mut told = Vec::new();
        let rows = written.iter().map(|line| LineRow {
            number: line.number,
            id: line_id(line.number),
            text: line.text,
            fate: words(line.fate),
            places: places(ctx, line),
            is_moved: line.fate == Fate::Repaired(RepairKind::Move),
            reasons: reasons(line, &mut told),
        });
        let rows: Vec<LineRow<'a>> = rows.collect();
        Self {
            shell: Shell::new(ctx, head),
            metadata,
            facts: about.clone().at("site-facts"),
            document: about,
            title,
            lead: LEAD,
            file: capture.file.rsplit('/').next().unwrap_or(&capture.file),
            sha256: sha256(capture.text.as_bytes()),
            count: lines.len(),
            blank: lines.len() - rows.len(),
            tally: tally(&written),
            lines: rows,
        }
    }
}

fn words(fate: Fate) -> &'static str {
    match fate {
        Fate::Blank | Fate::Kept => "Kept",
        Fate::Repaired(kind) => repair_words(kind),
    }
}

fn tally(lines: &[&CapturedLine<'_>]) -> String {
    let kinds = RepairKind::ALL.map(Fate::Repaired);
    let told = std::iter::once(Fate::Kept).chain(kinds).filter_map(|fate| {
        let count = lines.iter().filter(|line| line.fate == fate).count();
        (count > 0).then(|| format!("{count} {}", words(fate).to_lowercase()))
    });
    let told: Vec<String> = told.collect();
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    list(&told)
}

/// Why something was done to a line, once a repair: elsewhere the first line with it is named.
fn reasons<'a>(line: &CapturedLine<'a>, told: &mut Vec<(&'a Repair, usize)>) -> Vec<Reason<'a>> {
    let repairs = line.repairs.iter();
    let reasons = repairs.map(|&repair| {
        let mut before = told.iter();
        if let Some((_, first)) = before.find(|(other, _)| std::ptr::eq(*other, repair)) {
            return Reason::As(*first);
        }
        told.push((repair, line.number));
        Reason::Told(&repair.reason)
    });
    reasons.collect()
}

fn places<'a>(ctx: RenderContext<'a>, line: &CapturedLine<'_>) -> Vec<Link<'a>> {
    let parts = line.parts.iter();
    let mut places: Vec<Place> = parts.map(|&part| ctx.library.place_of(part)).collect();
    places.dedup();
    let to_place = |place: Place| {
        let reference = ctx.library.reference(place);
        Link::new(ctx.place(place), reference.to_string())
    };
    places.into_iter().map(to_place).collect()
}
