//! The page of a comparison: two sections in aligned rows, the editors' links between them.

use askama::Template;

use super::byline::credit;
use super::card;
use super::compare_form::CompareForm;
use super::compare_rows::{Cell, Row};
use super::compare_side::{Side, Unit};
use super::comparison::{Comparison, Joined};
use super::edition::Edition;
use super::link::Link;
use super::prose::html;
use super::quotes::typographic;
use super::shell::{Head, Shell};
use super::text::{Excerpt, NotePart, RefLink};
use crate::library::address;
use crate::library::concordance::Passage;
use crate::library::pair::Pair;
use crate::library::part::Part;
use crate::library::prose::{Prose, Style, Target};
use crate::library::section::Section;
use crate::library::{Library, counted};

/// A comparison.
#[derive(Template)]
#[template(path = "compare.html")]
pub struct ComparePage {
    shell: Shell,
    title: String,
    links: String,
    shared: String,
    rows: Vec<RowPart>,
    previous: Option<Link>,
    next: Option<Link>,
    form: CompareForm,
}

/// A row: what stands on its sides, and the links between them.
struct RowPart {
    layout: Layout,
    first: SidePart,
    second: SidePart,
    ties: Vec<TiePart>,
}

/// Where the links of a row stand.
#[derive(PartialEq, Eq)]
enum Layout {
    /// Below both sides, or where neither stands.
    Across,
    /// On the first side, beside a unit of the second.
    First,
    /// On the second side, beside a unit of the first.
    Second,
}

enum SidePart {
    Whole(Box<Whole>),
    /// Nothing stands here that answers the other side.
    Gap,
    /// Nothing is expected here, or the links stand here.
    Empty,
}

/// A heading or paragraph with its quotations.
struct Whole {
    id: String,
    colour: &'static str,
    language: String,
    credit: String,
    reference: RefLink,
    heading: Option<Heading>,
    html: String,
    notes: Vec<NotePart>,
    quotations: Vec<String>,
}

struct Heading {
    /// 2 for the two that are compared, 3 for those below them.
    level: usize,
    /// The section's page.
    href: String,
    /// The signs of its notes.
    signs: String,
}

/// A link of the concordance, read from the first side to the second.
struct TiePart {
    id: String,
    first: Clause,
    second: Clause,
    verb: &'static str,
    strength: &'static str,
    reason: String,
}

/// Quoted words with their place on this page.
struct Clause {
    href: String,
    /// `II.2.p1`.
    name: String,
    colour: &'static str,
    language: String,
    html: String,
    /// Whether its paragraph stands whole on another row.
    elsewhere: bool,
}

impl ComparePage {
    /// The page of a comparison; `pairs` are all that the concordance joins.
    pub fn new(edition: Edition<'_>, comparison: &Comparison<'_>, pairs: &[Pair<'_>]) -> Self {
        let library = edition.library;
        let (first, second) = (&comparison.first, &comparison.second);
        let path = address::compare(library, &first.section.reference, &second.section.reference);
        let title = format!(
            "{} beside {}",
            name(library, first.section),
            name(library, second.section)
        );
        let head = Head {
            path: path.as_deref(),
            title: Some(title.clone()),
            description: format!(
                "“{}” and “{}” in aligned rows, with the editors’ links and the wording that both share.",
                first.section.title, second.section.title
            ),
            document: None,
            data: true,
        };
        let mut shell = Shell::new(edition, head);
        // A comparison has no Markdown: its rows would be a table of whole paragraphs.
        shell
            .data
            .retain(|link| link.media_type == "application/json");
        let before = pairs.iter().rfind(|pair| pair.places < comparison.places);
        let after = pairs.iter().find(|pair| pair.places > comparison.places);
        let rows = comparison.rows.iter();
        Self {
            shell,
            title,
            links: match comparison.links.len() {
                0 => "No link by the editors".to_owned(),
                links => format!("{} by the editors", counted(links, "link")),
            },
            shared: shared(comparison),
            rows: rows
                .map(|row| self::row(edition, comparison, row))
                .collect(),
            previous: before.and_then(|pair| link(library, pair)),
            next: after.and_then(|pair| link(library, pair)),
            form: CompareForm::new(library, Some((first.section, second.section))),
        }
    }
}

/// The short name of a section: `Strategy II.2`.
pub fn name(library: &Library, section: &Section) -> String {
    let reference = &section.reference;
    let document = library.document(&reference.document);
    let short = document.map_or("", |document| &document.metadata.short_title);
    format!("{short} {}", reference.section)
}

/// The way to a pair, by the names of both.
pub fn link(library: &Library, pair: &Pair<'_>) -> Option<Link> {
    Some(Link {
        href: address::compare(library, &pair.first.reference, &pair.second.reference)?,
        label: format!(
            "{} beside {}",
            name(library, pair.first),
            name(library, pair.second)
        ),
    })
}

fn shared(comparison: &Comparison<'_>) -> String {
    let total = comparison.shared();
    match total.runs {
        0 => "no run of shared words".to_owned(),
        1 => format!("1 run of {} shared words", total.longest),
        runs => format!(
            "{runs} runs of shared words, the longest of {}",
            total.longest
        ),
    }
}

fn row(edition: Edition<'_>, comparison: &Comparison<'_>, row: &Row) -> RowPart {
    let (first, second) = (&comparison.first, &comparison.second);
    let links = comparison.links_of(row);
    let stands = |cell: Option<Cell>| cell.is_some_and(|cell| cell.whole);
    let layout = match (stands(row.first), stands(row.second)) {
        (true, false) => Layout::Second,
        (false, true) => Layout::First,
        _ => Layout::Across,
    };
    let side = |side: &Side<'_>, cell: Option<Cell>, other: (&Side<'_>, Option<Cell>)| match cell {
        Some(cell) if cell.whole => SidePart::Whole(Box::new(whole(edition, side, cell.unit))),
        Some(_) => SidePart::Empty,
        None => match other {
            (other, Some(cell)) if !other.units[cell.unit].is_heading() => SidePart::Gap,
            _ => SidePart::Empty,
        },
    };
    RowPart {
        layout,
        first: side(first, row.first, (second, row.second)),
        second: side(second, row.second, (first, row.first)),
        ties: links
            .into_iter()
            .map(|joined| tie(comparison, joined, [stands(row.first), stands(row.second)]))
            .collect(),
    }
}

