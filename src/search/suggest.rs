//! What a reader may be about to type: places, headings, terms.

use super::Search;
use super::places::places;
use super::tokens::tokens;
use crate::library::Library;
use crate::library::reference::Reference;
use crate::study::corpus::SectionAt;

/// The most that is offered.
const MOST: usize = 8;

/// Something to go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggestion {
    /// A place that the text names.
    Place(Reference),
    /// A section whose heading has the words, the last one perhaps not whole.
    Heading(SectionAt),
    /// A term that is called so, with the name that fits.
    Term(usize, String),
}

/// Words to be looked for by how they begin.
#[derive(Debug, Clone, Default)]
pub struct Headings {
    sections: Vec<(SectionAt, Vec<String>)>,
    terms: Vec<(usize, String, Vec<String>)>,
}

impl Headings {
    /// Those of a library.
    pub(super) fn of(library: &Library) -> Self {
        let mut headings = Self::default();
        for (document, text) in library.documents.iter().enumerate() {
            for (section, one) in text.sections.iter().enumerate() {
                let at = SectionAt { document, section };
                headings.sections.push((at, folded(&one.title)));
            }
        }
        for (at, term) in library.terms.iter().enumerate() {
            let names = term.names().map(|name| (at, name.to_owned(), folded(name)));
            headings.terms.extend(names);
        }
        headings
    }
}

impl Search {
    /// What can be offered for a text that is being typed: places first, then headings and terms,
    /// those first that begin as the text does.
    #[must_use]
    pub fn suggest(&self, library: &Library, typed: &str) -> Vec<Suggestion> {
        let places = places(library, typed).into_iter().map(Suggestion::Place);
        let mut offered: Vec<Suggestion> = places.take(MOST).collect();
        let words = folded(typed);
        if words.is_empty() {
            return offered;
        }
        let sections = self.headings.sections.iter().filter_map(|(at, heading)| {
            let rank = fits(&words, heading)?;
            Some((rank, 0, heading.len(), Suggestion::Heading(*at)))
        });
        let terms = self.headings.terms.iter().filter_map(|(at, name, folded)| {
            let rank = fits(&words, folded)?;
            // Another name of a term is a weaker reason than its own.
            let own = *name == library.terms[*at].label;
            let sort = if own { 1 } else { 2 };
            Some((
                rank,
                sort,
                folded.len(),
                Suggestion::Term(*at, name.clone()),
            ))
        });
        let mut fitting: Vec<_> = sections.chain(terms).collect();
        fitting.sort_by_key(|(rank, sort, length, _)| (*rank, *sort, *length));
        for (_, _, _, suggestion) in fitting {
            if offered.len() == MOST {
                break;
            }
            if !offered
                .iter()
                .any(|other| suggestion.leads_where(other, library))
            {
                offered.push(suggestion);
            }
        }
        offered
    }
}

impl Suggestion {
    /// Whether another leads to the same page.
    fn leads_where(&self, other: &Self, library: &Library) -> bool {
        match (self, other) {
            (Self::Heading(at), Self::Place(place)) => {
                let document = &library.documents[at.document];
                document.sections[at.section].reference == *place
            }
            (Self::Term(one, _), Self::Term(other, _)) => one == other,
            _ => false,
        }
    }
}

fn folded(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.folded).collect()
}

/// Whether a name has all words of a text, the last perhaps not whole: 0 where it begins so, 1
/// where they stand elsewhere in it.
fn fits(typed: &[String], name: &[String]) -> Option<usize> {
    let (last, whole) = typed.split_last()?;
    let begins = |from: &[String]| {
        from.len() >= typed.len()
            && from.iter().zip(whole).all(|(a, b)| a == b)
            && from[whole.len()].starts_with(last.as_str())
    };
    if begins(name) {
        return Some(0);
    }
    let has = |word: &String| name.contains(word);
    let has_last = name.iter().any(|word| word.starts_with(last.as_str()));
    (whole.iter().all(has) && has_last).then_some(1)
}
