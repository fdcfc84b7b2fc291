//! The links of the concordance, all or a choice of them, in pages; those that rest on a formula
//! stand together under it.

use askama::Template;

use super::card::LinkCard;
use super::entry::{Entry, entries};
use super::family::Family;
use super::filter_bar::FilterBar;
use super::link_words::{Counted, filter_lead, filter_title};
use super::of_section::{all_of, ends_in};
use crate::library::{Section, SectionId};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::routes::{Format, LINKS_PER_PAGE, LinkFilter, PageNumber, Route};
use crate::site::shell::{Head, Shell};
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

/// The entries of a section, by the ends that are met first; of the list of formulas all entries.
struct LinkGroup<'a> {
    section: Option<GroupSection<'a>>,
    items: Vec<Item<'a>>,
}

/// The section above its entries.
struct GroupSection<'a> {
    id: String,
    href: Href<'a>,
    section: &'a Section,
    /// `Strategy II.2`.
    name: String,
    colour: &'static str,
    /// All links of the section, unless the page has these already.
    all: Option<Link<'a>>,
}

enum Item<'a> {
    Link(Box<LinkCard<'a>>),
    Family(Family<'a>),
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
        let library = ctx.library;
        let entries = entries(library, ends(ctx, filter));
        let counts = LinkFilter::counts(library);
        let title = filter_title(ctx, filter);
        let lead = filter_lead(ctx, filter, counted(&entries));
        let paging = Paging::new(ctx, filter, page, entries.len());
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
        let start = page.start().min(entries.len());
        let shown = &entries[start..entries.len().min(start + LINKS_PER_PAGE)];
        let head = Head::new(Route::Links(filter, page), whole_title, lead.clone());
        Self {
            shell: Shell::new(ctx, head),
            title,
            lead,
            crumbs,
            filters: FilterBar::new(ctx, filter, &counts),
            groups: groups(ctx, filter, shown),
            paging,
        }
    }
}

fn groups<'a>(ctx: RenderContext<'a>, filter: LinkFilter, shown: &[Entry]) -> Vec<LinkGroup<'a>> {
    if let LinkFilter::Formulas(_) = filter {
        return vec![LinkGroup::new(ctx, None, shown)];
    }
    let library = ctx.library;
    let own_section = |entry: &Entry| {
        let met = entry.first;
        library.section_at(&library[met.link], met.end)
    };
    let groups = shown.chunk_by(|a, b| own_section(a) == own_section(b));
    let groups = groups.map(|entries| {
        let section = own_section(&entries[0]);
        let all = (LinkFilter::Section(section) != filter).then(|| all_of(ctx, section));
        LinkGroup::new(ctx, Some(GroupSection::new(ctx, section, all)), entries)
    });
    groups.collect()
}

fn counted(entries: &[Entry]) -> Counted {
    let formulas = entries.iter().filter(|entry| entry.formula.is_some());
    Counted {
        alone: entries.len() - formulas.clone().count(),
        formulas: formulas.clone().count(),
        resting: formulas.map(|entry| entry.ends().count()).sum(),
    }
}

/// The links of a choice, each by the end that is met first: of a section its own end, in the order
/// of its paragraphs, else the end that comes first in the texts.
fn ends(ctx: RenderContext<'_>, filter: LinkFilter) -> Vec<LinkEnd> {
    let library = ctx.library;
    match filter {
        LinkFilter::Section(section) => ends_in(ctx, section),
        LinkFilter::Sort { .. } | LinkFilter::Formulas(_) => {
            let ends = ctx.study.links.in_reading_order().iter();
            ends.filter(|met| filter.holds(library, &library[met.link]))
                .copied()
                .collect()
        }
    }
}

impl<'a> LinkGroup<'a> {
    fn new(ctx: RenderContext<'a>, section: Option<GroupSection<'a>>, entries: &[Entry]) -> Self {
        let heading = if section.is_some() { "h3" } else { "h2" };
        let items = entries.iter().map(|entry| match entry.formula {
            Some(id) => Item::Family(Family::new(ctx, id, entry, heading)),
            None => Item::Link(Box::new(LinkCard::told_from(ctx, entry.first))),
        });
        Self {
            section,
            items: items.collect(),
        }
    }
}

impl<'a> GroupSection<'a> {
    /// `all` leads to all links of the section, if the page does not show them.
    fn new(ctx: RenderContext<'a>, section: SectionId, all: Option<Link<'a>>) -> Self {
        let section = &ctx.library[section];
        let document = &ctx.library[section.document];
        Self {
            id: format!("site-{}-{}", document.slug, section.reference.section),
            href: ctx.section(section.id),
            section,
            colour: document.metadata.colour.name(),
            all,
            name: ctx.section_name(section.id),
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
