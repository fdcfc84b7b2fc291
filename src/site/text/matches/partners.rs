//! The sections of other documents that match a section, and what carries it out.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use askama::Template;

use super::inside::{CARRIED_OUT, InsidePlace};
use super::line::others_in_text;
use crate::library::{Section, SectionId, pluralize};
use crate::site::concordance::Spread;
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::routes::{ChooseHref, Route, Slot};
use crate::study::coverage::Coverage;
use crate::study::link_index::LinkEnd;

/// How many matching sections are listed; more fold away, as does everything inside the document:
/// this is the page of a text.
const MOST_OPEN: usize = 3;

/// What stands below the text of a section, all below it counted in.
#[derive(Template)]
#[template(path = "text/partners.html")]
pub struct Partners<'a> {
    /// The other texts: `the paper`.
    others: &'a str,
    open: Vec<Partner<'a>>,
    folded: Vec<Partner<'a>>,
    inside: Vec<PlaceList<'a>>,
    /// The form that compares the section with any other.
    compare: ChooseHref<'a>,
    /// The same page with every match, for paper; `None` in a text that was compared with no other
    /// and has none.
    print: Option<Href<'a>>,
}

/// A section of another document that matches join to this one.
struct Partner<'a> {
    section: Link<'a>,
    colour: &'static str,
    /// `9 matches, 3 close`.
    count: String,
    comparison: Option<Link<'a>>,
    /// The sum of the matches' strengths.
    weight: usize,
}

/// The sections that carry a section out, or that it carries out.
struct PlaceList<'a> {
    /// `Carried out by 6 sections`.
    summary: String,
    places: Vec<InsidePlace<'a>>,
}

impl<'a> Partners<'a> {
    /// Those of a section; `None` where there is nothing to compare it with.
    pub fn new(ctx: RenderContext<'a>, section: &'a Section) -> Option<Self> {
        let library = ctx.library;
        if library.links().is_empty() {
            return None;
        }
        let (across, mut inside): (Vec<LinkEnd>, Vec<LinkEnd>) = section
            .subtree
            .into_iter()
            .flat_map(|one| ctx.study.links.in_section(one))
            .partition(|met| library.crosses(&library[met.link]));
        // What joins two parts of the section leads nowhere else.
        inside.retain(|met| {
            let other = library.section_at(&library[met.link], met.end.other());
            !section.subtree.contains(other)
        });
        let print = library
            .is_matched(section.document)
            .then(|| ctx.href(Route::SectionMatches(section.id)));
        let mut open = partners(ctx, section, across);
        let folded = open.split_off(open.len().min(MOST_OPEN));
        Some(Self {
            others: others_in_text(library, &library[section.document]).unwrap_or_default(),
            open,
            folded,
            inside: place_lists(ctx, &inside),
            compare: ChooseHref::new(library, Slot::First, section.id),
            print,
        })
    }
}

fn place_lists<'a>(ctx: RenderContext<'a>, ends: &[LinkEnd]) -> Vec<PlaceList<'a>> {
    let lists = CARRIED_OUT.iter().map(|heading| {
        let places = heading.places(ctx, ends);
        PlaceList {
            summary: format!("{} {}", heading.title, pluralize(places.len(), "section")),
            places,
        }
    });
    lists.filter(|list| !list.places.is_empty()).collect()
}

/// The partners, the most closely linked first; of equals, in the order of the library.
fn partners<'a>(
    ctx: RenderContext<'a>,
    section: &Section,
    across: Vec<LinkEnd>,
) -> Vec<Partner<'a>> {
    let library = ctx.library;
    let mut by_section: BTreeMap<SectionId, Vec<LinkEnd>> = BTreeMap::new();
    for met in across {
        let other = library.section_at(&library[met.link], met.end.other());
        by_section.entry(other).or_default().push(met);
    }
    let partners = by_section.into_iter();
    let mut partners: Vec<Partner<'a>> = partners
        .map(|(other, links)| partner(ctx, section, &library[other], &links))
        .collect();
    partners.sort_by_key(|partner| Reverse(partner.weight));
    partners
}

fn partner<'a>(
    ctx: RenderContext<'a>,
    section: &Section,
    other: &'a Section,
    links: &[LinkEnd],
) -> Partner<'a> {
    let library = ctx.library;
    let links = || links.iter().map(|met| &library[met.link]);
    let joined = (section.id.min(other.id), section.id.max(other.id));
    let comparison = ctx.comparison(section.id, other.id);
    let comparison = comparison.filter(|_| ctx.study.links.joins(joined));
    Partner {
        section: Link::new(ctx.section(other.id), numbered_title(other))
            .in_language(ctx.library.language_at(other.id.into())),
        colour: library[other.document].metadata.colour.name(),
        count: links().map(Coverage::of).collect::<Spread>().in_words(),
        comparison: comparison.map(|href| {
            let number = &other.reference.section;
            Link::new(href, format!("Compare with {number}"))
        }),
        weight: links().map(|link| link.strength.number()).sum(),
    }
}

/// `II.2 The Principle of Sovereignty`: a heading alone leaves out the chapter.
fn numbered_title(section: &Section) -> Cow<'_, str> {
    match section.number {
        Some(_) => format!("{} {}", section.reference.section, section.title).into(),
        None => section.title.as_str().into(),
    }
}
