//! Every address of the site: what there is, what its path is, and what a path leads to.
//!
//! This is the only place where paths are written. What the site sends, links, redirects, the crawl
//! test and the check of links all come from it.

use std::fmt;

use super::assets::Asset;
use crate::library::{
    DocumentId, FULL, KindId, Library, PageId, ParagraphId, Reference, Relation, Section,
    SectionId, TermId,
};
use crate::study::link_index::LinkIndex;

/// One thing that the site has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Route {
    /// The home page.
    Home,
    /// All documents.
    Texts,
    /// A page of the editors'.
    Page(PageId),
    /// The sections of a kind in all documents side by side, where several have it.
    Kind(KindId),
    /// About a document; or all of it, for machines.
    Document(DocumentId, TextFormat),
    /// A document's whole text.
    FullText(DocumentId),
    /// The sections of a kind in one document.
    Listing(DocumentId, KindId),
    /// A section with everything below it.
    Section(SectionId, TextFormat),
    /// The concordance as a whole.
    Concordance(Format),
    /// All links of the concordance, or those of one relation.
    Links(Option<Relation>),
    /// The silences.
    Silences,
    /// Where two sections are chosen to be compared.
    Compare,
    /// Two sections side by side; the first comes first in the library.
    Comparison(SectionId, SectionId, Format),
    /// The index of terms.
    Terms,
    /// A term.
    Term(TermId, Format),
    /// Who is to do what.
    Actors(Format),
    /// Search: the page before anything is asked, or what a query finds.
    Search(Format),
    /// What is offered while a query is typed.
    Suggestions,
    /// How a browser learns to search the site.
    OpenSearch,
    /// What programs that visit the site are asked.
    Robots,
    /// Whether the server answers.
    Health,
    /// A file that pages name: style, script, font, picture.
    Asset(Asset),
}

/// A page, or the same as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// For people.
    Html,
    /// For machines.
    Json,
}

/// The forms in which texts are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TextFormat {
    /// For people.
    Html,
    /// For machines.
    Json,
    /// For notes and other programs.
    Markdown,
}

impl Format {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Html, Self::Json];

    fn ending(self) -> &'static str {
        match self {
            Self::Html => "",
            Self::Json => ".json",
        }
    }
}

impl TextFormat {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::Html, Self::Json, Self::Markdown];

    fn ending(self) -> &'static str {
        match self {
            Self::Html => "",
            Self::Json => ".json",
            Self::Markdown => ".md",
        }
    }
}

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// To what has this very path.
    Found(Route),
    /// To a route that has another path, and if this is given, to this paragraph on its page.
    Moved(Route, Option<ParagraphId>),
}

impl Route {
    /// The comparison of two sections, in the order of the library; `None` where they are one.
    #[must_use]
    pub fn comparison(a: SectionId, b: SectionId, format: Format) -> Option<Self> {
        (a != b).then(|| Self::Comparison(a.min(b), a.max(b), format))
    }

