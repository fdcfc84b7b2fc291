//! What a path leads to.

use super::discovery::{Discovery, sitemap_parts};
use super::export::Export;
use super::handout::HandoutFormat;
use super::lenient::without_punctuation;
use super::link_filter::{LinkFilter, PageNumber};
use super::path::{CITE, FORMULAS, IMAGES, MATCHES};
use super::route::{CitationFormat, Format, Route, TextFormat};
use crate::library::{
    CAPTURE, FULL, Library, LinkCode, ParagraphRange, Reference, Relation, SectionId, Strength,
};
use crate::site::assets::Asset;
use crate::study::link_index::LinkIndex;

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// To what has this very path.
    Found(Route),
    /// To a route that has another path.
    Moved(Route),
    /// To some paragraphs in a row, where they stand.
    Range(ParagraphRange),
}

impl Route {
    /// What a path leads to, in any letter case, with a slash too many or punctuation at its end;
    /// `None` for what the site does not have.
    #[must_use]
    pub fn resolve(library: &Library, path: &str) -> Option<Resolution> {
        let trimmed = match path.strip_suffix('/') {
            Some("") | None => path,
            Some(trimmed) => trimmed,
        };
        let Some(route) = read(library, &trimmed.to_ascii_lowercase()) else {
            return resolve_leniently(library, trimmed);
        };
        if route.path(library).to_string() == path {
            Some(Resolution::Found(route))
        } else {
            Some(Resolution::Moved(route))
        }
    }
}

/// What a path leads to that names nothing as it stands: without the punctuation after it, as the id
/// of a link, by the numbers that its text prints, or as a range of paragraphs.
fn resolve_leniently(library: &Library, path: &str) -> Option<Resolution> {
    let plain = without_punctuation(path)?;
    let route = read(library, &plain)
        .or_else(|| read_link_code(library, &plain))
        .or_else(|| read_printed(library, &plain));
    if let Some(route) = route {
        return Some(Resolution::Moved(route));
    }
    ParagraphRange::parse(library, plain.strip_prefix('/')?).map(Resolution::Range)
}

/// A link by its id alone or below the concordance: `/m17`, `/concordance/m17`.
fn read_link_code(library: &Library, path: &str) -> Option<Route> {
    let name = path.strip_prefix("/concordance").unwrap_or(path);
    let code = LinkCode::parse(name.strip_prefix('/')?)?;
    library.link(code).map(Route::Link)
}

/// A paragraph by the numbers that its text prints: `/charter/2(4)`, `/charter/2.4`. Where they have
/// several meanings, none is chosen.
fn read_printed(library: &Library, path: &str) -> Option<Route> {
    let (document, name) = path.strip_prefix('/')?.split_once('/')?;
    let paragraphs = library.printed_as(library.document(document)?, name);
    let [only] = paragraphs.as_slice() else {
        return None;
    };
    Some(Route::of_place((*only).into(), TextFormat::Html))
}

/// The section that such a name means, in any letter case.
#[must_use]
pub fn compared(library: &Library, name: &str) -> Option<SectionId> {
    let (document, number) = name.rsplit_once('-')?;
    let document = library.document(&document.to_lowercase())?;
    library.section_by_number(document, number)
}

/// Reads a path in lower case, without a slash at its end.
fn read(library: &Library, path: &str) -> Option<Route> {
    if let Some(route) = read_citation(library, path) {
        return Some(route);
    }
    let rest = path.strip_prefix('/')?;
    let parts: Vec<&str> = rest.split('/').collect();
    let known = |there: bool, route: Route| there.then_some(route);
    let linked = !library.links().is_empty();
    match parts.as_slice() {
        [""] => known(true, Route::Home),
        ["texts"] => known(true, Route::Texts),
        ["editions"] => known(!library.editions.is_empty(), Route::Editions),
        ["concordance"] => known(linked, Route::Concordance(Format::Html)),
        ["concordance.json"] => known(linked, Route::Concordance(Format::Json)),
        ["concordance", "links", name] if let Some(code) = LinkCode::parse(name) => {
            Some(Route::Link(library.link(code)?))
        }
        ["concordance", "links", names @ ..] => read_links(library, names),
        ["concordance", "silences"] => {
            known(linked && !library.silences().is_empty(), Route::Silences)
        }
        ["compare"] => known(true, Route::Compare),
        [CITE] => known(true, Route::Citing),
        ["compare", a, b] => {
            let (b, format) = split_format(b);
            let (a, b) = (compared(library, a)?, compared(library, b)?);
            let route = Route::Comparison(a, b, format);
            known(
                a != b,
                match format {
                    Format::Html => route,
                    Format::Json => route.canonical(),
                },
            )
        }
        ["terms"] => known(!library.terms().is_empty(), Route::Terms),
        ["terms", name] => {
            let (name, format) = split_format(name);
            Some(Route::Term(library.term(name)?, format))
        }
        ["search", "suggest"] => known(true, Route::Suggestions),
        ["handout"] => known(true, Route::Handout(HandoutFormat::Html)),
        ["handout.md"] => known(true, Route::Handout(HandoutFormat::Markdown)),
        ["api"] => known(true, Route::Api),
        ["openapi.json"] => known(true, Route::OpenApi),
        ["healthz"] => known(true, Route::Health),
        parts if let Some(export) = Export::read(library, parts) => Some(Route::Export(export)),
        parts if let Some(file) = Discovery::read(library, parts) => {
            known(is_there(library, file), Route::Discovery(file))
        }
        [name] => read_name(library, name),
        [first, second] => read_in_document(library, first, second)
            .or_else(|| Some(Route::Asset(Asset::at(path)?))),
        ["static", IMAGES, name] => {
            let mut images = library.images().iter();
            let image = images.find(|image| image.served_name().to_ascii_lowercase() == *name);
            Some(Route::Image(image?.id))
        }
        [document, kind, name] => {
            let (name, format) = split_text_format(name);
            let section = section_at(library, [document, kind, name])?;
            known(true, Route::Section(section, format))
        }
        [document, kind, name, MATCHES] => {
            let section = section_at(library, [document, kind, name])?;
            let is_matched = library.is_matched(library[section].document);
            known(is_matched, Route::SectionMatches(section))
        }
        [document, kind, name, CITE] => {
            let section = section_at(library, [document, kind, name])?;
            known(true, Route::Cite(section))
        }
        _ => None,
    }
}

