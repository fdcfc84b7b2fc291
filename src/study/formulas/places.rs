//! Where the formulas stand, whether or not a link rests on them there.

use crate::library::{FormulaId, IdMap, Library, Place, Section};

/// The places of each formula in reading order: paragraphs and epigraphs, and sections whose
/// headings have it.
#[must_use]
pub fn formula_places(library: &Library) -> IdMap<FormulaId, Vec<Place>> {
    let formulas = library.formulas();
    let mut places: IdMap<FormulaId, Vec<Place>> = IdMap::filled(formulas.len(), Vec::new());
    for part in library.sections().iter().flat_map(Section::parts) {
        let text = &library.prose(part).text;
        let place = library.place_of(part);
        for formula in formulas.iter().filter(|formula| formula.stands_in(text)) {
            if !places[formula.id].contains(&place) {
                places[formula.id].push(place);
            }
        }
    }
    places
}
