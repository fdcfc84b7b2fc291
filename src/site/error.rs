//! Pages for what cannot be served. They say why, and lead on.

use askama::Template;

use super::edition::Edition;
use super::quotes::typographic;
use super::shell::{Head, Shell};
use crate::library::address;
use crate::library::near::ranked;
use crate::library::reference::Reference;
use crate::library::{Found, Library, counted};

/// How many near matches are offered.
const OFFERS: usize = 5;

/// Paths longer than this are not compared with others: nobody mistypes so much.
const LONGEST: usize = 120;

/// An error, and where to go from it.
#[derive(Template)]
#[template(path = "error.html")]
pub struct ErrorPage {
    shell: Shell,
    status: u16,
    title: String,
    message: String,
    near: Vec<Entry>,
    places: Vec<Entry>,
}

struct Entry {
    href: String,
    label: String,
    reference: String,
    colour: Option<&'static str>,
}

impl ErrorPage {
    /// For a path that leads nowhere.
    pub fn not_found(edition: Edition<'_>, path: &str) -> Self {
        let library = edition.library;
        let near = near(library, path);
        let message = missing(library, path);
        Self::new(edition, 404, "Not found", message, near)
    }

    /// For a request that cannot be answered otherwise.
    pub fn status(edition: Edition<'_>, status: u16, reason: &str) -> Self {
        let message = match status {
            405 => "This site is read-only: it answers GET and HEAD.",
            400 => "The request could not be understood.",
            _ => "Something went wrong on the server. Please try again.",
        };
        Self::new(edition, status, reason, message.to_owned(), Vec::new())
    }

    fn new(
        edition: Edition<'_>,
        status: u16,
        title: &str,
        message: String,
        near: Vec<Entry>,
    ) -> Self {
        let library = edition.library;
        let head = Head {
            path: None,
            title: Some(title.to_owned()),
            description: message.clone(),
            document: None,
            data: false,
        };
        let documents = library.documents.iter().map(|document| Entry {
            href: address::document(document),
            label: typographic(&document.metadata.title, None),
            reference: String::new(),
            colour: Some(document.metadata.colour.name()),
        });
        Self {
            shell: Shell::new(edition, head),
            status,
            title: title.to_owned(),
            message,
            near,
            places: documents.collect(),
        }
    }
}

/// A path as a reference, whatever the case of its document.
fn as_reference(path: &str) -> Option<Reference> {
    let (document, number) = path.strip_prefix('/')?.split_once('/')?;
    Reference::parse(&format!("{}/{number}", document.to_lowercase()))
}

/// The section of a reference whose paragraph is missing.
fn parent<'a>(library: &'a Library, path: &str) -> Option<Found<'a>> {
    let reference = as_reference(path)?;
    reference.paragraph?;
    library.resolve(&Reference {
        paragraph: None,
        ..reference
    })
}

fn missing(library: &Library, path: &str) -> String {
    match parent(library, path) {
        Some(found) => {
            let count = counted(found.section.paragraphs().len(), "paragraph");
            format!("{} has {count}: there is no other.", found.reference)
        }
        None => "There is no page at this address.".to_owned(),
    }
}

fn near(library: &Library, path: &str) -> Vec<Entry> {
    if path.len() > LONGEST {
        return Vec::new();
    }
    let shorts: Vec<String> = library.references().map(address::short).collect();
    let pages = address::all(library);
    let first = parent(library, path).map(|found| address::short(&found.reference));
    let candidates = shorts.iter().chain(&pages).map(String::as_str);
    // `/strategy/sovereignty` leaves out the kind, `/sovereignty` all but the name.
    let named = pages.iter().filter(|page| {
        let mut parts = page.rsplit('/');
        let asked = path.rsplit('/').next();
        parts.next() == asked && page.len() > path.len()
    });
    let mut offered: Vec<Entry> = Vec::new();
    for path in
        first
            .iter()
            .chain(named)
            .map(String::as_str)
            .chain(ranked(path, candidates, 2 * OFFERS))
    {
        let entry = entry(library, path);
        if !offered.iter().any(|other| other.href == entry.href) {
            offered.push(entry);
        }
    }
    offered.truncate(OFFERS);
    offered
}

fn entry(library: &Library, path: &str) -> Entry {
    let named = as_reference(path).and_then(|reference| library.resolve(&reference));
    let by_page = || {
        let sections = library
            .documents
            .iter()
            .flat_map(|document| &document.sections);
        let section = sections
            .into_iter()
            .find(|section| address::section(section) == path)?;
        library.resolve(&section.reference)
    };
    match named.or_else(by_page) {
        Some(found) => Entry {
            href: address::of(library, &found.reference).unwrap_or_else(|| path.to_owned()),
            label: typographic(found.section.heading_text(), None),
            reference: found.reference.to_string(),
            colour: Some(found.document.metadata.colour.name()),
        },
        None => Entry {
            href: path.to_owned(),
            label: path.to_owned(),
            reference: String::new(),
            colour: None,
        },
    }
}
