//! All links of the concordance, or those of one relation.

use askama::Template;

use super::card::LinkCard;
use crate::library::{
    End, Link as ConcordanceLink, ParagraphId, Relation, Section, SectionId, pluralize,
};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::routes::{Format, Route};
use crate::site::shell::{Head, Shell, thousands};
use crate::study::link_index::LinkEnd;

/// How many links the page shows.
const MOST_LINKS: usize = 2000;

const ALL_LINKS: &str = "All links";

/// The page.
#[derive(Template)]
#[template(path = "concordance/links.html")]
pub struct LinksPage<'a> {
    shell: Shell<'a>,
    title: &'static str,
    lead: String,
    /// How many links are shown, where there are more.
    limit: Option<String>,
    crumbs: Vec<Link<'a>>,
    filters: Vec<RelationFilter<'a>>,
    groups: Vec<LinkGroup<'a>>,
}

struct RelationFilter<'a> {
    link: Link<'a>,
    count: usize,
    current: bool,
}

/// The links whose first end stands in one section.
struct LinkGroup<'a> {
    id: String,
    href: Href<'a>,
    section: &'a Section,
    /// `Strategy II.2`.
    name: String,
    colour: &'static str,
    count: String,
    plain: Vec<LinkCard<'a>>,
    weak: Vec<LinkCard<'a>>,
    weak_count: String,
}

/// The end of a link that comes first in reading order, with its place.
#[derive(Clone, Copy)]
struct FirstEnd {
    section: SectionId,
    paragraph: Option<ParagraphId>,
    met: LinkEnd,
}

impl<'a> LinksPage<'a> {
    /// All links, or those of a relation.
    pub fn new(ctx: RenderContext<'a>, only: Option<Relation>) -> Self {
        let title = only.map_or(ALL_LINKS, relation_noun);
        let ends = first_ends(ctx, only);
        let count = pluralize(ends.len(), "link");
        let lead = match only {
            None => format!(
                "{count} between passages of the texts, in reading order, each with the words of \
                 both sides."
            ),
            Some(relation) => format!(
                "{count} in which one passage {} the other.",
                relation.verb(End::From)
            ),
        };
        let limit = (ends.len() > MOST_LINKS).then(|| {
            let (shown, all) = (thousands(MOST_LINKS), thousands(ends.len()));
            format!("The first {shown} of {all} links; the page of each section has its own.")
        });
        let head = Head::new(Route::Links(only), title, lead.clone());
        let concordance = ctx.href(Route::Concordance(Format::Html));
        let mut crumbs = vec![Link::new(concordance, "Concordance")];
        if only.is_some() {
            crumbs.push(Link::new(ctx.href(Route::Links(None)), ALL_LINKS));
        }
        Self {
            shell: Shell::new(ctx, head),
            title,
            lead,
            limit,
            crumbs,
            filters: relation_filters(ctx, only),
            groups: groups(ctx, &ends),
        }
    }
}

/// The heading for links of a relation.
fn relation_noun(relation: Relation) -> &'static str {
    match relation {
        Relation::Parallels => "Parallels",
        Relation::Narrows => "Narrower passages",
        Relation::Broadens => "Broader passages",
        Relation::Implements => "Passages carried out",
        Relation::Differs => "Differences",
    }
}

fn relation_filters(ctx: RenderContext<'_>, only: Option<Relation>) -> Vec<RelationFilter<'_>> {
    let links = ctx.library.links();
    let filter = |relation: Option<Relation>, count| RelationFilter {
        link: Link::new(
            ctx.href(Route::Links(relation)),
            relation.map_or(ALL_LINKS, relation_noun),
        ),
        count,
        current: only == relation,
    };
    let each = ctx.library.concordance.relations().map(|relation| {
        let own = links.iter().filter(|link| link.relation == relation);
        filter(Some(relation), own.count())
    });
    std::iter::once(filter(None, links.len()))
        .chain(each)
        .collect()
}

/// The links in the order in which their first ends stand in the texts, then in that of the
/// concordance.
fn first_ends(ctx: RenderContext<'_>, only: Option<Relation>) -> Vec<FirstEnd> {
    let links = ctx.library.links().iter();
    let wanted = links.filter(|link| only.is_none_or(|relation| link.relation == relation));
    let mut ends: Vec<FirstEnd> = wanted.map(|link| first_end(ctx, link)).collect();
    ends.sort_by_key(|end| (end.section, end.paragraph));
    ends
}

fn first_end(ctx: RenderContext<'_>, link: &ConcordanceLink) -> FirstEnd {
    let [from, to] = End::BOTH.map(|end| FirstEnd {
        section: ctx.library.section_at(link, end),
        paragraph: link.passage(end).place.paragraph(),
        met: LinkEnd { link: link.id, end },
    });
    let place = |end: FirstEnd| (end.section, end.paragraph);
    if place(to) < place(from) { to } else { from }
}

/// The links by section, as far as the page has room.
fn groups<'a>(ctx: RenderContext<'a>, ends: &[FirstEnd]) -> Vec<LinkGroup<'a>> {
    let mut room = MOST_LINKS;
    let sections = ends.chunk_by(|a, b| a.section == b.section);
    let groups = sections.map_while(|ends| {
        let shown = &ends[..ends.len().min(room)];
        room -= shown.len();
        (!shown.is_empty()).then(|| LinkGroup::new(ctx, shown, ends.len()))
    });
    groups.collect()
}

impl<'a> LinkGroup<'a> {
    /// `count` is the number of all links of the section, shown or not.
    fn new(ctx: RenderContext<'a>, shown: &[FirstEnd], count: usize) -> Self {
        let section = &ctx.library[shown[0].section];
        let document = &ctx.library[section.document];
        // A card's verb has the other passage for its subject, so that the first end comes first.
        let cards = shown.iter().map(|FirstEnd { met, .. }| {
            let (link, end) = (met.link, met.end.other());
            LinkCard::new(ctx, LinkEnd { link, end })
        });
        let (weak, plain): (Vec<LinkCard<'a>>, Vec<LinkCard<'a>>) =
            cards.partition(LinkCard::is_loose);
        Self {
            id: format!("site-{}-{}", document.slug, section.reference.section),
            href: ctx.section(section.id),
            section,
            name: ctx.section_name(section.id),
            colour: document.metadata.colour.name(),
            count: pluralize(count, "link"),
            weak_count: pluralize(weak.len(), "weak link"),
            plain,
            weak,
        }
    }
}
