//! The places of links in lists that have a formula once, with all links that rest on it.

use crate::library::{FormulaId, IdMap, Library, LinkId};

/// Where links and formulas stand among what counts as one: a link that rests on no formula, or a
/// formula, at the first of its links.
#[derive(Debug, Clone)]
pub struct Entries {
    links: IdMap<LinkId, usize>,
    formulas: IdMap<FormulaId, usize>,
}

impl Entries {
    /// Those of all links in this order, each once.
    #[must_use]
    pub fn of(library: &Library, in_order: impl Iterator<Item = LinkId>) -> Self {
        let mut links = IdMap::filled(library.links().len(), 0);
        let mut formulas = IdMap::filled(library.formulas().len(), 0);
        // The entry of each formula that has been met.
        let mut met: IdMap<FormulaId, Option<usize>> =
            IdMap::filled(library.formulas().len(), None);
        let (mut next, mut formulas_met) = (0, 0);
        for link in in_order {
            let formula = library[link].formula;
            if let Some(entry) = formula.and_then(|id| met[id]) {
                links[link] = entry;
                continue;
            }
            if let Some(id) = formula {
                met[id] = Some(next);
                formulas[id] = formulas_met;
                formulas_met += 1;
            }
            links[link] = next;
            next += 1;
        }
        Self { links, formulas }
    }

    /// The position of a link, or of the formula that it rests on, from 0.
    #[must_use]
    pub fn position(&self, link: LinkId) -> usize {
        self.links[link]
    }

    /// The position of a formula among all formulas, from 0.
    #[must_use]
    pub fn formula_position(&self, formula: FormulaId) -> usize {
        self.formulas[formula]
    }
}
