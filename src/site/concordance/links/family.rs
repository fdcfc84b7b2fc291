//! A formula with the places where it stands and the links that rest on it: one family.

use super::card::LinkCard;
use super::entry::Entry;
use super::link_words::matches;
use crate::library::{Formula, FormulaId, Place};
use crate::site::context::RenderContext;
use crate::site::href::{Href, Link};
use crate::site::routes::{LinkFilter, PageNumber, Route};

/// How many places are listed; the data of the concordance have all.
const MOST_PLACES: usize = 12;

/// A formula in a list. The macro of `concordance/links/family.html` shows it; who calls it needs the
/// filters in scope.
pub struct Family<'a> {
    /// The id of its element: `formula-win-win`.
    pub id: String,
    /// The element of its heading.
    pub heading: &'static str,
    pub formula: &'a Formula,
    pub places: Vec<FormulaPlace<'a>>,
    /// How many more places there are.
    pub more_places: usize,
    /// Above the folded links: `3 matches rest on this phrase`.
    pub summary: String,
    pub cards: Vec<LinkCard<'a>>,
}

/// A place where the formula stands.
pub struct FormulaPlace<'a> {
    pub link: Link<'a>,
    pub colour: &'static str,
}

impl<'a> Family<'a> {
    /// A formula as an entry of a list.
    pub fn new(
        ctx: RenderContext<'a>,
        id: FormulaId,
        entry: &Entry,
        heading: &'static str,
    ) -> Self {
        let formula = &ctx.library[id];
        let cards: Vec<LinkCard<'a>> = entry
            .ends()
            .map(|met| LinkCard::told_from(ctx, met))
            .collect();
        let places = ctx.study.places_of(ctx.library, id);
        let shown = places.iter().take(MOST_PLACES);
        Self {
            id: family_id(formula),
            heading,
            formula,
            places: shown.map(|&place| FormulaPlace::new(ctx, place)).collect(),
            more_places: places.len().saturating_sub(MOST_PLACES),
            summary: summary(cards.len(), formula.links.len()),
            cards,
        }
    }
}

impl<'a> FormulaPlace<'a> {
    fn new(ctx: RenderContext<'a>, place: Place) -> Self {
        let section = &ctx.library[ctx.library.section_of(place)];
        Self {
            link: Link::new(ctx.place(place), ctx.place_name(place)),
            colour: ctx.library[section.document].metadata.colour.name(),
        }
    }
}

/// The way to a formula in the list of all formulas.
pub fn formula_link(ctx: RenderContext<'_>, formula: FormulaId) -> Link<'_> {
    Link::new(
        formula_address(ctx, formula),
        ctx.library[formula].words.as_str(),
    )
}

fn formula_address(ctx: RenderContext<'_>, formula: FormulaId) -> Href<'_> {
    let position = ctx.study.links.entries.formula_position(formula);
    let page = PageNumber::holding(position);
    ctx.href(Route::Links(LinkFilter::Formulas(None), page))
        .at(family_id(&ctx.library[formula]))
}

fn family_id(formula: &Formula) -> String {
    format!("formula-{}", formula.slug)
}

/// `One match rests on this phrase`, `3 of 10 matches that rest on this phrase`.
fn summary(shown: usize, all: usize) -> String {
    match (shown, all) {
        (1, 1) => "One match rests on this phrase".to_owned(),
        _ if shown == all => format!("{all} {} rest on this phrase", matches(all)),
        _ => format!("{shown} of the {all} matches that rest on this phrase"),
    }
}

#[cfg(test)]
mod tests {
    use super::summary;

    #[test]
    fn links_of_a_family_are_counted_in_words() {
        assert_eq!(summary(1, 1), "One match rests on this phrase");
        assert_eq!(summary(3, 3), "3 matches rest on this phrase");
        assert_eq!(summary(1, 3), "1 of the 3 matches that rest on this phrase");
    }
}
