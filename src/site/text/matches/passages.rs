//! The words of a paragraph that matches quote, numbered in reading order.

use std::cmp::Reverse;
use std::ops::Range;

use crate::library::{LinkId, Part};
use crate::site::concordance::LinkCard;
use crate::site::context::RenderContext;
use crate::site::href::{Href, Link};
use crate::site::text::prose::{Annotation, AnnotationStyle};
use crate::study::link_index::LinkEnd;

/// The quoted passages of the parts of one place.
pub struct Passages {
    /// By part, then by where they begin, the longer first; each has the number of its place here,
    /// counted from 1.
    in_order: Vec<QuotedPassage>,
}

/// Quoted words, with the links that quote them, the strongest first.
struct QuotedPassage {
    part: Part,
    range: Range<usize>,
    links: Vec<LinkId>,
}

/// A passage in the legend.
pub struct LegendEntry<'a> {
    pub number: usize,
    /// To the card of the strongest match, by where that stands.
    pub link: Link<'a>,
    /// How many more matches quote the same words.
    pub more: usize,
}

impl Passages {
    /// What the links with these ends, the strongest first, quote of some parts.
    pub fn new(ctx: RenderContext<'_>, ends: &[LinkEnd], parts: &[Part]) -> Self {
        let mut in_order: Vec<QuotedPassage> = Vec::new();
        for met in ends {
            let span = &ctx.library[met.link].passage(met.end).span;
            if !parts.contains(&span.part) {
                continue;
            }
            let mut known = in_order.iter_mut();
            let same = known.find(|one| one.part == span.part && one.range == span.range);
            match same {
                Some(passage) => passage.links.push(met.link),
                None => in_order.push(QuotedPassage {
                    part: span.part,
                    range: span.range.clone(),
                    links: vec![met.link],
                }),
            }
        }
        in_order.sort_by_key(|one| (one.part, one.range.start, Reverse(one.range.end)));
        Self { in_order }
    }

    /// The passages with their numbers.
    fn numbered(&self) -> impl Iterator<Item = (usize, &QuotedPassage)> {
        (1..).zip(&self.in_order)
    }

    /// What is marked in a part.
    pub fn in_part(&self, part: Part) -> Vec<Annotation> {
        let own = self.numbered().filter(|(_, one)| one.part == part);
        let marked = own.map(|(number, one)| Annotation {
            range: one.range.clone(),
            style: AnnotationStyle::Quoted(number),
        });
        marked.collect()
    }

    /// The number of the passage that a link quotes.
    pub fn number(&self, link: LinkId) -> Option<usize> {
        let mut numbered = self.numbered();
        numbered
            .find(|(_, one)| one.links.contains(&link))
            .map(|(number, _)| number)
    }

    /// The way from each passage to the cards below.
    pub fn legend<'a>(&self, ctx: RenderContext<'a>, ends: &[LinkEnd]) -> Vec<LegendEntry<'a>> {
        let entries = self.numbered().filter_map(|(number, one)| {
            let strongest = one.links.first()?;
            let met = ends.iter().find(|met| met.link == *strongest)?;
            let card = LinkCard::new(ctx, *met);
            Some(LegendEntry {
                number,
                link: Link::new(Href::here(card.id), card.other.name),
                more: one.links.len() - 1,
            })
        });
        entries.collect()
    }
}
