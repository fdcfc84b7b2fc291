//! The page of a comparison: two sections in aligned rows, the editors' links between them.

use askama::Template;

use super::comparison::Comparison;
use super::form::CompareForm;
use super::row::RowPart;
use crate::library::{Section, pluralize};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::html::Html;
use crate::site::routes::{Format, Route};
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
    links: String,
    shared: String,
    rows: Vec<Html<RowPart<'a>>>,
    previous: Option<Link<'a>>,
    next: Option<Link<'a>>,
    form: Html<CompareForm<'a>>,
}

impl<'a> ComparePage<'a> {
    /// The page of a comparison.
    pub fn new(ctx: RenderContext<'a>, comparison: &Comparison<'a>) -> Self {
        let (first, second) = (comparison.first.section, comparison.second.section);
        let sections = (first.id, second.id);
        let route = Route::Comparison(first.id, second.id, Format::Html);
        let title = beside(ctx, first, second);
        let description = format!(
            "“{}” and “{}” in aligned rows, with the editors’ links and the wording that both share.",
            first.title, second.title
        );
        let (previous, next) = ctx.study.links.neighbours(sections);
        let rows = comparison.rows.iter();
        Self {
            shell: Shell::new(ctx, Head::new(route, title.clone(), description)),
            index: ctx.href(Route::Compare),
            title,
            links: match comparison.link_count() {
                0 => "No link by the editors".to_owned(),
                links => format!("{} by the editors", pluralize(links, "link")),
            },
            shared: shared(comparison),
            rows: rows
                .map(|row| Html(RowPart::new(ctx, comparison, row)))
                .collect(),
            previous: previous.map(|pair| link(ctx, pair)),
            next: next.map(|pair| link(ctx, pair)),
            form: Html(CompareForm::of(ctx, first, second)),
        }
    }
}

/// `Strategy II.2 beside Paper 2.2.1`.
fn beside(ctx: RenderContext<'_>, first: &Section, second: &Section) -> String {
    let [first, second] = [first, second].map(|section| ctx.section_name(section.id));
    format!("{first} beside {second}")
}

/// The comparison of two sections that links join, by the names of both.
pub fn link<'a>(ctx: RenderContext<'a>, pair: &SectionPair) -> Link<'a> {
    let (first, second) = pair.sections();
    let href = ctx.href(Route::Comparison(first, second, Format::Html));
    Link::new(href, beside(ctx, &ctx.library[first], &ctx.library[second]))
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
