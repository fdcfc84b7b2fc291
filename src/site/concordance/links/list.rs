//! The links of the concordance, all or a choice of them, in pages.

use askama::Template;

use super::card::LinkCard;
use super::filter_bar::FilterBar;
use super::link_words::{filter_lead, filter_title, matches};
use super::of_section::{all_of, ends_in};
use crate::library::{Section, SectionId};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::routes::{Format, LINKS_PER_PAGE, LinkFilter, PageNumber, Route};
use crate::site::shell::{Head, Shell, thousands};
use crate::study::link_index::LinkEnd;

/// The page.
#[derive(Template)]
#[template(path = "concordance/links/list.html")]
pub struct LinksPage<'a> {
    shell: Shell<'a>,
    title: String,
    lead: String,
    crumbs: Vec<Link<'a>>,
    filters: FilterBar<'a>,
    groups: Vec<LinkGroup<'a>>,
    paging: Option<Paging<'a>>,
}

/// The links whose ends that are met first stand in one section.
struct LinkGroup<'a> {
    id: String,
    href: Href<'a>,
    section: &'a Section,
    /// `Strategy II.2`.
    name: String,
    colour: &'static str,
    /// All links of the section, unless the page has these already.
    all: Option<Link<'a>>,
    cards: Vec<LinkCard<'a>>,
}

/// Where the page stands among those of its choice.
struct Paging<'a> {
    /// `Page 2 of 15`.
    says: String,
    previous: Option<Href<'a>>,
    next: Option<Href<'a>>,
}

impl<'a> LinksPage<'a> {
    /// A page of a choice of links.
    pub fn new(ctx: RenderContext<'a>, filter: LinkFilter, page: PageNumber) -> Self {
        let ends = ends(ctx, filter);
        let counts = LinkFilter::counts(ctx.library);
        let title = filter_title(ctx, filter);
        let count = format!("{} {}", thousands(ends.len()), matches(ends.len()));
        let lead = filter_lead(ctx, filter, &count);
        let paging = Paging::new(ctx, filter, page, ends.len());
        let whole_title = match &paging {
            Some(paging) if page != PageNumber::FIRST => format!("{title}: {}", paging.says),
            _ => title.clone(),
        };
        let mut crumbs = vec![Link::new(
            ctx.href(Route::Concordance(Format::Html)),
            "Concordance",
        )];
        if filter != LinkFilter::ALL {
            let all = ctx.href(Route::links(LinkFilter::ALL));
            crumbs.push(Link::new(all, filter_title(ctx, LinkFilter::ALL)));
        }
        let shown = ends.iter().skip(page.start()).take(LINKS_PER_PAGE);
        let shown: Vec<LinkEnd> = shown.copied().collect();
        let head = Head::new(Route::Links(filter, page), whole_title, lead.clone());
        let own_section = |met: &LinkEnd| ctx.library.section_at(&ctx.library[met.link], met.end);
        let groups = shown.chunk_by(|a, b| own_section(a) == own_section(b));
        Self {
            shell: Shell::new(ctx, head),
            title,
            lead,
            crumbs,
            filters: FilterBar::new(ctx, filter, &counts),
            groups: groups
                .map(|ends| {
                    let section = own_section(&ends[0]);
                    let all =
                        (LinkFilter::Section(section) != filter).then(|| all_of(ctx, section));
                    LinkGroup::new(ctx, section, ends, all)
                })
                .collect(),
            paging,
        }
    }
}

/// The links of a choice, each by the end that is met first: of a section its own end, in the order
/// of its paragraphs, else the end that comes first in the texts.
fn ends(ctx: RenderContext<'_>, filter: LinkFilter) -> Vec<LinkEnd> {
    let library = ctx.library;
    match filter {
        LinkFilter::Section(section) => ends_in(ctx, section),
        LinkFilter::Sort { .. } => {
            let ends = ctx.study.links.in_reading_order().iter();
            ends.filter(|met| filter.holds(library, &library[met.link]))
                .copied()
                .collect()
        }
    }
}

impl<'a> LinkGroup<'a> {
    /// `all` leads to all links of the section, if the page does not show them.
    fn new(
        ctx: RenderContext<'a>,
        section: SectionId,
        ends: &[LinkEnd],
        all: Option<Link<'a>>,
    ) -> Self {
        let section = &ctx.library[section];
        let document = &ctx.library[section.document];
        let cards = ends.iter().map(|met| LinkCard::told_from(ctx, *met));
        Self {
            id: format!("site-{}-{}", document.slug, section.reference.section),
            href: ctx.section(section.id),
            section,
            colour: document.metadata.colour.name(),
            all,
            name: ctx.section_name(section.id),
            cards: cards.collect(),
        }
    }
}

impl<'a> Paging<'a> {
    /// `None` where everything stands on one page.
    fn new(
        ctx: RenderContext<'a>,
        filter: LinkFilter,
        page: PageNumber,
        count: usize,
    ) -> Option<Self> {
        let last = PageNumber::last(count);
        let href = |page: PageNumber| ctx.href(Route::Links(filter, page));
        (last != PageNumber::FIRST).then(|| Self {
            says: format!("page {} of {}", page.number(), last.number()),
            previous: page.previous().map(href),
            next: page.next().filter(|next| *next <= last).map(href),
        })
    }
}
