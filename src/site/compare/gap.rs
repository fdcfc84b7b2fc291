//! What is said beside a paragraph that nothing on the other side matches.

use std::cmp::Reverse;

use super::side::{Side, element_id};
use crate::library::{ParagraphId, Place, Reference, ReferencePart, Strength};
use crate::site::context::RenderContext;
use crate::site::href::{Href, Link};
use crate::site::routes::{Format, Route};

/// How many other places are named.
const MOST_PLACES: usize = 2;

/// That a paragraph has no match here, and where it has one: `No match in 3.9; see 3.8, paragraph 2`.
pub struct GapPart<'a> {
    /// `No match in 3.9; see`, or the whole.
    pub says: String,
    /// The places that match, each leading to the comparison with its section.
    pub places: Vec<Link<'a>>,
}

impl<'a> GapPart<'a> {
    /// Beside a paragraph that no link joins to what the other side shows; `None` in an apparatus,
    /// and beside a text that nobody compared with its own.
    pub fn new(
        ctx: RenderContext<'a>,
        paragraph: ParagraphId,
        own: &Side<'a>,
        other: &Side<'a>,
    ) -> Option<Self> {
        let is_apparatus = ctx.library[ctx.library[paragraph].section].is_apparatus;
        let [first, second] = [own, other].map(|side| side.document.id);
        if is_apparatus || first != second && !ctx.library.compared.has(first, second) {
            return None;
        }
        let matches = matches_elsewhere(ctx, paragraph, own, other);
        let here = match &other.section.number {
            Some(_) => other.section.reference.section.as_str(),
            None => "this section",
        };
        let in_text = &other.document.metadata.in_text;
        let strongest = matches.first().map(|(strength, _)| *strength);
        let says = match strongest {
            None if own.document.id == other.document.id => format!("No match in {here}"),
            None => format!("No match in {in_text}"),
            Some(Strength::Loose) if matches.len() > 1 => {
                format!("No match in {here}; only loose matches in")
            }
            Some(Strength::Loose) => format!("No match in {here}; only a loose match in"),
            Some(Strength::Clear | Strength::Close) => format!("No match in {here}; see"),
        };
        let places = matches.into_iter().map(|(_, place)| {
            let label = in_words(ctx.library.reference(place));
            Link::new(there(ctx, paragraph, place), label)
        });
        Some(Self {
            says,
            places: places.collect(),
        })
    }
}

/// The places in other sections of the other side's document that match a paragraph, the strongest
/// first.
fn matches_elsewhere(
    ctx: RenderContext<'_>,
    paragraph: ParagraphId,
    own: &Side<'_>,
    other: &Side<'_>,
) -> Vec<(Strength, Place)> {
    let library = ctx.library;
    let met = ctx.study.links.at(paragraph.into()).iter();
    let found = met.filter_map(|met| {
        let link = &library[met.link];
        let section = library.section_at(link, met.end.other());
        let is_there = library[section].document == other.document.id && section != own.section.id;
        let place = link.passage(met.end.other()).place;
        (is_there && section != library[paragraph].section).then_some((link.strength, place))
    });
    let mut found: Vec<(Strength, Place)> = found.collect();
    found.sort_by_key(|&(strength, place)| (Reverse(strength), place));
    let mut named: Vec<(Strength, Place)> = Vec::new();
    for one in found {
        if named.iter().all(|(_, place)| *place != one.1) {
            named.push(one);
        }
    }
    named.truncate(MOST_PLACES);
    named
}

/// A place on the page that compares a paragraph's section with the place's; an epigraph stands
/// there with the heading of its section.
fn there(ctx: RenderContext<'_>, paragraph: ParagraphId, place: Place) -> Href<'_> {
    let own = ctx.library[paragraph].section;
    let other = ctx.library.section_of(place);
    let comparison = Route::Comparison(own.min(other), own.max(other), Format::Html);
    let shown = match place {
        Place::Epigraph(_) => other.into(),
        Place::Section(_) | Place::Paragraph(_) => place,
    };
    ctx.href(comparison)
        .at(element_id(ctx.library.reference(shown)))
}

/// `3.8, paragraph 2`.
fn in_words(reference: &Reference) -> String {
    let section = &reference.section;
    match reference.part {
        ReferencePart::Whole => section.to_string(),
        ReferencePart::Epigraph => format!("{section}, epigraph"),
        ReferencePart::Paragraph(number) => format!("{section}, paragraph {number}"),
    }
}
