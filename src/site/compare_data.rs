//! A comparison as JSON, in the shape that ARCHITECTURE.md states.

use serde::Serialize;

use super::compare_rows::Cell;
use super::compare_side::Side;
use super::comparison::{Comparison, Joined};
use super::json::LinkData;

/// Two sections in aligned rows.
#[derive(Serialize)]
pub struct ComparisonData<'a> {
    first: String,
    second: String,
    rows: Vec<RowData<'a>>,
    shared: Vec<RunData<'a>>,
}

#[derive(Serialize)]
struct RowData<'a> {
    first: Option<CellData>,
    second: Option<CellData>,
    links: Vec<LinkData<'a>>,
}

#[derive(Serialize)]
struct CellData {
    r#ref: String,
    whole: bool,
    /// All of it, or the clauses that the row's links quote.
    text: String,
}

#[derive(Serialize)]
struct RunData<'a> {
    words: usize,
    text: &'a str,
    first: String,
    second: String,
}

impl<'a> ComparisonData<'a> {
    /// The data of a comparison.
    pub fn new(comparison: &'a Comparison<'a>) -> Self {
        let rows = comparison.rows.iter().map(|row| {
            let links = comparison.links_of(row);
            let cell = |side: &Side<'_>, cell: Cell, own: &dyn Fn(&Joined<'a>) -> &'a str| {
                let unit = &side.units[cell.unit];
                let quotes: Vec<&str> = links.iter().map(|joined| own(joined)).collect();
                CellData {
                    r#ref: unit.reference().to_string(),
                    whole: cell.whole,
                    text: if cell.whole {
                        side.prose(unit, unit.part).text
                    } else {
                        quotes.join(" … ")
                    },
                }
            };
            let first = |joined: &Joined<'a>| &*joined.link.passage(joined.end).text;
            let second = |joined: &Joined<'a>| &*joined.link.passage(joined.end.other()).text;
            RowData {
                first: row.first.map(|own| cell(&comparison.first, own, &first)),
                second: row.second.map(|own| cell(&comparison.second, own, &second)),
                links: links
                    .iter()
                    .map(|joined| LinkData::new(joined.link))
                    .collect(),
            }
        });
        let reference = |side: &Side<'_>, at: &crate::study::shared::Occurrence| {
            let section = &side.document.sections[at.section.section];
            section.reference_of(at.spot.part).to_string()
        };
        let shared = comparison.runs.iter().map(|run| RunData {
            words: run.words,
            text: &run.folded,
            first: reference(&comparison.first, &run.first),
            second: reference(&comparison.second, &run.second),
        });
        Self {
            first: comparison.first.section.reference.to_string(),
            second: comparison.second.section.reference.to_string(),
            rows: rows.collect(),
            shared: shared.collect(),
        }
    }
}
