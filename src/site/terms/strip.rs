//! A strip that shows where in a document something stands: its sections in a row, as wide as they
//! are long, with a bar in each that has it.

use askama::Template;

use crate::library::{Document, Id, IdRange, Part, Section, SectionId};
use crate::site::context::RenderContext;
use crate::site::href::Href;

/// How many words every section counts for beside its own, so that a heading alone can be seen.
const LEAST: usize = 40;
/// The height of the tallest bar.
const TALLEST: f64 = 30.0;
/// The height of a bar that stands for one.
const SHORTEST: f64 = 8.0;

/// The strip of one document.
#[derive(Template)]
#[template(path = "terms/strip.html")]
pub struct Strip<'a> {
    /// What it shows, for those who do not see it.
    name: String,
    roots: Vec<RootMark<'a>>,
    bars: Vec<Bar<'a>>,
}

/// How often something stands in a section.
pub struct SectionCount {
    /// The first part of the section that has it; the bar leads there.
    pub first: Part,
    /// At least 1.
    pub count: usize,
}

/// Where a section of the highest level begins, in parts of a hundred.
struct RootMark<'a> {
    x: String,
    label: &'a str,
}

/// A bar, in parts of a hundred across and in pixels down.
struct Bar<'a> {
    x: String,
    width: String,
    top: String,
    height: String,
    href: Href<'a>,
    name: String,
}

impl<'a> Strip<'a> {
    /// Where in a document something stands, with a count for each section that has it.
    pub fn new(
        ctx: RenderContext<'a>,
        name: String,
        document: &'a Document,
        counts: &[SectionCount],
    ) -> Self {
        let widths = Widths::of(ctx, document);
        let most = counts.iter().map(|one| one.count).max().unwrap_or(1);
        let roots = ctx.library.roots(document).map(|root| RootMark {
            x: widths.start(root.id),
            label: label(root),
        });
        let bars = counts.iter().map(|one| {
            let section = &ctx.library[ctx.library.section_of_part(one.first)];
            let share = float(one.count - 1) / float(most.max(2) - 1);
            let height = SHORTEST + (TALLEST - SHORTEST) * share;
            Bar {
                x: widths.start(section.id),
                width: widths.width(section.id),
                top: format!("{:.1}", TALLEST - height),
                height: format!("{height:.1}"),
                href: ctx.in_context(ctx.library.place_of(one.first)),
                name: format!("{}: {}", section.reference.section, times(one.count)),
            }
        });
        Self {
            name,
            roots: roots.collect(),
            bars: bars.collect(),
        }
    }
}

/// How much of the strip each section of a document takes.
struct Widths {
    /// The place of the first section in the library.
    first: usize,
    /// The size of each section with all before it.
    ends: Vec<usize>,
}

impl Widths {
    fn of(ctx: RenderContext<'_>, document: &Document) -> Self {
        let sections = document.sections.into_iter();
        let mut end = 0;
        Self {
            first: document.sections.places().start,
            ends: sections
                .map(|section| {
                    end += ctx.library.length(IdRange::only(section)).total() + LEAST;
                    end
                })
                .collect(),
        }
    }

    /// What stands before a section.
    fn before(&self, section: SectionId) -> usize {
        let nth = section.index() - self.first;
        nth.checked_sub(1).map_or(0, |before| self.ends[before])
    }

    fn start(&self, section: SectionId) -> String {
        self.percent(self.before(section))
    }

    fn width(&self, section: SectionId) -> String {
        let end = self.ends[section.index() - self.first];
        self.percent(end - self.before(section))
    }

    fn percent(&self, size: usize) -> String {
        let whole = self.ends.last().copied().unwrap_or(LEAST);
        format!("{:.2}%", float(size) * 100.0 / float(whole))
    }
}

/// The number of a section, where it has one that is short: a name would not fit.
fn label(section: &Section) -> &str {
    match section.number {
        Some(_) => section.reference.section.as_str(),
        None => "",
    }
}

/// How often, in words.
pub(super) fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{count} times"),
    }
}

/// Texts are far shorter than the numbers that a float holds exactly.
#[allow(clippy::cast_precision_loss)]
pub(super) fn float(count: usize) -> f64 {
    count as f64
}
