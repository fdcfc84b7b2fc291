//! How a reader finds the way through a book: its contents, and its references in place of page
//! numbers.

use askama::Template;

use super::places::{PlaceLink, Places};
use super::sheet::Sheet;
use crate::library::{Language, Place, Section};
use crate::site::filters;
use crate::site::html::Html;
use crate::site::language::typeset;

/// A line of the contents.
#[derive(Clone)]
pub struct Entry {
    pub href: String,
    pub label: String,
    /// That of the text, where the label is its words.
    pub language: Option<Language>,
    pub below: Vec<Entry>,
}

/// Lines of the contents, each with what is below it.
#[derive(Template)]
#[template(path = "exports/epub/contents.xml")]
pub struct Contents(pub Vec<Entry>);

/// The page of the contents.
#[derive(Template)]
#[template(path = "exports/epub/nav.xml")]
pub struct Navigation<'a> {
    sheet: Sheet<'a>,
    contents: Html<Contents>,
    /// Where the text begins.
    first: String,
    /// Every epigraph and paragraph.
    references: Vec<PlaceLink>,
}

impl Entry {
    /// A section, with those below it.
    pub fn of_section(places: &Places<'_>, section: &Section) -> Self {
        let library = places.ctx.library;
        let language = library.language_at(section.id.into());
        let children = section.children.iter();
        let children = children.map(|&child| Self::of_section(places, &library[child]));
        Self {
            href: places.inside(section.id.into()).unwrap_or_default(),
            label: typeset(section.heading_text(), Some(language)).into_owned(),
            language: Some(language.clone()),
            below: children.collect(),
        }
    }

    fn inside(&self) -> Html<Contents> {
        Html(Contents(self.below.clone()))
    }
}

impl<'a> Navigation<'a> {
    /// The contents of a book, and the references of its documents: without the name of the document
    /// where there is one only.
    pub fn new(sheet: Sheet<'a>, contents: Contents, places: &Places<'_>) -> Self {
        let library = places.ctx.library;
        let is_one = places.documents().len() == 1;
        let documents = places.documents().iter();
        let sections = documents.flat_map(|document| &library[document.sections]);
        let citables = sections.flat_map(|section| library.citables(section.id));
        let references = citables.map(|citable| {
            let place = Place::from(citable);
            let reference = library.reference(place);
            PlaceLink {
                href: places.inside(place).unwrap_or_default(),
                label: if is_one {
                    reference.fragment()
                } else {
                    reference.to_string()
                },
            }
        });
        let first = contents.0.first().map(|entry| entry.href.clone());
        Self {
            sheet,
            first: first.unwrap_or_else(|| "title.xhtml".to_owned()),
            contents: Html(contents),
            references: references.collect(),
        }
    }
}
