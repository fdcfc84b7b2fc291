//! What pages are made from: the library, what is computed from it, and where the site stands.

use std::borrow::Cow;
use std::fmt::Display;

use super::base_url::BaseUrl;
use super::href::{Href, Link};
use super::routes::{Format, Route, TextFormat};
use crate::cite::{Cited, Item, Patterns};
use crate::library::{
    Document, KindId, Language, Library, Metadata, Part, Place, Section, SectionId, Term, TermId,
};
use crate::study::Study;

/// A library with its study, and the address of the site.
#[derive(Clone, Copy)]
pub struct RenderContext<'a> {
    /// The texts and the editors' findings.
    pub library: &'a Library,
    /// The computed evidence.
    pub study: &'a Study,
    /// Where the site stands on the web, if that is known.
    pub base: Option<&'a BaseUrl>,
    /// The citations of works, as far as they were asked for.
    pub patterns: &'a Patterns,
    /// What tells this content from the next, where browsers await that.
    pub version: Option<u64>,
}

impl<'a> RenderContext<'a> {
    /// The address of a route.
    pub fn href(self, route: Route) -> Href<'a> {
        Href::to(self.library, route)
    }

    /// The address of a section's page.
    pub fn section(self, section: SectionId) -> Href<'a> {
        self.href(Route::Section(section, TextFormat::Html))
    }

    /// The page of a section, by its heading.
    pub fn heading_link(self, section: &'a Section) -> Link<'a> {
        let language = self.library.language_at(section.id.into());
        // What the editors supply is English.
        let language = Some(language).filter(|_| !section.is_untitled());
        Link::new(self.section(section.id), section.heading_text()).in_language(language)
    }

    /// The page of a section, epigraph or paragraph: where its reference leads.
    pub fn place(self, place: Place) -> Href<'a> {
        self.href(Route::of_place(place, TextFormat::Html))
    }

    /// Where a section, epigraph or paragraph is read in its place: on the page of its section.
    pub fn in_context(self, place: Place) -> Href<'a> {
        let page = self.section(self.library.section_of(place));
        match place {
            Place::Section(_) => page,
            Place::Epigraph(_) | Place::Paragraph(_) => {
                page.at(self.library.reference(place).fragment())
            }
        }
    }

    /// The page of the most exact place of a part: of its paragraph or epigraph, or else of its
    /// section.
    pub fn part(self, part: Part) -> Href<'a> {
        self.place(self.library.place_of(part))
    }

    /// The address of a term's page.
    pub fn term(self, term: TermId) -> Href<'a> {
        self.href(Route::Term(term, Format::Html))
    }

    /// The listing of a kind in a document: `4 principles`, or the headings of few.
    pub fn listing_link(self, document: &'a Document, kind: KindId) -> Link<'a> {
        let label = self.library.kind_label(document, kind);
        // Between several headings stands an English "and".
        let is_heading = !label.contains(|sign: char| sign.is_ascii_alphabetic());
        let language = document.metadata.language_of(&label).filter(|_| is_heading);
        Link::new(self.href(Route::Listing(document.id, kind)), label).in_language(language)
    }

    /// The page of a term, by its name.
    pub fn term_link(self, term: &'a Term) -> Link<'a> {
        let language = self.library.language_of(&term.label);
        Link::new(self.term(term.id), term.label.as_str()).in_language(language)
    }

    /// The comparison of two sections, in the order of the library; `None` where they are one.
    pub fn comparison(self, a: SectionId, b: SectionId) -> Option<Href<'a>> {
        Some(self.href(Route::comparison(a, b, Format::Html)?))
    }

    /// A section as pages name it: `Strategy II.2`.
    pub fn section_name(self, section: SectionId) -> String {
        self.place_name(section.into())
    }

    /// A section or paragraph as pages name it: the short title of its document and its number,
    /// `Strategy II.2.p3`.
    pub fn place_name(self, place: Place) -> String {
        let section = &self.library[self.library.section_of(place)];
        let metadata = &self.library[section.document].metadata;
        let short_title = isolated(&metadata.short_title, metadata);
        format!("{short_title} {}", self.library.reference(place).fragment())
    }

    /// What is known of a thing that can be cited.
    pub fn item(self, cited: Cited) -> Item {
        let page = self.href(Route::of_cited(cited)).to_string();
        Item::of(self.library, cited, self.base.map(|base| base.whole(&page)))
    }

    /// An address as data give it: below the path of the base.
    pub fn below_base(self, href: &impl Display) -> String {
        let base = self.base.map_or("", BaseUrl::path);
        format!("{base}{href}")
    }

    /// An address for people to write down: with the base before it, where that is known.
    pub fn whole_address(self, path: &str) -> Cow<'_, str> {
        match self.base {
            Some(base) => base.whole(path).into(),
            None => path.into(),
        }
    }
}

/// A name of a document for a sentence from left to right: one from right to left is set apart from what
/// stands around it, which would else be taken for a part of it.
fn isolated<'n>(name: &'n str, metadata: &Metadata) -> Cow<'n, str> {
    let language = metadata.language_of(name);
    if language.is_some_and(Language::is_right_to_left) {
        format!("\u{2068}{name}\u{2069}").into()
    } else {
        name.into()
    }
}
