//! The formulas of the concordance as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::library::Formula;
use crate::site::context::RenderContext;

/// `{"id": "win-win", "words": "win-win", "forms": [], "note": "…", "places": ["strategy/II.p1", …],
/// "links": ["m144", …]}`: `places` are all where it stands, `links` those that rest on it.
#[derive(Serialize, JsonSchema)]
pub struct FormulaData<'a> {
    id: &'a str,
    words: &'a str,
    /// The other wordings.
    forms: &'a [String],
    note: &'a str,
    places: Vec<String>,
    links: Vec<String>,
}

impl<'a> FormulaData<'a> {
    /// A formula of the library.
    pub fn new(ctx: RenderContext<'a>, formula: &'a Formula) -> Self {
        let library = ctx.library;
        let places = ctx.study.places_of(library, formula.id).iter();
        let links = formula.links.iter();
        Self {
            id: formula.slug.as_str(),
            words: &formula.words,
            forms: &formula.forms,
            note: &formula.note,
            places: places
                .map(|&place| library.reference(place).to_string())
                .collect(),
            links: links.map(|&id| library[id].code.to_string()).collect(),
        }
    }
}
