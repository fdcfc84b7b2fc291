//! The diagram of how the sections of two documents speak to each other.

use std::collections::HashMap;

use super::map_words::{longest_number, spoken_label, title_lines};
use crate::library::{Document, Section, SectionId};
use crate::site::context::RenderContext;
use crate::site::href::Href;
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
    pub lines: Vec<Line>,
    pub nodes: Vec<Node<'a>>,
}

/// The name of a document above its column.
pub struct Name<'a> {
    pub document: &'a Document,
    pub x: usize,
    pub anchor: &'static str,
}

/// All links between two sections.
pub struct Line {
    pub path: String,
    pub stroke: String,
}

/// A section, which is a link to its page.
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

/// What a diagram shows, and how far its rows stand apart.
pub struct Plan<'p, 'a> {
    pub documents: [&'a Document; 2],
    /// The sections of each.
    pub sections: [Vec<&'a Section>; 2],
    /// The least distance of rows.
    pub row: f64,
    /// What it is called.
    pub title: String,
    /// The links between all sections.
    pub pairs: &'p [&'a SectionPair],
}

impl<'a> SectionMap<'a> {
    /// Draws a plan.
    pub fn new(ctx: RenderContext<'a>, plan: Plan<'_, 'a>) -> Self {
        let most = plan.sections.iter().map(Vec::len).max().unwrap_or_default();
        let span = steps(most) * plan.row;
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
            lines.push(line(pair, heights[&pair.first], heights[&pair.second]));
        }
        let mut nodes = Vec::new();
        for (column, sections) in plan.sections.iter().enumerate() {
            let indent = longest_number(sections) * DIGIT + BESIDE;
            for section in sections {
                let lines = touching.remove(&section.id).unwrap_or_default();
                nodes.push(node(
                    ctx,
                    section,
                    column,
                    heights[&section.id],
                    indent,
                    lines,
                ));
            }
        }
        let [first, second] = plan.documents;
        let name = |document: &Document| document.metadata.short_title.to_lowercase();
        Self {
            id: format!("map-{}-{}", first.slug, second.slug),
            title: plan.title,
            description: format!(
                "Each point is a section and a link to it, those of the {} on the left and those \
                 of the {} on the right. Each line stands for the links between two sections: the \
                 wider, the more and the stronger. The table below has the same data.",
                name(first),
                name(second)
            ),
            width: WIDTH,
            height: units(TOP + span + plan.row / 2.0),
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

fn line(pair: &SectionPair, from: f64, to: f64) -> Line {
    let middle = WIDTH / 2;
    let (a, b) = (units(from), units(to));
    let weight = f64::from(u16::try_from(pair.weight).unwrap_or(u16::MAX));
    Line {
        path: format!("M{} {a}C{middle} {a} {middle} {b} {} {b}", DOTS[0], DOTS[1]),
        stroke: units((0.4 + 0.36 * weight).min(10.0)),
    }
}

fn node<'a>(
    ctx: RenderContext<'a>,
    section: &'a Section,
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
        href: ctx.section(section.id),
        label: spoken_label(ctx, section),
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
