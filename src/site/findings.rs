//! What is found of a section as a whole: its tally, its counterparts by section, and what it
//! carries out or is carried out by in its own document.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use askama::Template;

use super::card::Card;
use super::edition::Edition;
use super::link::Link as PageLink;
use crate::library::address;
use crate::library::concordance::{End, Link, Relation};
use crate::library::document::Document;
use crate::library::reference::Reference;
use crate::library::{Library, counted};

/// The findings of one section, below its text.
#[derive(Template)]
#[template(path = "parts/findings.html")]
pub struct Findings {
    reference: String,
    partners: Vec<Partner>,
    inside: Vec<Group>,
}

/// A section of another document that links join to this one.
struct Partner {
    section: PageLink,
    reference: String,
    colour: &'static str,
    compare: Option<String>,
    /// `3 links, 1 of them weak`.
    count: String,
    weight: usize,
    /// The links of this section as a whole, which stand beside no paragraph.
    cards: Vec<Card>,
}

/// The links inside the document that say one thing of this section.
struct Group {
    title: &'static str,
    cards: Vec<Card>,
    /// The thin links, which fold away.
    weak: Vec<Card>,
}

/// A link with its place in the concordance, and the end that is here.
type Met<'a> = (usize, &'a Link, End);

impl Findings {
    /// Of the section at this place of a document; `None` where no link meets it.
    pub fn new(edition: Edition<'_>, document: &Document, at: usize) -> Option<Self> {
        let library = edition.library;
        let reference = &document.sections[at].reference;
        let links = library.concordance.links.iter().enumerate();
        let met: Vec<Met<'_>> = links
            .flat_map(|(place, link)| link.ends_in(reference).map(move |end| (place, link, end)))
            .collect();
        let (across, inside): (Vec<Met<'_>>, Vec<Met<'_>>) =
            met.into_iter().partition(|(_, link, _)| link.crosses());
        let findings = Self {
            reference: reference.to_string(),
            partners: partners(library, &across),
            inside: groups(library, &inside),
        };
        let some = !findings.partners.is_empty() || !findings.inside.is_empty();
        some.then_some(findings)
    }
}

fn partners(library: &Library, across: &[Met<'_>]) -> Vec<Partner> {
    let mut by_section: BTreeMap<Reference, Vec<Met<'_>>> = BTreeMap::new();
    for met in across {
        let (_, link, end) = met;
        let mut other = link.passage(end.other()).reference.clone();
        other.paragraph = None;
        by_section.entry(other).or_default().push(*met);
    }
    let mut partners: Vec<Partner> = by_section
        .into_iter()
        .filter_map(|(other, links)| partner(library, &other, &links))
        .collect();
    partners.sort_by_key(|partner| Reverse(partner.weight));
    partners
}

fn partner(library: &Library, other: &Reference, links: &[Met<'_>]) -> Option<Partner> {
    let found = library.resolve(other)?;
    let (_, first, end) = links.first()?;
    let weak = links
        .iter()
        .filter(|(_, link, _)| link.strength.number() == 1)
        .count();
    let count = counted(links.len(), "link");
    let whole = |(_, link, end): &&Met<'_>| link.passage(*end).reference.paragraph.is_none();
    Some(Partner {
        section: PageLink::to_section(found.section),
        reference: found.reference.to_string(),
        colour: found.document.metadata.colour.name(),
        compare: address::compare(library, &first.passage(*end).reference, other),
        count: if weak == 0 {
            count
        } else {
            format!("{count}, {weak} weak")
        },
        weight: links
            .iter()
            .map(|(_, link, _)| link.strength.number())
            .sum(),
        cards: links
            .iter()
            .filter(whole)
            .map(|(place, link, end)| Card::new(library, *place, link, *end))
            .collect(),
    })
}

fn groups(library: &Library, inside: &[Met<'_>]) -> Vec<Group> {
    let is = |relation: Relation, end: End| {
        move |met: &&Met<'_>| met.1.relation == relation && met.2 == end
    };
    let other = |met: &&Met<'_>| met.1.relation != Relation::Implements;
    [
        group(
            library,
            "Carried out by",
            inside.iter().filter(is(Relation::Implements, End::From)),
        ),
        group(
            library,
            "Carries out",
            inside.iter().filter(is(Relation::Implements, End::To)),
        ),
        group(
            library,
            "Related in the same text",
            inside.iter().filter(other),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn group<'a>(
    library: &Library,
    title: &'static str,
    links: impl Iterator<Item = &'a Met<'a>>,
) -> Option<Group> {
    let mut links: Vec<&Met<'_>> = links.collect();
    links.sort_by_key(|(_, link, _)| Reverse(link.strength));
    // A link inside one section has both ends here, and is shown once.
    links.dedup_by_key(|(place, ..)| *place);
    let cards = links
        .iter()
        .map(|(place, link, end)| Card::new(library, *place, link, *end));
    let (weak, cards): (Vec<Card>, Vec<Card>) = cards.partition(Card::is_weak);
    let some = !cards.is_empty() || !weak.is_empty();
    some.then_some(Group { title, cards, weak })
}

/// The verdicts of a section's own paragraphs in a sentence or two; `None` without any.
pub fn tally(edition: Edition<'_>, document: &Document, at: usize) -> Option<String> {
    let library = edition.library;
    let place = edition.study.place(&document.sections[at].reference)?;
    let tally = edition
        .study
        .verdicts
        .tally(place.document, at..at + 1, None);
    let linked = library.concordance.links.iter().any(Link::crosses);
    if tally.paragraphs() == 0 || !linked {
        return None;
    }
    let others: Vec<&Document> = library
        .documents
        .iter()
        .filter(|d| d.id != document.id)
        .collect();
    let other = match others.as_slice() {
        [one] => one.metadata.short_title.clone(),
        _ => "another text".to_owned(),
    };
    let all = counted(tally.paragraphs(), "paragraph");
    let have = if tally.counterpart == 1 {
        "has"
    } else {
        "have"
    };
    Some(format!(
        "{} of {all} {have} a counterpart in {other}; {} % of the words stand in passages that the \
         links quote.",
        tally.counterpart,
        tally.quoted_per_cent()
    ))
}
