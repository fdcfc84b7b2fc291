//! Everything that the concordance says of a paragraph, in whole cards.

use std::collections::BTreeMap;

use crate::library::{Document, DocumentId, SectionId, pluralize};
use crate::site::concordance::LinkCard;
use crate::site::context::RenderContext;
use crate::site::href::Link;
use crate::site::text::{CARRIED_OUT, Passages, RELATED};
use crate::study::link_index::LinkEnd;

/// Cards under one heading.
pub struct CardGroup<'a> {
    pub id: String,
    /// `9 matches in the paper`, `Carried out by 3 passages`.
    pub title: String,
    pub cards: Vec<NumberedCard<'a>>,
    /// The comparisons of the section with those of the cards, each once, the closest first.
    pub comparisons: Vec<Link<'a>>,
}

/// A card with the number of the passage that it quotes.
pub struct NumberedCard<'a> {
    pub card: LinkCard<'a>,
    pub passage: Option<usize>,
}

/// The cards of these links: those to other documents by document, then those inside their own.
pub fn card_groups<'a>(
    ctx: RenderContext<'a>,
    across: &[LinkEnd],
    inside: &[LinkEnd],
    passages: &Passages,
) -> Vec<CardGroup<'a>> {
    let library = ctx.library;
    let other = |met: &LinkEnd| library.section_at(&library[met.link], met.end.other());
    let mut by_document: BTreeMap<DocumentId, Vec<LinkEnd>> = BTreeMap::new();
    for met in across {
        let document = library[other(met)].document;
        by_document.entry(document).or_default().push(*met);
    }
    let across = by_document.into_iter().map(|(document, ends)| {
        let document = &library[document];
        CardGroup {
            id: format!("site-matches-{}", document.slug),
            title: matches_in(document, ends.len()),
            comparisons: comparisons(ctx, &ends),
            cards: cards(ctx, &ends, passages),
        }
    });
    let inside = CARRIED_OUT.iter().chain([&RELATED]).map(|heading| {
        let ends = heading.ends(library, inside);
        CardGroup {
            id: heading.id.to_owned(),
            title: format!("{} {}", heading.title, passages_in(ends.len())),
            comparisons: comparisons(ctx, &ends),
            cards: cards(ctx, &ends, passages),
        }
    });
    let groups = across.chain(inside);
    groups.filter(|group| !group.cards.is_empty()).collect()
}

/// `one passage`, `3 passages`.
fn passages_in(count: usize) -> String {
    match count {
        1 => "one passage".to_owned(),
        _ => pluralize(count, "passage"),
    }
}

fn matches_in(document: &Document, count: usize) -> String {
    let text = &document.metadata.in_text;
    match count {
        1 => format!("One match in {text}"),
        _ => format!("{count} matches in {text}"),
    }
}

fn cards<'a>(
    ctx: RenderContext<'a>,
    ends: &[LinkEnd],
    passages: &Passages,
) -> Vec<NumberedCard<'a>> {
    let cards = ends.iter().map(|met| NumberedCard {
        card: LinkCard::new(ctx, *met),
        passage: passages.number(met.link),
    });
    cards.collect()
}

/// The comparisons of the two sections of each link, each once, in the order of the links.
fn comparisons<'a>(ctx: RenderContext<'a>, ends: &[LinkEnd]) -> Vec<Link<'a>> {
    let library = ctx.library;
    let mut shown: Vec<SectionId> = Vec::new();
    let links = ends.iter().filter_map(|met| {
        let link = &library[met.link];
        let [own, other] = [met.end, met.end.other()].map(|end| library.section_at(link, end));
        if shown.contains(&other) {
            return None;
        }
        shown.push(other);
        let comparison = ctx.comparison(own, other)?;
        Some(Link::new(comparison, ctx.section_name(other)))
    });
    links.collect()
}
