//! The diagram of how the sections of two documents speak to each other.

use super::edition::Edition;
use super::ledger::tally_in_words;
use super::quotes::typographic;
use crate::library::address;
use crate::library::document::Document;
use crate::library::section::Section;
use crate::study::corpus::SectionAt;
use crate::study::ties::Tie;

/// The width of the core that a phone shows, in the units of the drawing; titles stand outside of
/// it and show only where there is room.
const WIDTH: usize = 300;
/// Where the dots of the two columns stand.
const DOTS: [usize; 2] = [78, WIDTH - 78];
/// How far a label stands from its dot.
const BESIDE: usize = 9;
/// The room that a character of a number takes.
const DIGIT: usize = 7;
/// How many characters of a title stand on one line.
const LINE: usize = 40;
/// The first row, below the names of the documents.
const TOP: f64 = 42.0;

/// A diagram. Shown by `templates/parts/map.html`.
pub struct Map {
    /// Begins the ids of its elements.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The same at more length.
    pub description: String,
    pub width: usize,
    pub height: String,
    pub names: Vec<Name>,
    pub lines: Vec<Line>,
    pub nodes: Vec<Node>,
}

/// The name of a document above its column.
pub struct Name {
    pub text: String,
    pub colour: &'static str,
    pub x: usize,
    pub anchor: &'static str,
}

/// All links between two sections.
pub struct Line {
    pub path: String,
    pub stroke: String,
}

/// A section, which is a link to its page.
pub struct Node {
    pub href: String,
    /// Reference, heading and tally: what a screen reader says.
    pub label: String,
    pub number: String,
    pub colour: &'static str,
    pub x: usize,
    pub y: String,
    pub number_x: usize,
    pub title_x: usize,
    /// The lines of its title, with their heights.
    pub title: Vec<(String, String)>,
    pub anchor: &'static str,
    /// The area that takes a pointer.
    pub area: (usize, String, usize, String),
    /// Its lines, by their places.
    pub lines: Vec<usize>,
}

/// What a diagram shows, and how far its rows stand apart.
pub struct Plan<'a> {
    /// The places of the two documents.
    pub documents: [usize; 2],
    /// The sections of each, by their places.
    pub sections: [Vec<usize>; 2],
    /// The least distance of rows.
    pub row: f64,
    /// What it is called.
    pub title: String,
    /// The links between all sections.
    pub ties: &'a [Tie],
}