fn whole(edition: Edition<'_>, side: &Side<'_>, unit: usize) -> Whole {
    let own = &side.units[unit];
    let id = id(own);
    let excerpt = Excerpt::new(edition, side.document, 0..0);
    let prose = side.prose(own, own.part);
    let reference = own.reference();
    let mut notes = excerpt.notes(&prose, &id);
    let mut quotations = Vec::new();
    for (place, &part) in own.quotations.iter().enumerate() {
        let owner = format!("{id}-quotation-{}", place + 1);
        let quotation = side.prose(own, part);
        notes.extend(excerpt.notes(&quotation, &owner));
        quotations.push(excerpt.html(&quotation, &owner));
    }
    let heading = own.is_heading().then(|| Heading {
        level: if unit == 0 { 2 } else { 3 },
        href: address::section(own.section),
        signs: excerpt.signs(&prose, &id),
    });
    Whole {
        colour: side.document.metadata.colour.name(),
        language: side.document.metadata.language.clone(),
        credit: credit(&side.document.metadata),
        reference: RefLink::new(&reference),
        html: match own.part {
            // The words of a heading are a link themselves; its notes stand after it.
            Part::Heading => bare(&prose),
            _ => excerpt.html(&prose, &id),
        },
        heading,
        notes,
        quotations,
        id,
    }
}

/// The id of a unit's element; it has a hyphen, as all that are not references.
fn id(unit: &Unit<'_>) -> String {
    let reference = unit.reference();
    format!("{}-{}", reference.document, reference.fragment())
}

/// The words with their marks, but neither links nor the signs of notes.
fn bare(prose: &Prose) -> String {
    let mut bare = prose.clone();
    bare.notes.clear();
    bare.marks
        .retain(|mark| !matches!(mark.style, Style::Link(_)));
    html(&bare, "", &|_: &Target| String::new())
}

/// `here` tells which of the two units stand whole on the link's row.
fn tie(comparison: &Comparison<'_>, joined: &Joined<'_>, here: [bool; 2]) -> TiePart {
    let link = joined.link;
    TiePart {
        id: card::id(joined.place),
        first: clause(&comparison.first, link.passage(joined.end), here[0]),
        second: clause(
            &comparison.second,
            link.passage(joined.end.other()),
            here[1],
        ),
        verb: link.relation.verb(joined.end),
        strength: link.strength.name(),
        reason: typographic(&link.reason, None),
    }
}

fn clause(side: &Side<'_>, passage: &Passage, here: bool) -> Clause {
    let reference = &passage.reference;
    Clause {
        href: format!("#{}-{}", reference.document, reference.fragment()),
        name: format!(
            "{} {}",
            side.document.metadata.short_title,
            reference.fragment()
        ),
        colour: side.document.metadata.colour.name(),
        language: side.document.metadata.language.clone(),
        html: bare(&side.clause(passage)),
        elsewhere: !here && reference.paragraph.is_some(),
    }
}
