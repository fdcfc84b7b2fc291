//! What a page says of a paragraph or epigraph that it shows.

use super::excerpt::{Apparatus, Excerpt};
use super::matches::{Beside, compact_matches, match_line};
use crate::library::Place;
use crate::site::concordance::LinkCard;
use crate::site::context::RenderContext;
use crate::site::href::{Href, Link};

/// The apparatus of one passage; what there is of it depends on the page. The macro of
/// `text/findings.html` shows it; who calls it needs the filters in scope.
pub struct Findings<'a> {
    /// The page of the passage.
    pub href: Href<'a>,
    /// How many matches it has.
    pub line: Option<String>,
    /// The paragraphs whose text cites it.
    pub cited_in: Vec<Link<'a>>,
    pub beside: Option<Beside<'a>>,
    pub matches: Vec<LinkCard<'a>>,
}

impl<'a> Findings<'a> {
    /// What an excerpt says of one of its passages.
    pub fn new(excerpt: Excerpt<'a>, place: Place) -> Self {
        let Excerpt { ctx, apparatus, .. } = excerpt;
        let mut found = Self {
            href: ctx.place(place),
            line: None,
            cited_in: Vec::new(),
            beside: None,
            matches: Vec::new(),
        };
        match apparatus {
            Apparatus::None => {}
            Apparatus::Line => {
                found.line = match_line(ctx, place);
                found.cited_in = cited_in(ctx, place);
                found.beside = Beside::new(ctx, place);
            }
            Apparatus::Matches => found.matches = compact_matches(ctx, place),
        }
        found
    }
}

/// The paragraphs whose text cites a place, by their references.
pub fn cited_in(ctx: RenderContext<'_>, place: Place) -> Vec<Link<'_>> {
    let citing = ctx.study.backlinks.citing(place).iter();
    let links = citing.map(|&citing| {
        let reference = ctx.library[citing].reference.to_string();
        Link::new(ctx.place(citing.into()), reference)
    });
    links.collect()
}