impl Map {
    /// Draws a plan.
    pub fn new(edition: Edition<'_>, plan: Plan<'_>) -> Self {
        let library = edition.library;
        let documents = plan.documents.map(|at| &library.documents[at]);
        let most = plan.sections.iter().map(Vec::len).max().unwrap_or_default();
        let span = steps(most) * plan.row;
        let height = |column: usize, at: usize| {
            let count = plan.sections[column].len();
            let place = plan.sections[column].iter().position(|&one| one == at)?;
            Some(match count {
                1 => TOP + span / 2.0,
                _ => TOP + span * steps(place + 1) / steps(count),
            })
        };
        let shown: Vec<(&Tie, f64, f64)> = plan
            .ties
            .iter()
            .filter(|tie| [tie.first.document, tie.second.document] == plan.documents)
            .filter_map(|tie| {
                let from = height(0, tie.first.section)?;
                Some((tie, from, height(1, tie.second.section)?))
            })
            .collect();
        let mut nodes = Vec::new();
        for (column, document) in documents.into_iter().enumerate() {
            let indent = indent(document, &plan.sections[column]);
            for &at in &plan.sections[column] {
                let place = SectionAt {
                    document: plan.documents[column],
                    section: at,
                };
                let touching = shown.iter().enumerate();
                let lines = touching
                    .filter(|(_, (tie, ..))| [tie.first, tie.second].contains(&place))
                    .map(|(line, _)| line)
                    .collect();
                let y = height(column, at).unwrap_or(TOP);
                nodes.push(node(edition, place, column, y, indent, lines));
            }
        }
        let [first, second] =
            documents.map(|document| document.metadata.short_title.to_lowercase());
        Self {
            id: format!("map-{}-{}", documents[0].id, documents[1].id),
            title: plan.title,
            description: format!(
                "Each point is a section and a link to it, those of the {first} on the left and \
                 those of the {second} on the right. Each line stands for the links between two \
                 sections: the wider, the more and the stronger. The table below has the same data."
            ),
            width: WIDTH,
            height: units(TOP + span + plan.row / 2.0),
            names: names(documents),
            lines: shown
                .iter()
                .map(|&(tie, from, to)| line(tie, from, to))
                .collect(),
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

fn names(documents: [&Document; 2]) -> Vec<Name> {
    documents
        .into_iter()
        .enumerate()
        .map(|(column, document)| Name {
            text: document.metadata.short_title.clone(),
            colour: document.metadata.colour.name(),
            x: beside(column, BESIDE),
            anchor: anchor(column),
        })
        .collect()
}

fn line(tie: &Tie, from: f64, to: f64) -> Line {
    let middle = WIDTH / 2;
    let (a, b) = (units(from), units(to));
    let weight = f64::from(u16::try_from(tie.weight).unwrap_or(u16::MAX));
    Line {
        path: format!("M{} {a}C{middle} {a} {middle} {b} {} {b}", DOTS[0], DOTS[1]),
        stroke: units((0.4 + 0.36 * weight).min(10.0)),
    }
}

fn node(
    edition: Edition<'_>,
    place: SectionAt,
    column: usize,
    y: f64,
    indent: usize,
    lines: Vec<usize>,
) -> Node {
    let document = &edition.library.documents[place.document];
    let section = &document.sections[place.section];
    let tally =
        edition
            .study
            .verdicts
            .tally(place.document, place.section..place.section + 1, None);
    let number = section.reference.section.to_string();
    let named = is_titled(section);
    let wrapped = if named {
        wrap(&typographic(&section.title, None))
    } else {
        Vec::new()
    };
    let short = &document.metadata.short_title;
    let heading = if named {
        format!("{short} {number} {}", typographic(&section.title, None))
    } else {
        format!("{short} {number}")
    };
    let first = y + 4.0 - 6.5 * steps(wrapped.len());
    let area = if column == 0 { 0 } else { DOTS[1] - BESIDE };
    Node {
        href: address::section(section),
        label: format!("{heading}: {}", tally_in_words(tally)),
        number,
        colour: document.metadata.colour.name(),
        x: DOTS[column],
        y: units(y),
        number_x: beside(column, BESIDE),
        title_x: beside(column, BESIDE + indent),
        title: wrapped
            .into_iter()
            .enumerate()
            .map(|(at, line)| (line, units(first + 13.0 * steps(at + 1))))
            .collect(),
        anchor: anchor(column),
        area: (area, units(y - 13.0), DOTS[0] + BESIDE, units(26.0)),
        lines,
    }
}

/// Whether the title says more than the number: `preface` is both.
fn is_titled(section: &Section) -> bool {
    !section
        .title
        .eq_ignore_ascii_case(section.reference.section.as_str())
}

/// How far titles stand from the numbers, so that they align.
fn indent(document: &Document, sections: &[usize]) -> usize {
    let titled = sections.iter().map(|&at| &document.sections[at]);
    let longest = titled
        .filter(|section| is_titled(section))
        .map(|section| section.reference.section.as_str().len());
    longest.max().unwrap_or_default() * DIGIT + BESIDE
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

/// The text in lines of about the same length, as few as hold it.
fn wrap(text: &str) -> Vec<String> {
    let length = text.chars().count();
    let lines = length.div_ceil(LINE).max(1);
    let aim = length.div_ceil(lines);
    let mut wrapped: Vec<String> = vec![String::new()];
    for word in text.split(' ') {
        let more = wrapped.len() < lines;
        if let Some(last) = wrapped.last_mut() {
            let full = last.chars().count() + word.chars().count() / 2 >= aim;
            if more && full && !last.is_empty() {
                wrapped.push(word.to_owned());
            } else {
                if !last.is_empty() {
                    last.push(' ');
                }
                last.push_str(word);
            }
        }
    }
    wrapped
}
