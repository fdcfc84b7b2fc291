//! The page of a comparison: two sections in aligned rows, the editors' links between them.

use askama::Template;

use super::comparison::Comparison;
use super::form::CompareForm;
use super::row::RowPart;
use super::subject::shared_subject;
use crate::library::Section;
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::html::Html;
use crate::site::routes::{ChooseHref, Format, Route, Slot};
use crate::site::shell::{Head, Shell};
use crate::study::link_index::SectionPair;

/// A comparison.
#[derive(Template)]
#[template(path = "compare/page.html")]
pub struct ComparePage<'a> {
    shell: Shell<'a>,
    /// Where other sections are chosen.
    index: Href<'a>,
    title: String,
    matches: String,
    shared: String,
    /// Whether any wording is marked.
    is_marked: bool,
    wording_note: Option<&'a str>,
    heads: [ColumnHead<'a>; 2],
    /// The same with the other section on the left.
    swapped: Href<'a>,
    rows: Vec<Html<RowPart<'a>>>,
    previous: Option<Link<'a>>,
    next: Option<Link<'a>>,
    form: Html<CompareForm<'a>>,
}

/// What stands above a column.
struct ColumnHead<'a> {
    /// `Strategy II.2`.
    name: String,
    href: Href<'a>,
    colour: &'static str,
    /// `Change the left text`.
    change: &'static str,
    /// Where another section is chosen for this side.
    choice: ChooseHref<'a>,
}

impl<'a> ComparePage<'a> {
    /// The page of a comparison.
    pub fn new(ctx: RenderContext<'a>, comparison: &Comparison<'a>) -> Self {
        let (first, second) = (comparison.first.section, comparison.second.section);
        let sections = (first.id, second.id);
        let route = Route::Comparison(first.id, second.id, Format::Html);
        let title = match shared_subject(ctx.library, first, second) {
            Some(subject) => format!("{subject}: {}", both_names(ctx, first, second)),
            None => both_names(ctx, first, second),
        };
        let description = format!(
            "“{}” and “{}” side by side, with their matches and the phrases that both share.",
            first.title, second.title
        );
        let ordered = (sections.0.min(sections.1), sections.0.max(sections.1));
        let (previous, next) = ctx.study.links.neighbours(ordered);
        let rows = comparison.rows.iter();
        Self {
            shell: Shell::new(ctx, Head::new(route, title.clone(), description)),
            index: ctx.href(Route::Compare),
            title,
            matches: match comparison.spread(ctx.library) {
                spread if spread.total() > 0 => spread.in_words(),
                _ if comparison.is_compared => "No match".to_owned(),
                _ => "Texts that the editors did not compare".to_owned(),
            },
            shared: shared(comparison),
            is_marked: !comparison.runs.is_empty(),
            wording_note: ctx.library.settings.wording_note.as_deref(),
            heads: [
                ColumnHead::new(ctx, first, "Change the left text", (Slot::Second, second)),
                ColumnHead::new(ctx, second, "Change the right text", (Slot::First, first)),
            ],
            swapped: ctx.href(Route::Comparison(second.id, first.id, Format::Html)),
            rows: rows
                .map(|row| Html(RowPart::new(ctx, comparison, row)))
                .collect(),
            previous: previous.map(|pair| link(ctx, pair)),
            next: next.map(|pair| link(ctx, pair)),
            form: Html(CompareForm::of(ctx, first, second)),
        }
    }
}

impl<'a> ColumnHead<'a> {
    /// Above a section; `kept` is the other one, which stays while this one is changed.
    fn new(
        ctx: RenderContext<'a>,
        section: &'a Section,
        change: &'static str,
        (slot, kept): (Slot, &'a Section),
    ) -> Self {
        Self {
            name: ctx.section_name(section.id),
            href: ctx.section(section.id),
            colour: ctx.library[section.document].metadata.colour.name(),
            change,
            choice: ChooseHref::new(ctx.library, slot, kept.id),
        }
    }
}

/// `Strategy II.2 and Paper 2.2.1`.
fn both_names(ctx: RenderContext<'_>, first: &Section, second: &Section) -> String {
    let [first, second] = [first, second].map(|section| ctx.section_name(section.id));
    format!("{first} and {second}")
}

/// The comparison of two sections that links join, by the names of both.
pub fn link<'a>(ctx: RenderContext<'a>, pair: &SectionPair) -> Link<'a> {
    let (first, second) = pair.sections();
    let href = ctx.href(Route::Comparison(first, second, Format::Html));
    let label = both_names(ctx, &ctx.library[first], &ctx.library[second]);
    Link::new(href, label)
}

fn shared(comparison: &Comparison<'_>) -> String {
    let total = comparison.shared();
    match total.runs {
        0 => "no shared phrase".to_owned(),
        1 => format!("1 shared phrase of {} words", total.longest),
        runs => format!("{runs} shared phrases, up to {} words", total.longest),
    }
}
