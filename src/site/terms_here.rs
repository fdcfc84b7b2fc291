//! The list of the terms that a section uses.

use super::edition::Edition;
use super::quotes::typographic;
use crate::library::address;
use crate::library::reference::Reference;
use crate::library::section::Section;
use crate::library::term::Term;

/// A term of the page. Shown by `templates/parts/terms_here.html`.
pub struct TermHere {
    /// The term's page.
    pub href: String,
    /// Its name.
    pub label: String,
    /// What it stands for, where its name does not say so.
    pub expansion: Option<String>,
}

impl TermHere {
    /// The terms of these sections, by label.
    pub fn all(edition: Edition<'_>, sections: &[Section]) -> Vec<Self> {
        let mut terms: Vec<&Term> = sections
            .iter()
            .flat_map(|section| terms_of(edition, &section.reference))
            .collect();
        terms.sort_by_key(|term| (term.label.to_lowercase(), &term.slug));
        terms.dedup_by_key(|term| &term.slug);
        terms.into_iter().map(Self::new).collect()
    }

    fn new(term: &Term) -> Self {
        Self {
            href: address::term(term),
            label: typographic(&term.label, None),
            expansion: further(term).map(|text| typographic(text, None)),
        }
    }
}

/// The terms that stand in a section, its children left out, in the order of the library.
pub fn terms_of<'a>(
    edition: Edition<'a>,
    section: &Reference,
) -> impl Iterator<Item = &'a Term> + use<'a> {
    let at = edition.study.place(section);
    let places = at.map_or(&[][..], |at| edition.study.occurrences.terms_in(at));
    places.iter().map(move |&at| &edition.library.terms[at])
}

/// A term's expansion, where its label does not hold it already.
pub fn further(term: &Term) -> Option<&str> {
    let expansion = term.expansion.as_ref()?;
    (!term.label.contains(&expansion.text)).then_some(expansion.text.as_str())
}
