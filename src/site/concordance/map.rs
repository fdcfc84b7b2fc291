//! The diagram of which sections of two documents match.

use std::collections::HashMap;

use super::map_words::{longest_number, spoken_label, title_lines};
use super::section_table::row_id;
use super::spread::Spread;
use crate::library::{Document, Section, SectionId};
use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::routes::{Format, Route};
use crate::study::link_index::SectionPair;

/// The width of the core that a phone shows, in the units of the drawing; titles stand outside of
/// it and show only where there is room.
const WIDTH: usize = 300;
/// Where the dots of the two columns stand.
const DOTS: [usize; 2] = [78, WIDTH - 78];
/// How far a label stands from its dot.
const BESIDE: usize = 9;
/// The room that a character of a number takes.
const DIGIT: usize = 7;
/// The first row, below the names of the documents.
const TOP: f64 = 42.0;
/// The distance of the lines of a title.
const LEADING: f64 = 13.0;

/// A diagram; lengths are in the units of the drawing. Shown by `concordance/map.html`.
pub struct SectionMap<'a> {
    /// Begins the ids of its elements: `map-strategy-research`.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The same at more length.
    pub description: String,
    pub width: usize,
    pub height: String,
    pub names: [Name<'a>; 2],
    pub lines: Vec<Line<'a>>,
    pub nodes: Vec<Node<'a>>,
}

/// The name of a document above its column.
pub struct Name<'a> {
    pub document: &'a Document,
    pub x: usize,
    pub anchor: &'static str,
}

/// All links between two sections, which lead to their comparison.
pub struct Line<'a> {
    pub comparison: Href<'a>,
    /// `II.2 and 2.2.1: 9 matches, 4 close`.
    pub label: String,
    pub path: String,
    pub stroke: String,
}

/// A section, which is a link.
pub struct Node<'a> {
    pub href: Href<'a>,
    /// Reference, heading and tally: what a screen reader says.
    pub label: String,
    pub number: &'a str,
    pub colour: &'static str,
    pub x: usize,
    pub y: String,
    pub number_x: usize,
    pub title_x: usize,
    pub title: Vec<TitleLine>,
    pub anchor: &'static str,
    pub area: PointerArea,
    /// Its lines, by their places in the diagram.
    pub lines: Vec<usize>,
}

pub struct TitleLine {
    pub words: String,
    pub y: String,
}

/// The area of a node that takes a pointer.
pub struct PointerArea {
    pub x: usize,
    pub y: String,
    pub width: usize,
    pub height: String,
}

/// How a diagram is drawn.
pub struct Drawing<'d> {
    /// The least distance of rows.
    pub row: f64,
    /// What it is called.
    pub title: &'d str,
    /// Where its nodes lead.
    pub nodes: NodeTarget,
}

/// Where the nodes of a diagram lead.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum NodeTarget {
    /// To the pages of the sections.
    Page,
    /// To their rows in the tables on the same page.
    Row,
}

