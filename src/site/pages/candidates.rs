//! What a path that leads nowhere is compared with: the names of documents, kinds and pages, and of
//! what is in the one document that it names; never those of all sections of the library.

use crate::library::near::nearest;
use crate::library::{Document, DocumentId, Library, Place};
use crate::site::routes::{Format, HandoutFormat, LinkFilter, Resolution, Route, TextFormat};

/// What a path may have meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    Page(Route),
    Place(Place),
}

/// A name that a path is compared with: a reference, or a path without its first slash.
pub struct Candidate {
    /// `strategy/II.2`, `concordance/links`.
    pub name: String,
    pub meant: Meant,
}

/// The candidates for a path without its first slash.
pub fn candidates(library: &Library, asked: &str) -> Vec<Candidate> {
    let first = asked.split('/').next().unwrap_or(asked).to_lowercase();
    let mut candidates = Vec::new();
    if let Some(document) = document_meant(library, &first) {
        candidates.extend(in_document(library, &library[document]));
    }
    let documents = library.documents().iter();
    let documents = documents.map(|one| Route::Document(one.id, TextFormat::Html));
    let pages = library.pages().iter().map(|page| Route::Page(page.id));
    let mut routes: Vec<Route> = documents.chain(pages).collect();
    routes.extend(fixed_pages(library));
    if name(library, Route::Terms) == first {
        let terms = library.terms().iter();
        routes.extend(terms.map(|term| Route::Term(term.id, Format::Html)));
    }
    candidates.extend(routes.into_iter().map(|route| page(library, route)));
    candidates
}

/// The document that the first part of a path names, or the one with the likest name.
fn document_meant(library: &Library, name: &str) -> Option<DocumentId> {
    let slugs = library.documents().iter().map(|one| one.slug.as_str());
    let exact = library.document(name);
    exact.or_else(|| library.document(nearest(name, slugs)?))
}

/// The references of a document's sections and paragraphs, then its pages.
fn in_document(library: &Library, document: &Document) -> Vec<Candidate> {
    let at = |name: String, place: Place| Candidate {
        name,
        meant: Meant::Place(place),
    };
    let sections = || library[document.sections].iter();
    let paragraphs = library[document.paragraphs].iter();
    let listings = document
        .kinds
        .iter()
        .map(|&kind| Route::Listing(document.id, kind));
    let routes = std::iter::once(Route::FullText(document.id)).chain(listings);
    sections()
        .map(|one| at(one.reference.to_string(), one.id.into()))
        .chain(paragraphs.map(|one| at(one.reference.to_string(), one.id.into())))
        .chain(routes.map(|route| page(library, route)))
        .chain(sections().map(|one| {
            let route = Route::Section(one.id, TextFormat::Html);
            at(name(library, route), one.id.into())
        }))
        .collect()
}

/// The pages that the site itself has, and those of the kinds; what this library has no page of is
/// left out.
fn fixed_pages(library: &Library) -> impl Iterator<Item = Route> {
    let kinds = library.kinds().iter().map(|kind| Route::Kind(kind.id));
    let links = LinkFilter::counts(library).into_keys();
    let links = links.filter(|filter| !matches!(filter, LinkFilter::Section(_)));
    let links = links.map(Route::links);
    let routes = [
        Route::Texts,
        Route::Editions,
        Route::Search(Format::Html),
        Route::Concordance(Format::Html),
        Route::Silences,
        Route::Compare,
        Route::Citing,
        Route::Handout(HandoutFormat::Html),
        Route::Terms,
        Route::Actors(Format::Html),
        Route::Api,
    ];
    let routes = kinds.chain(routes).chain(links);
    routes.filter_map(|route| {
        match Route::resolve(library, &route.path(library).to_string())? {
            // A kind that one document has is listed there.
            Resolution::Found(route) | Resolution::Moved(route) => Some(route),
            Resolution::Range(_) => None,
        }
    })
}

fn page(library: &Library, route: Route) -> Candidate {
    Candidate {
        name: name(library, route),
        meant: Meant::Page(route),
    }
}

/// The path of a route without its first slash.
fn name(library: &Library, route: Route) -> String {
    let path = route.path(library).to_string();
    path.trim_start_matches('/').to_owned()
}
