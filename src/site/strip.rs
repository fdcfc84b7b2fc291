//! A strip that shows where in a document something stands: its sections in a row, as wide as they
//! are long, with a bar in each that has it.

use askama::Template;

use crate::library::address;
use crate::library::document::Document;
use crate::library::section::Section;

/// How many words every section counts for beside its own, so that a heading alone can be seen.
const LEAST: usize = 40;
/// The height of the tallest bar.
const TALLEST: f64 = 30.0;
/// The height of a bar that stands for one.
const SHORTEST: f64 = 8.0;

/// The strip of one document.
#[derive(Template)]
#[template(path = "parts/strip.html")]
pub struct Strip {
    /// What it shows, for those who do not see it.
    name: String,
    parts: Vec<StripPart>,
    bars: Vec<Bar>,
}

/// A section of the highest level, with everything below it. Places are parts of a hundred.
struct StripPart {
    at: String,
    label: String,
}

struct Bar {
    at: String,
    width: String,
    top: String,
    height: String,
    href: String,
    name: String,
}

impl Strip {
    /// Where `counts` has more than none: for each section of the document how often, and the
    /// fragment of the first place.
    pub fn new(name: String, document: &Document, counts: &[(usize, usize, String)]) -> Self {
        let sizes: Vec<usize> = document
            .sections
            .iter()
            .map(|section| section.word_count() + LEAST)
            .collect();
        let whole = float(sizes.iter().sum());
        let mut end = 0;
        let ends: Vec<usize> = sizes
            .iter()
            .map(|size| {
                end += size;
                end
            })
            .collect();
        let start = |at: usize| float(ends[at] - sizes[at]) * 100.0 / whole;
        let most = counts.iter().map(|(_, count, _)| *count).max().unwrap_or(1);
        Self {
            name,
            parts: document
                .roots()
                .map(|at| StripPart {
                    at: percent(start(at)),
                    label: label(&document.sections[at]),
                })
                .collect(),
            bars: counts
                .iter()
                .map(|(at, count, fragment)| {
                    let section = &document.sections[*at];
                    let share = float(count - 1) / float(most.max(2) - 1);
                    let height = SHORTEST + (TALLEST - SHORTEST) * share;
                    Bar {
                        at: percent(start(*at)),
                        width: percent(float(sizes[*at]) * 100.0 / whole),
                        top: format!("{:.1}", TALLEST - height),
                        height: format!("{height:.1}"),
                        href: format!("{}#{fragment}", address::section(section)),
                        name: format!("{}: {}", section.reference.section, times(*count)),
                    }
                })
                .collect(),
        }
    }
}

/// The number of a section, where it has one that is short: a name would not fit.
fn label(section: &Section) -> String {
    match section.number {
        Some(_) => section.reference.section.to_string(),
        None => String::new(),
    }
}

/// How often, in words.
pub fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{count} times"),
    }
}

fn percent(value: f64) -> String {
    format!("{value:.2}%")
}

/// Texts are far shorter than the numbers that a float holds exactly.
#[allow(clippy::cast_precision_loss)]
pub fn float(count: usize) -> f64 {
    count as f64
}