/// What a diagram shows.
pub struct Plan<'p, 'a> {
    pub documents: [&'a Document; 2],
    /// The sections of each.
    pub sections: [Vec<&'a Section>; 2],
    /// The links between all sections.
    pub pairs: &'p [&'a SectionPair],
}

impl<'a> SectionMap<'a> {
    /// Draws a plan.
    pub fn new(ctx: RenderContext<'a>, plan: &Plan<'_, 'a>, drawing: &Drawing<'_>) -> Self {
        let most = plan.sections.iter().map(Vec::len).max().unwrap_or_default();
        let span = steps(most) * drawing.row;
        let mut heights: HashMap<SectionId, f64> = HashMap::new();
        for column in &plan.sections {
            for (place, section) in column.iter().enumerate() {
                let height = match column.len() {
                    1 => TOP + span / 2.0,
                    count => TOP + span * steps(place + 1) / steps(count),
                };
                heights.insert(section.id, height);
            }
        }
        let mut lines = Vec::new();
        let mut touching: HashMap<SectionId, Vec<usize>> = HashMap::new();
        for pair in plan.pairs {
            for section in [pair.first, pair.second] {
                touching.entry(section).or_default().push(lines.len());
            }
            lines.push(line(ctx, pair, heights[&pair.first], heights[&pair.second]));
        }
        let mut nodes = Vec::new();
        for (column, sections) in plan.sections.iter().enumerate() {
            let indent = longest_number(sections) * DIGIT + BESIDE;
            for section in sections {
                let lines = touching.remove(&section.id).unwrap_or_default();
                let other = plan.documents[1 - column];
                let href = match drawing.nodes {
                    NodeTarget::Page => ctx.section(section.id),
                    NodeTarget::Row => Href::here(row_id(section, other)),
                };
                nodes.push(node(
                    ctx,
                    section,
                    (href, spoken_label(ctx, section, other.id)),
                    column,
                    heights[&section.id],
                    indent,
                    lines,
                ));
            }
        }
        let [first, second] = plan.documents;
        let leads = match drawing.nodes {
            NodeTarget::Page => "its page",
            NodeTarget::Row => "the sections that match it, below",
        };
        Self {
            id: format!("map-{}-{}", first.slug, second.slug),
            title: drawing.title.to_owned(),
            description: format!(
                "Each point is a section and leads to {leads}: those of {} on the left, those of \
                 {} on the right. Each line stands for the matches between two sections: the more \
                 and the closer, the wider. The table below has the same data.",
                first.metadata.in_text, second.metadata.in_text
            ),
            width: WIDTH,
            height: units(TOP + span + drawing.row / 2.0),
            names: [(0, first), (1, second)].map(|(column, document)| Name {
                document,
                x: beside(column, BESIDE),
                anchor: anchor(column),
            }),
            lines,
            nodes,
        }
    }
}

/// The number of steps between so many rows.
fn steps(rows: usize) -> f64 {
    f64::from(u16::try_from(rows.saturating_sub(1)).unwrap_or(u16::MAX))
}

/// A length as it stands in the drawing: to a tenth.
fn units(length: f64) -> String {
    let text = format!("{length:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn line<'a>(ctx: RenderContext<'a>, pair: &SectionPair, from: f64, to: f64) -> Line<'a> {
    let middle = WIDTH / 2;
    let (a, b) = (units(from), units(to));
    let weight = f64::from(u16::try_from(pair.weight).unwrap_or(u16::MAX));
    let (first, second) = pair.sections();
    let number = |id: SectionId| &ctx.library[id].reference.section;
    Line {
        comparison: ctx.href(Route::Comparison(first, second, Format::Html)),
        label: format!(
            "{} and {}: {}",
            number(first),
            number(second),
            Spread::of(ctx.library, &pair.links).in_words()
        ),
        path: format!("M{} {a}C{middle} {a} {middle} {b} {} {b}", DOTS[0], DOTS[1]),
        stroke: units((0.4 + 0.36 * weight).min(10.0)),
    }
}

fn node<'a>(
    ctx: RenderContext<'a>,
    section: &'a Section,
    (href, label): (Href<'a>, String),
    column: usize,
    y: f64,
    indent: usize,
    lines: Vec<usize>,
) -> Node<'a> {
    let wrapped = title_lines(section);
    let first = y + 4.0 - LEADING / 2.0 * steps(wrapped.len());
    let title = wrapped
        .into_iter()
        .enumerate()
        .map(|(at, words)| TitleLine {
            words,
            y: units(first + LEADING * steps(at + 1)),
        });
    Node {
        href,
        label,
        number: section.reference.section.as_str(),
        colour: ctx.library[section.document].metadata.colour.name(),
        x: DOTS[column],
        y: units(y),
        number_x: beside(column, BESIDE),
        title_x: beside(column, BESIDE + indent),
        title: title.collect(),
        anchor: anchor(column),
        area: PointerArea {
            x: if column == 0 { 0 } else { DOTS[1] - BESIDE },
            y: units(y - 13.0),
            width: DOTS[0] + BESIDE,
            height: units(26.0),
        },
        lines,
    }
}

fn beside(column: usize, distance: usize) -> usize {
    if column == 0 {
        DOTS[0].saturating_sub(distance)
    } else {
        DOTS[1] + distance
    }
}

fn anchor(column: usize) -> &'static str {
    if column == 0 { "end" } else { "start" }
}
