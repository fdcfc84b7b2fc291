//! What counts as one in a list of links.

use std::collections::HashMap;

use crate::library::{FormulaId, Library};
use crate::study::link_index::LinkEnd;

/// A link that rests on no formula, or a formula with the links of the list that rest on it.
pub struct Entry {
    pub formula: Option<FormulaId>,
    /// The links, each by the end that it is met at; at least one.
    pub first: LinkEnd,
    pub others: Vec<LinkEnd>,
}

impl Entry {
    /// All of its links.
    pub fn ends(&self) -> impl Iterator<Item = LinkEnd> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }
}

/// The links of a list as what counts: a formula stands where its first link would.
pub fn entries(library: &Library, ends: Vec<LinkEnd>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut met: HashMap<FormulaId, usize> = HashMap::new();
    for end in ends {
        let formula = library[end.link].formula;
        if let Some(&position) = formula.as_ref().and_then(|id| met.get(id)) {
            entries[position].others.push(end);
            continue;
        }
        met.extend(formula.map(|id| (id, entries.len())));
        entries.push(Entry {
            formula,
            first: end,
            others: Vec::new(),
        });
    }
    entries
}
