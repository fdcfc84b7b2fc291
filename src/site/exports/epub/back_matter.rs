//! What stands at the end of a book of the library: what only one text says, and the index of terms.

use std::collections::BTreeMap;

use askama::Template;

use super::contents::Entry;
use super::places::{PlaceLink, Places};
use super::sheet::Sheet;
use crate::library::{Document, DocumentId, Place, Term};
use crate::site::concordance::{SilenceGroup, silence_groups};
use crate::site::filters;
use crate::site::terms::sorted_terms;

/// The silences.
#[derive(Template)]
#[template(path = "exports/epub/silences.xml")]
pub struct SilencesChapter<'a> {
    sheet: Sheet<'a>,
    groups: Vec<SilenceGroup<'a>>,
    places: &'a Places<'a>,
}

/// The index.
#[derive(Template)]
#[template(path = "exports/epub/terms.xml")]
pub struct TermsChapter<'a> {
    sheet: Sheet<'a>,
    terms: Vec<TermPart<'a>>,
}

struct TermPart<'a> {
    term: &'a Term,
    see_also: Vec<&'a Term>,
    columns: Vec<Column<'a>>,
}

/// Where a term stands in a document, each place once.
struct Column<'a> {
    document: &'a Document,
    places: Vec<PlaceLink>,
}

impl<'a> SilencesChapter<'a> {
    /// The chapter, if there are any.
    pub fn new(places: &'a Places<'a>) -> Option<Self> {
        let groups = silence_groups(places.ctx);
        (!groups.is_empty()).then(|| Self {
            sheet: sheet("What only one text says"),
            groups,
            places,
        })
    }

    pub fn entry(&self) -> Entry {
        entry(&self.sheet, "silences.xhtml")
    }
}

impl<'a> TermsChapter<'a> {
    /// The chapter, if there are terms.
    pub fn new(places: &Places<'a>) -> Option<Self> {
        let terms = sorted_terms(places.ctx.library);
        (!terms.is_empty()).then(|| Self {
            sheet: sheet("Terms"),
            terms: terms.into_iter().map(|term| part(places, term)).collect(),
        })
    }

    pub fn entry(&self) -> Entry {
        entry(&self.sheet, "terms.xhtml")
    }
}

fn part<'a>(places: &Places<'a>, term: &'a Term) -> TermPart<'a> {
    let library = places.ctx.library;
    let found = places.ctx.study.occurrences.term(term.id).in_text.iter();
    let mut documents: BTreeMap<DocumentId, Vec<Place>> = BTreeMap::new();
    for place in found.map(|span| library.place_of(span.part)) {
        let document = library[library.section_of(place)].document;
        let known = documents.entry(document).or_default();
        if known.last() != Some(&place) {
            known.push(place);
        }
    }
    let columns = documents.into_iter().map(|(document, found)| Column {
        document: &library[document],
        places: found
            .into_iter()
            .map(|place| PlaceLink {
                href: places.inside(place).unwrap_or_default(),
                label: library.reference(place).fragment(),
            })
            .collect(),
    });
    TermPart {
        term,
        see_also: term.see_also.iter().map(|&other| &library[other]).collect(),
        columns: columns.collect(),
    }
}

fn sheet(title: &str) -> Sheet<'static> {
    Sheet {
        title: title.to_owned(),
        language: None,
    }
}

fn entry(sheet: &Sheet<'_>, file: &str) -> Entry {
    Entry {
        href: file.to_owned(),
        label: sheet.title.clone(),
        language: None,
        below: Vec::new(),
    }
}
