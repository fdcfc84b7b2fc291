//! All routes of a library, in order.

use super::discovery::Discovery;
use super::export::Export;
use super::handout::HandoutFormat;
use super::link_filter::{LinkFilter, PageNumber};
use super::route::{CitationFormat, Format, Route, TextFormat};
use crate::cite::Cited;
use crate::library::{Library, Place};
use crate::site::assets::Asset;
use crate::study::link_index::LinkIndex;

impl Route {
    /// Everything that the site has, in order; of comparisons those that links join.
    #[must_use]
    pub fn all(library: &Library, links: &LinkIndex) -> Vec<Self> {
        let mut routes = Self::of_texts(library, links);
        routes.extend([
            Self::Handout(HandoutFormat::Markdown),
            Self::Search(Format::Json),
            Self::Suggestions,
            Self::OpenApi,
            Self::Health,
        ]);
        let addresses = routes.iter().filter(|route| route.is_listed()).count();
        routes.extend(
            Discovery::all(library, addresses)
                .into_iter()
                .map(Self::Discovery),
        );
        routes.extend(Export::all(library).map(Self::Export));
        routes.extend(library.images().iter().map(|image| Self::Image(image.id)));
        routes.extend(Asset::all().map(Self::Asset));
        routes
    }

    /// The pages that search engines are told of, in order.
    #[must_use]
    pub fn listed(library: &Library, links: &LinkIndex) -> Vec<Self> {
        let routes = Self::of_texts(library, links).into_iter();
        routes.filter(|route| route.is_listed()).collect()
    }

    /// The paths of all pages, in order, but for those of comparisons: what an editor or a reader
    /// may have meant by another path.
    #[must_use]
    pub fn page_paths(library: &Library) -> Vec<String> {
        let pages = Self::of_library(library).into_iter();
        let pages = pages.filter(|route| route.is_page());
        pages.map(|page| page.path(library).to_string()).collect()
    }

    /// What can be cited, in each form for programs that keep references.
    fn citations(cited: Cited) -> [Self; 3] {
        CitationFormat::ALL.map(|format| Self::Citation(cited, format))
    }

    /// What the site has of the library.
    fn of_texts(library: &Library, links: &LinkIndex) -> Vec<Self> {
        let mut routes = Self::of_library(library);
        for pair in links.pairs() {
            let (first, second) = pair.sections();
            routes.extend(Format::ALL.map(|format| Self::Comparison(first, second, format)));
            routes.push(Self::Comparison(second, first, Format::Html));
        }
        routes
    }

    /// The same, comparisons aside.
    fn of_library(library: &Library) -> Vec<Self> {
        let mut routes = vec![Self::Home, Self::Search(Format::Html), Self::Texts];
        if !library.editions.is_empty() {
            routes.push(Self::Editions);
        }
        routes.extend(library.pages().iter().map(|page| Self::Page(page.id)));
        routes.extend(library.shared_kinds().map(|kind| Self::Kind(kind.id)));
        if !library.links().is_empty() {
            routes.extend(Format::ALL.map(Self::Concordance));
            for (filter, count) in LinkFilter::counts(library) {
                let pages = PageNumber::last(count).up_to();
                routes.extend(pages.map(|page| Self::Links(filter, page)));
            }
            for link in library.links() {
                routes.push(Self::Link(link.id));
                routes.extend(Self::citations(Cited::Link(link.id)));
            }
            if !library.silences().is_empty() {
                routes.push(Self::Silences);
            }
        }
        for document in library.documents() {
            routes.extend(TextFormat::ALL.map(|format| Self::Document(document.id, format)));
            routes.push(Self::FullText(document.id));
            routes.extend(Self::citations(Cited::Document(document.id)));
            if document.metadata.capture.is_some() {
                routes.extend(Format::ALL.map(|format| Self::Capture(document.id, format)));
            }
            let kinds = document.kinds.iter();
            routes.extend(kinds.map(|&kind| Self::Listing(document.id, kind)));
            let is_matched = library.is_matched(document.id);
            for section in document.sections {
                routes.extend(TextFormat::ALL.map(|format| Self::Section(section, format)));
                routes.extend(Self::citations(Cited::Section(section)));
                routes.push(Self::Cite(section));
                if is_matched {
                    routes.push(Self::SectionMatches(section));
                }
                for citable in library.citables(section) {
                    let place = Place::from(citable);
                    routes.extend(TextFormat::ALL.map(|format| Self::of_place(place, format)));
                    routes.extend(Self::citations(place.into()));
                }
            }
        }
        if !library.terms().is_empty() {
            routes.push(Self::Terms);
            for term in library.terms() {
                routes.extend(Format::ALL.map(|format| Self::Term(term.id, format)));
            }
        }
        if !library.actors.actors.values().is_empty() {
            routes.extend(Format::ALL.map(Self::Actors));
        }
        routes.extend([
            Self::Compare,
            Self::Citing,
            Self::Handout(HandoutFormat::Html),
            Self::Api,
        ]);
        routes
    }
}
