//! What a path leads to.

use super::lenient::without_punctuation;
use super::route::{Format, Route, TextFormat};
use crate::library::{FULL, Library, ParagraphId, ParagraphRange, Reference, SectionId};
use crate::site::assets::Asset;

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// To what has this very path.
    Found(Route),
    /// To a route that has another path, and if this is given, to this paragraph on its page.
    Moved(Route, Option<ParagraphId>),
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
        let Some((route, paragraph)) = read(library, &trimmed.to_ascii_lowercase()) else {
            return resolve_leniently(library, trimmed);
        };
        if paragraph.is_none() && route.path(library).to_string() == path {
            Some(Resolution::Found(route))
        } else {
            Some(Resolution::Moved(route, paragraph))
        }
    }
}

/// What a path leads to that names nothing as it stands: without the punctuation after it, or as a
/// range of paragraphs.
fn resolve_leniently(library: &Library, path: &str) -> Option<Resolution> {
    let plain = without_punctuation(path)?;
    match read(library, &plain) {
        Some((route, paragraph)) => Some(Resolution::Moved(route, paragraph)),
        None => ParagraphRange::parse(library, plain.strip_prefix('/')?).map(Resolution::Range),
    }
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

/// Reads a path in lower case, without a slash at its end.
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