/// Whether a site has such a file; of sitemaps it has no more than it takes for all pages.
fn is_there(library: &Library, file: Discovery) -> bool {
    let Discovery::SitemapPart(part) = file else {
        return true;
    };
    let addresses = Route::listed(library, &LinkIndex::of(library)).len();
    sitemap_parts(addresses).any(|one| one == part)
}

/// A path that ends like a form for programs that keep references: what stands before it is a page.
fn read_citation(library: &Library, path: &str) -> Option<Route> {
    CitationFormat::ALL.into_iter().find_map(|format| {
        let page = read(library, path.strip_suffix(format.ending())?)?;
        Some(Route::Citation(page.cited()?, format))
    })
}

/// The section whose page has a path of these parts.
fn section_at(library: &Library, [document, kind, name]: [&str; 3]) -> Option<SectionId> {
    let section = library.section_by_slug(library.document(document)?, name)?;
    let is_own = library[library[section].kind].path.as_str() == kind;
    is_own.then_some(section)
}

/// A page of links by the names of their relation, their strength or their section, and its number
/// where it is not the first; only where there are such links.
fn read_links(library: &Library, names: &[&str]) -> Option<Route> {
    let is_number = |name: &&str| name.bytes().all(|byte| byte.is_ascii_digit());
    let (names, page) = match names {
        [names @ .., number] if is_number(number) => {
            (names, PageNumber::new(number.parse().ok()?)?)
        }
        names => (names, PageNumber::FIRST),
    };
    let relation = |name: &str| Relation::ALL.into_iter().find(|one| one.name() == name);
    let strength = |name: &str| Strength::ALL.into_iter().find(|one| one.name() == name);
    let filter = match names {
        [] => LinkFilter::ALL,
        [FORMULAS] => LinkFilter::Formulas(None),
        [FORMULAS, name] => LinkFilter::Formulas(Some(strength(name)?)),
        [relation_name, strength_name] => LinkFilter::Sort {
            relation: Some(relation(relation_name)?),
            strength: Some(strength(strength_name)?),
        },
        [name] => match (relation(name), strength(name)) {
            (None, None) => LinkFilter::Section(compared(library, name)?),
            (relation, strength) => LinkFilter::Sort { relation, strength },
        },
        _ => return None,
    };
    (page.start() < filter.count(library)).then_some(Route::Links(filter, page))
}

/// A path of one part: a document, a page, a kind, or data.
fn read_name(library: &Library, name: &str) -> Option<Route> {
    let acting = !library.actors.actors.values().is_empty();
    let (stem, format) = split_format(name);
    match stem {
        "actors" if acting => return Some(Route::Actors(format)),
        "search" => return Some(Route::Search(format)),
        _ => {}
    }
    let (stem, format) = split_text_format(name);
    if let Some(document) = library.document(stem) {
        return Some(Route::Document(document, format));
    }
    if let Some(page) = library.page(name) {
        return Some(Route::Page(page));
    }
    if let Some(kind) = library.kind_by_path(name) {
        let mut documents = library.documents_with(kind);
        let route = match (documents.next()?, documents.next()) {
            (only, None) => Route::Listing(only.id, kind),
            _ => Route::Kind(kind),
        };
        return Some(route);
    }
    Some(Route::Asset(Asset::at(&format!("/{name}"))?))
}

/// A path of two parts, the first of which names a document.
fn read_in_document(library: &Library, document: &str, name: &str) -> Option<Route> {
    let document = library.document(document)?;
    if let Some(kind) = library.kind_by_path(name) {
        let has = library[document].kinds.contains(&kind);
        return has.then_some(Route::Listing(document, kind));
    }
    if let (CAPTURE, format) = split_format(name) {
        let is_kept = library[document].metadata.capture.is_some();
        return is_kept.then_some(Route::Capture(document, format));
    }
    let (stem, format) = split_text_format(name);
    if stem == FULL {
        let route = match format {
            TextFormat::Html => Route::FullText(document),
            // The data of the whole text are the document's.
            TextFormat::Json | TextFormat::Markdown => Route::Document(document, format),
        };
        return Some(route);
    }
    let reference = Reference::parse(&format!("{}/{stem}", library[document].slug))?;
    let place = library.resolve(&reference)?;
    Some(Route::of_place(place, format))
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
