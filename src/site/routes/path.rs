//! The path of each route.

use std::fmt;

use super::link_filter::{LinkFilter, PageNumber};
use super::route::Route;
use crate::library::{
    CAPTURE, DocumentId, FULL, Library, Reference, Relation, Section, SectionId, Strength,
};

/// What stands after the path of a section in that of the section with its matches.
pub(super) const MATCHES: &str = "matches";

/// And in that of the section as it is cited.
pub(super) const CITE: &str = "cite";

/// Where the images of the content stand below the static files.
pub(super) const IMAGES: &str = "images";

/// What stands for the formulas among the choices of links.
pub(super) const FORMULAS: &str = "formulas";

impl Route {
    /// Its path, which starts with a slash and knows no base.
    #[must_use]
    pub fn path(self, library: &Library) -> RoutePath<'_> {
        RoutePath {
            library,
            route: self,
        }
    }
}

/// The path of a route; it is written when it is shown.
#[derive(Debug, Clone, Copy)]
pub struct RoutePath<'a> {
    library: &'a Library,
    route: Route,
}

impl fmt::Display for RoutePath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let library = self.library;
        let slug = |document: DocumentId| &library[document].slug;
        match self.route {
            Route::Home => write!(f, "/"),
            Route::Texts => write!(f, "/texts"),
            Route::Editions => write!(f, "/editions"),
            Route::Page(page) => write!(f, "/{}", library[page].slug),
            Route::Kind(kind) => write!(f, "/{}", library[kind].path),
            Route::Document(document, format) => {
                write!(f, "/{}{}", slug(document), format.ending())
            }
            Route::FullText(document) => write!(f, "/{}/{FULL}", slug(document)),
            Route::Capture(document, format) => {
                write!(f, "/{}/{CAPTURE}{}", slug(document), format.ending())
            }
            Route::Listing(document, kind) => {
                write!(f, "/{}/{}", slug(document), library[kind].path)
            }
            Route::Section(id, format) => {
                write!(f, "{}{}", SectionPath(library, id), format.ending())
            }
            Route::SectionMatches(id) => {
                write!(f, "{}/{MATCHES}", SectionPath(library, id))
            }
            Route::Cite(id) => write!(f, "{}/{CITE}", SectionPath(library, id)),
            Route::Epigraph(id, format) => {
                write!(f, "/{}{}", library[id].reference, format.ending())
            }
            Route::Paragraph(id, format) => {
                write!(f, "/{}{}", library[id].reference, format.ending())
            }
            Route::Concordance(format) => write!(f, "/concordance{}", format.ending()),
            Route::Links(filter, page) => {
                write!(f, "/concordance/links")?;
                match filter {
                    LinkFilter::Sort { relation, strength } => {
                        let names = [relation.map(Relation::name), strength.map(Strength::name)];
                        for name in names.into_iter().flatten() {
                            write!(f, "/{name}")?;
                        }
                    }
                    LinkFilter::Formulas(strength) => {
                        write!(f, "/{FORMULAS}")?;
                        if let Some(strength) = strength {
                            write!(f, "/{}", strength.name())?;
                        }
                    }
                    LinkFilter::Section(id) => write!(f, "/{}", compared_name(&library[id]))?,
                }
                match page {
                    PageNumber::FIRST => Ok(()),
                    later => write!(f, "/{}", later.number()),
                }
            }
            Route::Link(link) => write!(f, "/concordance/links/{}", library[link].code),
            Route::Citation(cited, format) => {
                let page = Route::of_cited(cited).path(library);
                write!(f, "{page}{}", format.ending())
            }
            Route::Silences => write!(f, "/concordance/silences"),
            Route::Compare => write!(f, "/compare"),
            Route::Citing => write!(f, "/{CITE}"),
            Route::Comparison(a, b, format) => {
                let [a, b] = [a, b].map(|id| compared_name(&library[id]));
                write!(f, "/compare/{a}/{b}{}", format.ending())
            }
            Route::Terms => write!(f, "/terms"),
            Route::Term(term, format) => {
                write!(f, "/terms/{}{}", library[term].slug, format.ending())
            }
            Route::Actors(format) => write!(f, "/actors{}", format.ending()),
            Route::Handout(format) => write!(f, "/handout{}", format.ending()),
            Route::Search(format) => write!(f, "/search{}", format.ending()),
            Route::Suggestions => write!(f, "/search/suggest"),
            Route::Export(export) => export.write_path(library, f),
            Route::Api => write!(f, "/api"),
            Route::OpenApi => write!(f, "/openapi.json"),
            Route::Discovery(file) => file.write_path(f),
            Route::Health => write!(f, "/healthz"),
            Route::Image(image) => {
                write!(f, "/static/{IMAGES}/{}", library[image].served_name())
            }
            Route::Asset(asset) => f.write_str(asset.path()),
        }
    }
}

/// `/strategy/principles/sovereignty`.
struct SectionPath<'a>(&'a Library, SectionId);

impl fmt::Display for SectionPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(library, id) = *self;
        let section = &library[id];
        let document = &library[section.document].slug;
        let kind = &library[section.kind].path;
        write!(f, "/{document}/{kind}/{}", section.slug)
    }
}

/// The name of a section in a comparison and in a choice of links: `strategy-II.2`.
fn compared_name(section: &Section) -> String {
    let Reference {
        document, section, ..
    } = &section.reference;
    format!("{document}-{section}")
}