    /// Its path, which starts with a slash and knows no base.
    #[must_use]
    pub fn path(self, library: &Library) -> RoutePath<'_> {
        RoutePath {
            library,
            route: self,
        }
    }

    /// What a path leads to, in any letter case and with a slash too many at its end; `None` for
    /// what the site does not have.
    #[must_use]
    pub fn resolve(library: &Library, path: &str) -> Option<Resolution> {
        let trimmed = match path.strip_suffix('/') {
            Some("") | None => path,
            Some(trimmed) => trimmed,
        };
        let (route, paragraph) = read(library, &trimmed.to_ascii_lowercase())?;
        if paragraph.is_none() && route.path(library).to_string() == path {
            Some(Resolution::Found(route))
        } else {
            Some(Resolution::Moved(route, paragraph))
        }
    }

    /// Everything that the site has, in order; of comparisons those that links join.
    #[must_use]
    pub fn all(library: &Library, links: &LinkIndex) -> Vec<Self> {
        let mut routes = Self::of_library(library);
        for pair in links.pairs() {
            let comparison = |format| Self::Comparison(pair.first, pair.second, format);
            routes.extend(Format::ALL.map(comparison));
        }
        routes.extend([
            Self::Search(Format::Json),
            Self::Suggestions,
            Self::OpenSearch,
            Self::Robots,
            Self::Health,
        ]);
        routes.extend(Asset::all().map(Self::Asset));
        routes
    }

    /// The paths of all pages, in order, but for those of comparisons: what an editor or a reader
    /// may have meant by another path.
    #[must_use]
    pub fn page_paths(library: &Library) -> Vec<String> {
        let pages = Self::of_library(library).into_iter();
        let pages = pages.filter(|route| route.is_page());
        pages.map(|page| page.path(library).to_string()).collect()
    }

    /// What the site has of the library, comparisons aside.
    fn of_library(library: &Library) -> Vec<Self> {
        let mut routes = vec![Self::Home, Self::Search(Format::Html), Self::Texts];
        routes.extend(library.pages().iter().map(|page| Self::Page(page.id)));
        routes.extend(library.shared_kinds().map(|kind| Self::Kind(kind.id)));
        if !library.links().is_empty() {
            routes.extend(Format::ALL.map(Self::Concordance));
            routes.push(Self::Links(None));
            let relations = library.concordance.relations();
            routes.extend(relations.map(|relation| Self::Links(Some(relation))));
            if !library.silences().is_empty() {
                routes.push(Self::Silences);
            }
        }
        for document in library.documents() {
            routes.extend(TextFormat::ALL.map(|format| Self::Document(document.id, format)));
            routes.push(Self::FullText(document.id));
            let kinds = document.kinds.iter();
            routes.extend(kinds.map(|&kind| Self::Listing(document.id, kind)));
            for section in document.sections {
                routes.extend(TextFormat::ALL.map(|format| Self::Section(section, format)));
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
        routes.push(Self::Compare);
        routes
    }

    /// The same content for machines: the other forms of a page.
    #[must_use]
    pub fn data(self) -> Vec<(TextFormat, Self)> {
        let json = |route| vec![(TextFormat::Json, route)];
        let both = |route: &dyn Fn(TextFormat) -> Self| {
            let formats = [TextFormat::Json, TextFormat::Markdown];
            formats.map(|format| (format, route(format))).into()
        };
        match self {
            Self::Document(document, TextFormat::Html) => {
                both(&|format| Self::Document(document, format))
            }
            Self::Section(section, TextFormat::Html) => {
                both(&|format| Self::Section(section, format))
            }
            Self::Concordance(Format::Html) => json(Self::Concordance(Format::Json)),
            Self::Comparison(a, b, Format::Html) => json(Self::Comparison(a, b, Format::Json)),
            Self::Term(term, Format::Html) => json(Self::Term(term, Format::Json)),
            Self::Actors(Format::Html) => json(Self::Actors(Format::Json)),
            _ => Vec::new(),
        }
    }

    /// Whether it is a page for people.
    #[must_use]
    pub fn is_page(self) -> bool {
        match self {
            Self::Home
            | Self::Texts
            | Self::Page(_)
            | Self::Kind(_)
            | Self::FullText(_)
            | Self::Listing(..)
            | Self::Links(_)
            | Self::Silences
            | Self::Compare
            | Self::Terms => true,
            Self::Document(_, format) | Self::Section(_, format) => format == TextFormat::Html,
            Self::Concordance(format)
            | Self::Comparison(_, _, format)
            | Self::Term(_, format)
            | Self::Actors(format)
            | Self::Search(format) => format == Format::Html,
            Self::Suggestions | Self::OpenSearch | Self::Robots | Self::Health | Self::Asset(_) => {
                false
            }
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
            Route::Page(page) => write!(f, "/{}", library[page].slug),
            Route::Kind(kind) => write!(f, "/{}", library[kind].path),
            Route::Document(document, format) => {
                write!(f, "/{}{}", slug(document), format.ending())
            }
            Route::FullText(document) => write!(f, "/{}/{FULL}", slug(document)),
            Route::Listing(document, kind) => {
                write!(f, "/{}/{}", slug(document), library[kind].path)
            }
            Route::Section(id, format) => {
                let Section {
                    document,
                    kind,
                    slug: section,
                    ..
                } = &library[id];
                let (document, kind) = (slug(*document), &library[*kind].path);
                write!(f, "/{document}/{kind}/{section}{}", format.ending())
            }
            Route::Concordance(format) => write!(f, "/concordance{}", format.ending()),
            Route::Links(None) => write!(f, "/concordance/links"),
            Route::Links(Some(relation)) => write!(f, "/concordance/links/{}", relation.name()),
            Route::Silences => write!(f, "/concordance/silences"),
            Route::Compare => write!(f, "/compare"),
            Route::Comparison(a, b, format) => {
                let [a, b] = [a, b].map(|id| compared_name(&library[id]));
                write!(f, "/compare/{a}/{b}{}", format.ending())
            }
            Route::Terms => write!(f, "/terms"),
            Route::Term(term, format) => {
                write!(f, "/terms/{}{}", library[term].slug, format.ending())
            }
            Route::Actors(format) => write!(f, "/actors{}", format.ending()),
            Route::Search(format) => write!(f, "/search{}", format.ending()),
            Route::Suggestions => write!(f, "/search/suggest"),
            Route::OpenSearch => write!(f, "/opensearch.xml"),
            Route::Robots => write!(f, "/robots.txt"),
            Route::Health => write!(f, "/healthz"),
            Route::Asset(asset) => f.write_str(asset.path()),
        }
    }
}

/// The name of a section in a comparison: `strategy-II.2`.
#[must_use]
pub fn compared_name(section: &Section) -> String {
    let Reference {
        document, section, ..
    } = &section.reference;
    format!("{document}-{section}")
}

/// The section that such a name means, in any letter case.
#[must_use]
pub fn compared(library: &Library, name: &str) -> Option<SectionId> {
    let (document, number) = name.rsplit_once('-')?;
    let document = library.document(&document.to_lowercase())?;
    library.section_by_number(document, number)
}

/// A reading of a path in lower case: a route, and a paragraph on its page.
type Reading = (Route, Option<ParagraphId>);

fn read(library: &Library, path: &str) -> Option<Reading> {
    let rest = path.strip_prefix('/')?;
    let parts: Vec<&str> = rest.split('/').collect();
    let known = |there: bool, route: Route| there.then_some((route, None));
    let linked = !library.links().is_empty();
    match parts.as_slice() {
        [""] => known(true, Route::Home),
        ["texts"] => known(true, Route::Texts),
        ["concordance"] => known(linked, Route::Concordance(Format::Html)),
        ["concordance.json"] => known(linked, Route::Concordance(Format::Json)),
        ["concordance", "links"] => known(linked, Route::Links(None)),
        ["concordance", "links", name] => {
            let mut used = library.concordance.relations();
            let relation = used.find(|relation| relation.name() == *name)?;
            known(true, Route::Links(Some(relation)))
        }
        ["concordance", "silences"] => {
            known(linked && !library.silences().is_empty(), Route::Silences)
        }
        ["compare"] => known(true, Route::Compare),
        ["compare", a, b] => {
            let (b, format) = split_format(b);
            let (a, b) = (compared(library, a)?, compared(library, b)?);
            Some((Route::comparison(a, b, format)?, None))
        }
        ["terms"] => known(!library.terms().is_empty(), Route::Terms),
        ["terms", name] => {
            let (name, format) = split_format(name);
            Some((Route::Term(library.term(name)?, format), None))
        }
        ["search", "suggest"] => known(true, Route::Suggestions),
        ["opensearch.xml"] => known(true, Route::OpenSearch),
        ["robots.txt"] => known(true, Route::Robots),
        ["healthz"] => known(true, Route::Health),
        [name] => read_name(library, name),
        [first, second] => read_in_document(library, first, second)
            .or_else(|| Some((Route::Asset(Asset::at(path)?), None))),
        [document, kind, name] => {
            let document = library.document(document)?;
            let (name, format) = split_text_format(name);
            let section = library.section_by_slug(document, name)?;
            let own = library[library[section].kind].path.as_str() == *kind;
            known(own, Route::Section(section, format))
        }
        _ => None,
    }
}

/// A path of one part: a document, a page, a kind, or data.
fn read_name(library: &Library, name: &str) -> Option<Reading> {
    let acting = !library.actors.actors.values().is_empty();
    let (stem, format) = split_format(name);
    match stem {
        "actors" if acting => return Some((Route::Actors(format), None)),
        "search" => return Some((Route::Search(format), None)),
        _ => {}
    }
    let (stem, format) = split_text_format(name);
    if let Some(document) = library.document(stem) {
        return Some((Route::Document(document, format), None));
    }
    if let Some(page) = library.page(name) {
        return Some((Route::Page(page), None));
    }
    if let Some(kind) = library.kind_by_path(name) {
        let mut documents = library.documents_with(kind);
        let route = match (documents.next()?, documents.next()) {
            (only, None) => Route::Listing(only.id, kind),
            _ => Route::Kind(kind),
        };
        return Some((route, None));
    }
    Some((Route::Asset(Asset::at(&format!("/{name}"))?), None))
}

/// A path of two parts, the first of which names a document.
fn read_in_document(library: &Library, document: &str, name: &str) -> Option<Reading> {
    let document = library.document(document)?;
    if let Some(kind) = library.kind_by_path(name) {
        let has = library[document].kinds.contains(&kind);
        return has.then_some((Route::Listing(document, kind), None));
    }
    let (stem, format) = split_text_format(name);
    if stem == FULL {
        let route = match format {
            TextFormat::Html => Route::FullText(document),
            // The data of the whole text are the document's.
            TextFormat::Json | TextFormat::Markdown => Route::Document(document, format),
        };
        return Some((route, None));
    }
    if let Some(section) = library.section_by_number(document, stem) {
        return Some((Route::Section(section, format), None));
    }
    let reference = Reference::parse(&format!("{}/{name}", library[document].slug))?;
    let paragraph = library.resolve(&reference)?.paragraph()?;
    let section = library[paragraph].section;
    Some((Route::Section(section, TextFormat::Html), Some(paragraph)))
}

fn split_format(name: &str) -> (&str, Format) {
    match name.strip_suffix(Format::Json.ending()) {
        Some(stem) => (stem, Format::Json),
        None => (name, Format::Html),
    }
}

fn split_text_format(name: &str) -> (&str, TextFormat) {
    let data = [TextFormat::Json, TextFormat::Markdown];
    let found = data.into_iter().find_map(|format| {
        let stem = name.strip_suffix(format.ending())?;
        Some((stem, format))
    });
    found.unwrap_or((name, TextFormat::Html))
}
