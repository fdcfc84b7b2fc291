//! A link of the concordance as a reader meets it: from one end, with the other's words.

use crate::library::{Language, Link, LinkCode, Passage, Strength};
use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::routes::{LinkFilter, PageNumber, Route};
use crate::study::link_index::LinkEnd;

/// A link, seen from the passage at one of its ends. The macros of `paragraph/card.html`,
/// `text/match.html` and `concordance/links/pairing.html` show it; who calls them needs the filters in
/// scope.
pub struct LinkCard<'a> {
    /// The id of its element: `link-m17`.
    pub id: String,
    /// Its own page.
    pub address: Href<'a>,
    /// The relation as a verb whose subject is the other passage: `is narrower than`.
    pub verb: &'static str,
    /// The same as a label beside the other passage: `Narrower`.
    pub label: &'static str,
    pub strength: Strength,
    /// The passage that the card is read from.
    pub own: QuotedPassage<'a>,
    /// The passage at the other end.
    pub other: QuotedPassage<'a>,
    /// Why the editors set them side by side, with the quotes of the source.
    pub reason: &'a str,
    /// The comparison of the two sections; `None` inside one section.
    pub comparison: Option<Href<'a>>,
}

/// Quoted words with their place.
pub struct QuotedPassage<'a> {
    /// `Strategy II.2.p1`: the short title of the document and the number.
    pub name: String,
    pub href: Href<'a>,
    /// The colour of the document.
    pub colour: &'static str,
    /// The language of the words.
    pub language: &'a Language,
    /// With the quotes of the source.
    pub words: &'a str,
}

impl<'a> LinkCard<'a> {
    /// A link, read from the end that is met.
    pub fn new(ctx: RenderContext<'a>, met: LinkEnd) -> Self {
        let library = ctx.library;
        let link = &library[met.link];
        let other = met.end.other();
        let section = |end| library.section_at(link, end);
        Self {
            id: card_id(link.code),
            address: ctx.href(Route::Link(link.id)),
            verb: link.relation.verb(other),
            label: link.relation.label(other),
            strength: link.strength,
            own: QuotedPassage::new(ctx, link.passage(met.end)),
            other: QuotedPassage::new(ctx, link.passage(other)),
            reason: &link.reason,
            comparison: ctx.comparison(section(met.end), section(other)),
        }
    }
}

impl<'a> LinkCard<'a> {
    /// A link whose sentence begins with the passage at the end that is met: a verb has the other
    /// passage for its subject.
    pub fn told_from(ctx: RenderContext<'a>, met: LinkEnd) -> Self {
        let (link, end) = (met.link, met.end.other());
        Self::new(ctx, LinkEnd { link, end })
    }
}

impl<'a> QuotedPassage<'a> {
    /// A passage of the concordance.
    pub fn new(ctx: RenderContext<'a>, passage: &'a Passage) -> Self {
        let section = &ctx.library[ctx.library.section_of(passage.place)];
        let metadata = &ctx.library[section.document].metadata;
        Self {
            name: ctx.place_name(passage.place),
            href: ctx.place(passage.place),
            colour: metadata.colour.name(),
            language: &metadata.language,
            words: &passage.text,
        }
    }
}

/// Where a link stands among all links of the concordance, below its formula if it rests on one.
pub fn place_in_list<'a>(ctx: RenderContext<'a>, link: &Link) -> Href<'a> {
    let page = PageNumber::holding(ctx.study.links.entries.position(link.id));
    ctx.href(Route::Links(LinkFilter::ALL, page))
        .at(card_id(link.code))
}

/// The id of a link's card: `link-m17`.
pub fn card_id(link: LinkCode) -> String {
    format!("link-{link}")
}
