//! Addresses: the path of every page, made in this one place.

use super::Library;
use std::cmp::Ordering;

use super::concordance::Relation;
use super::document::Document;
use super::kind::KindNames;
use super::page::Page;
use super::pair::pairs;
use super::reference::{Reference, Slug};
use super::section::Section;
use super::term::Term;

/// First parts of paths that no document, kind or page may take.
pub const RESERVED: [&str; 8] = [
    "compare",
    "concordance",
    "handout",
    "healthz",
    "search",
    "static",
    "terms",
    "actors",
];

/// The last part of the path of a document's whole text, which no section's number may be.
pub const FULL: &str = "full";

/// The home page.
pub const HOME: &str = "/";

/// About a document.
#[must_use]
pub fn document(document: &Document) -> String {
    format!("/{}", document.id)
}

/// A document's whole text.
#[must_use]
pub fn full(document: &Document) -> String {
    format!("/{}/{FULL}", document.id)
}

/// A section with everything below it.
#[must_use]
pub fn section(section: &Section) -> String {
    let document = &section.reference.document;
    format!("/{document}/{}/{}", section.kind.path, section.slug)
}

/// The sections of a kind in one document.
#[must_use]
pub fn listing(document: &Document, kind: &KindNames) -> String {
    format!("/{}/{}", document.id, kind.path)
}

/// The sections of a kind in all documents; leads on to the listing where one document has them.
#[must_use]
pub fn kind(kind: &KindNames) -> String {
    format!("/{}", kind.path)
}

/// The concordance as a whole.
pub const CONCORDANCE: &str = "/concordance";

/// All links of the concordance.
pub const LINKS: &str = "/concordance/links";

/// The silences.
pub const SILENCES: &str = "/concordance/silences";

/// The index of terms.
pub const TERMS: &str = "/terms";

/// The index of actors.
pub const ACTORS: &str = "/actors";

/// Search.
pub const SEARCH: &str = "/search";

/// What search offers while a query is typed.
pub const SUGGEST: &str = "/search/suggest";

/// How a browser learns to search the site.
pub const OPENSEARCH: &str = "/opensearch.xml";

/// What programs that visit the site are asked.
pub const ROBOTS: &str = "/robots.txt";

/// Where two sections are chosen to be compared.
pub const COMPARE: &str = "/compare";

/// The links of one relation.
#[must_use]
pub fn relation(relation: Relation) -> String {
    format!("{LINKS}/{}", relation.name())
}

/// The page of a term.
#[must_use]
pub fn term(term: &Term) -> String {
    format!("{TERMS}/{}", term.slug)
}

/// Two sections side by side, in the one order that the library gives them: that of the documents,
/// and inside a document that of reading. `None` where one is unknown or both are the same.
#[must_use]
pub fn compare(library: &Library, a: &Reference, b: &Reference) -> Option<String> {
    let (first, second) = pair(library, a, b)?;
    let (first, second) = (compared_name(first), compared_name(second));
    Some(format!("{COMPARE}/{first}/{second}"))
}

/// The name of a section in a comparison: `strategy-II.2`.
#[must_use]
pub fn compared_name(section: &Section) -> String {
    let reference = &section.reference;
    format!("{}-{}", reference.document, reference.section)
}

/// The two sections of a comparison, in that order.
#[must_use]
pub fn pair<'a>(
    library: &'a Library,
    a: &Reference,
    b: &Reference,
) -> Option<(&'a Section, &'a Section)> {
    let place = |reference: &Reference| {
        let found = library.resolve(reference)?;
        let document = library
            .documents
            .iter()
            .position(|d| d.id == found.document.id)?;
        Some(((document, found.at), found.section))
    };
    let (a, b) = (place(a)?, place(b)?);
    match a.0.cmp(&b.0) {
        Ordering::Less => Some((a.1, b.1)),
        Ordering::Equal => None,
        Ordering::Greater => Some((b.1, a.1)),
    }
}

/// The section that a name such as `strategy-II.2` means, as comparisons write it.
#[must_use]
pub fn compared(name: &str) -> Option<Reference> {
    let (document, section) = name.rsplit_once('-')?;
    let reference = Reference::parse(&format!("{}/{section}", document.to_lowercase()))?;
    reference.paragraph.is_none().then_some(reference)
}

/// The page of a comparison that a path names, in either order and any letter case.
#[must_use]
pub fn comparison(library: &Library, path: &str) -> Option<String> {
    let (a, b) = compared_pair(path)?;
    compare(library, &a, &b)
}

/// The two sections that the path of a comparison names, known or not.
#[must_use]
pub fn compared_pair(path: &str) -> Option<(Reference, Reference)> {
    let (start, rest) = path.split_at_checked(COMPARE.len())?;
    let rest = rest.strip_prefix('/')?;
    let (a, b) = rest.split_once('/')?;
    let named = start.eq_ignore_ascii_case(COMPARE);
    named.then_some((compared(a)?, compared(b)?))
}

/// A page of the editors'.
#[must_use]
pub fn page(page: &Page) -> String {
    page_by_slug(&page.slug)
}

/// The same, by its name.
#[must_use]
pub fn page_by_slug(slug: &Slug) -> String {
    format!("/{slug}")
}

/// The short address of a section or paragraph, which redirects to where it stands.
#[must_use]
pub fn short(reference: &Reference) -> String {
    format!("/{reference}")
}

/// Where a section or paragraph stands, if the library has it.
#[must_use]
pub fn of(library: &Library, reference: &Reference) -> Option<String> {
    let found = library.resolve(reference)?;
    let path = section(found.section);
    Some(match found.reference.paragraph {
        Some(_) => format!("{path}#{}", found.reference.fragment()),
        None => path,
    })
}

/// Whether a path is a page that the concordance brings: a comparison of two sections, or one of
/// the pages of links and silences, which a library without links does not have.
#[must_use]
pub fn is_of_concordance(library: &Library, path: &str) -> bool {
    if library.concordance.links.is_empty() {
        return false;
    }
    [CONCORDANCE, LINKS, SILENCES, COMPARE].contains(&path)
        || Relation::ALL.into_iter().any(|one| relation(one) == path)
        || comparison(library, path).as_deref() == Some(path)
}

/// The path of every HTML page.
#[must_use]
pub fn all(library: &Library) -> Vec<String> {
    let mut paths = vec![HOME.to_owned(), SEARCH.to_owned()];
    paths.extend(library.pages.iter().map(page));
    paths.extend(library.shared_kinds().map(|names| kind(names)));
    let concordance = &library.concordance;
    if !concordance.links.is_empty() {
        paths.extend([CONCORDANCE, LINKS].map(str::to_owned));
        paths.extend(concordance.relations().map(relation));
        if !concordance.silences.is_empty() {
            paths.push(SILENCES.to_owned());
        }
    }
    for text in &library.documents {
        paths.extend([document(text), full(text)]);
        let kinds = library.kinds_of(text);
        paths.extend(kinds.map(|names| listing(text, names)));
        paths.extend(text.sections.iter().map(section));
    }
    if !library.terms.is_empty() {
        paths.push(TERMS.to_owned());
        paths.extend(library.terms.iter().map(term));
    }
    if !library.actors.actors.is_empty() {
        paths.push(ACTORS.to_owned());
    }
    paths.push(COMPARE.to_owned());
    paths.extend(
        pairs(library)
            .iter()
            .filter_map(|pair| compare(library, &pair.first.reference, &pair.second.reference)),
    );
    paths
}
