//! Terms that a reader may have meant.

use std::collections::HashMap;

use crate::library::near::ranked;
use crate::library::{Library, Term, TermId};

/// How many are offered where nothing is found.
const MOST: usize = 5;

/// Queries longer than this are not compared with names, in bytes: they are no slip of one.
const LONGEST: usize = 60;

/// The terms whose names are most like a query that finds nothing.
pub fn near_terms(library: &Library, query: &str) -> Vec<TermId> {
    if query.len() > LONGEST {
        return Vec::new();
    }
    let mut terms: HashMap<&str, TermId> = HashMap::new();
    for term in library.terms() {
        for name in term.names() {
            terms.entry(name).or_insert(term.id);
        }
    }
    let names = library.terms().iter().flat_map(Term::names);
    let mut found: Vec<TermId> = Vec::new();
    for name in ranked(query, names, 2 * MOST) {
        let term = terms[name];
        if !found.contains(&term) {
            found.push(term);
        }
    }
    found.truncate(MOST);
    found
}
