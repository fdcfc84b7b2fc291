//! All links of the concordance, or those of one relation.

use askama::Template;

use super::card::{Card, relation_noun};
use super::edition::Edition;
use super::link::Link as PageLink;
use super::shell::{Head, Shell};
use crate::library::address;
use crate::library::concordance::{End, Link, Relation};
use crate::library::{Library, counted};
use crate::study::corpus::SectionAt;

/// The page.
#[derive(Template)]
#[template(path = "links.html")]
pub struct LinksPage {
    shell: Shell,
    title: String,
    lead: String,
    crumbs: Vec<PageLink>,
    filters: Vec<Filter>,
    groups: Vec<Group>,
}

struct Filter {
    href: String,
    label: String,
    count: usize,
    current: bool,
}

/// The links whose first end stands in one section.
struct Group {
    id: String,
    section: PageLink,
    name: String,
    colour: &'static str,
    count: String,
    plain: Vec<Card>,
    weak: Vec<Card>,
    weak_count: String,
}

/// A link with the end that comes first in reading order, and its place in the concordance.
type Placed<'a> = (SectionAt, usize, &'a Link, End);

impl LinksPage {
    /// All links, or those of a relation.
    pub fn new(edition: Edition<'_>, only: Option<Relation>) -> Self {
        let library = edition.library;
        let path = only.map_or(address::LINKS.to_owned(), address::relation);
        let title = only.map_or("All links", relation_noun).to_owned();
        let placed = placed(edition, only);
        let lead = match only {
            None => format!(
                "{} between passages of the texts, in reading order, each with the words of both \
                 sides.",
                counted(placed.len(), "link")
            ),
            Some(relation) => format!(
                "{} in which one passage {} the other.",
                counted(placed.len(), "link"),
                relation.verb(End::From)
            ),
        };
        let head = Head {
            path: Some(&path),
            title: Some(title.clone()),
            description: lead.clone(),
            document: None,
            data: false,
        };
        let mut crumbs = vec![PageLink {
            href: address::CONCORDANCE.to_owned(),
            label: "Concordance".to_owned(),
        }];
        if only.is_some() {
            crumbs.push(PageLink {
                href: address::LINKS.to_owned(),
                label: "All links".to_owned(),
            });
        }
        Self {
            shell: Shell::new(edition, head),
            title,
            lead,
            crumbs,
            filters: filters(library, only),
            groups: placed
                .chunk_by(|a, b| a.0 == b.0)
                .map(|links| group(library, links))
                .collect(),
        }
    }
}

fn filters(library: &Library, only: Option<Relation>) -> Vec<Filter> {
    let links = &library.concordance.links;
    let all = Filter {
        href: address::LINKS.to_owned(),
        label: "All links".to_owned(),
        count: links.len(),
        current: only.is_none(),
    };
    let each = library.concordance.relations().map(|relation| Filter {
        href: address::relation(relation),
        label: relation_noun(relation).to_owned(),
        count: links.iter().filter(|one| one.relation == relation).count(),
        current: only == Some(relation),
    });
    std::iter::once(all).chain(each).collect()
}

fn placed(edition: Edition<'_>, only: Option<Relation>) -> Vec<Placed<'_>> {
    let links = edition.library.concordance.links.iter().enumerate();
    let at = |link: &Link, end: End| {
        let reference = &link.passage(end).reference;
        Some((edition.study.place(reference)?, reference.paragraph))
    };
    let mut found: Vec<_> = links
        .filter(|(_, link)| only.is_none_or(|relation| link.relation == relation))
        .filter_map(|(place, link)| {
            let (from, to) = (at(link, End::From)?, at(link, End::To)?);
            let (first, end) = if to < from {
                (to, End::To)
            } else {
                (from, End::From)
            };
            Some((first, place, link, end))
        })
        .collect();
    found.sort_by_key(|&(first, place, ..)| (first, place));
    found
        .into_iter()
        .map(|((section, _), place, link, end)| (section, place, link, end))
        .collect()
}

fn group(library: &Library, links: &[Placed<'_>]) -> Group {
    let (at, ..) = links[0];
    let document = &library.documents[at.document];
    let section = &document.sections[at.section];
    let (weak, plain): (Vec<Card>, Vec<Card>) = links
        .iter()
        // A card's verb has the other passage for its subject, so that the first end comes first.
        .map(|&(_, place, link, first)| Card::new(library, place, link, first.other()))
        .partition(Card::is_weak);
    Group {
        id: format!("site-{}-{}", document.id, section.reference.section),
        section: PageLink::to_section(section),
        name: format!(
            "{} {}",
            document.metadata.short_title, section.reference.section
        ),
        colour: document.metadata.colour.name(),
        count: counted(links.len(), "link"),
        weak_count: counted(weak.len(), "weak link"),
        plain,
        weak,
    }
}
