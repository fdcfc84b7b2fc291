//! A comparison as JSON, in the shape that ARCHITECTURE.md states.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::text::LinkData;
use crate::library::{Part, Passage};
use crate::site::compare::{Cell, Comparison, JoinedLink, Row, Side};
use crate::site::context::RenderContext;
use crate::study::shared::SharedRun;

/// Two sections in aligned rows:
/// `{"first": "strategy/II.2", "second": "research/2.2.1", "rows": […], "shared": […]}`.
#[derive(Serialize, JsonSchema)]
pub struct ComparisonData<'a> {
    first: String,
    second: String,
    rows: Vec<RowData<'a>>,
    shared: Vec<SharedRunData<'a>>,
}

/// A side is `null` where nothing stands on it.
#[derive(Serialize, JsonSchema)]
struct RowData<'a> {
    first: Option<CellData<'a>>,
    second: Option<CellData<'a>>,
    links: Vec<LinkData<'a>>,
}

/// `{"ref": "strategy/II.2.p1", "whole": true, "text": "As a basic norm …"}`.
#[derive(Serialize, JsonSchema)]
struct CellData<'a> {
    r#ref: String,
    whole: bool,
    /// All of it, or the clauses that the row's links quote.
    text: Cow<'a, str>,
}

/// `{"words": 4, "text": "to choose their own", "first": "strategy/II.2.p1", "second": "research/2.2.1.p1"}`.
#[derive(Serialize, JsonSchema)]
struct SharedRunData<'a> {
    words: usize,
    text: &'a str,
    first: String,
    second: String,
}

impl<'a> ComparisonData<'a> {
    /// The data of a comparison.
    pub fn new(ctx: RenderContext<'a>, comparison: &'a Comparison<'a>) -> Self {
        let rows = comparison.rows.iter();
        let shared = comparison.runs.iter();
        Self {
            first: comparison.first.section.reference.to_string(),
            second: comparison.second.section.reference.to_string(),
            rows: rows.map(|row| row_data(ctx, comparison, row)).collect(),
            shared: shared.map(|run| shared_run(ctx, run)).collect(),
        }
    }
}

fn row_data<'a>(ctx: RenderContext<'a>, comparison: &Comparison<'a>, row: &Row) -> RowData<'a> {
    let links = comparison.links_of(row);
    let quoted = |passage: fn(JoinedLink<'a>) -> &'a Passage| {
        let quotes = links.iter().map(|link| passage(*link).text.as_str());
        quotes.collect::<Vec<_>>().join(" … ")
    };
    let cell = |side: &Side<'a>, cell: Cell, passage| {
        let unit = &side.units[cell.unit];
        CellData {
            r#ref: ctx.library.reference(unit.place).to_string(),
            whole: cell.whole,
            text: if cell.whole {
                ctx.library.prose(unit.part()).text.as_str().into()
            } else {
                quoted(passage).into()
            },
        }
    };
    RowData {
        first: row
            .first
            .map(|own| cell(&comparison.first, own, JoinedLink::first)),
        second: row
            .second
            .map(|own| cell(&comparison.second, own, JoinedLink::second)),
        links: links
            .iter()
            .map(|joined| LinkData::new(ctx.library, joined.link))
            .collect(),
    }
}

fn shared_run<'a>(ctx: RenderContext<'_>, run: &'a SharedRun) -> SharedRunData<'a> {
    let reference = |part: Part| {
        let place = ctx.library.place_of(part);
        ctx.library.reference(place).to_string()
    };
    SharedRunData {
        words: run.words,
        text: &run.folded,
        first: reference(run.first.part),
        second: reference(run.second.part),
    }
}
