//! One link of the concordance on a page of its own, under its permanent id.

use askama::Template;

use super::card::{LinkCard, place_in_list};
use super::family::formula_link;
use super::link_words::filter_title;
use super::of_section::all_of;
use crate::cite::Cited;
use crate::library::{End, Link as Match, LinkCode};
use crate::site::citing::CitePanel;
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::Link;
use crate::site::html::Html;
use crate::site::routes::{Format, LinkFilter, Route};
use crate::site::shell::{Head, Shell};
use crate::study::link_index::LinkEnd;

/// The page.
#[derive(Template)]
#[template(path = "concordance/links/link.html")]
pub struct LinkPage<'a> {
    shell: Shell<'a>,
    crumbs: [Link<'a>; 2],
    /// `Strategy II.2.p1 and Research 2.2.1.p1`.
    title: String,
    code: LinkCode,
    card: LinkCard<'a>,
    /// The set phrase that it rests on.
    formula: Option<Link<'a>>,
    /// To the comparison, and to all links of either section.
    steps: Vec<Link<'a>>,
    cite: Html<CitePanel<'a>>,
    /// The links before and after it in reading order.
    previous: Option<Link<'a>>,
    next: Option<Link<'a>>,
}

impl<'a> LinkPage<'a> {
    /// The page of a link.
    pub fn new(ctx: RenderContext<'a>, link: &'a Match) -> Self {
        let in_order = ctx.study.links.in_reading_order();
        let position = ctx.study.links.position(link.id);
        let neighbour = |at: usize| in_order.get(at).map(|met| link_to(ctx, *met));
        let title = title(ctx, in_order[position]);
        let head_title = format!("{title} (match {})", link.code);
        let head = Head::new(Route::Link(link.id), head_title, &link.reason);
        Self {
            shell: Shell::new(ctx, head),
            crumbs: [
                Link::new(ctx.href(Route::Concordance(Format::Html)), "Concordance"),
                Link::new(place_in_list(ctx, link), filter_title(ctx, LinkFilter::ALL)),
            ],
            title,
            code: link.code,
            card: LinkCard::told_from(ctx, in_order[position]),
            formula: link.formula.map(|id| formula_link(ctx, id)),
            steps: steps(ctx, link),
            cite: Html(CitePanel::new(ctx, Cited::Link(link.id))),
            previous: position.checked_sub(1).and_then(neighbour),
            next: neighbour(position + 1),
        }
    }
}

/// Its two passages, the one that is met first.
fn title(ctx: RenderContext<'_>, met: LinkEnd) -> String {
    let link = &ctx.library[met.link];
    let [first, second] = [met.end, met.end.other()].map(|end| link.passage(end).place);
    format!("{} and {}", ctx.place_name(first), ctx.place_name(second))
}

fn link_to(ctx: RenderContext<'_>, met: LinkEnd) -> Link<'_> {
    Link::new(ctx.href(Route::Link(met.link)), title(ctx, met))
}

fn steps<'a>(ctx: RenderContext<'a>, link: &'a Match) -> Vec<Link<'a>> {
    let [from, to] = End::BOTH.map(|end| ctx.library.section_at(link, end));
    let (first, second) = (from.min(to), from.max(to));
    let comparison = ctx.comparison(first, second).map(|href| {
        let [first, second] = [first, second].map(|section| ctx.section_name(section));
        Link::new(href, format!("Compare {first} with {second}"))
    });
    let mut sections = vec![first, second];
    sections.dedup();
    let all = sections.into_iter().map(|section| all_of(ctx, section));
    comparison.into_iter().chain(all).collect()
}
