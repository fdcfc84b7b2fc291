//! From the library to the site: every path with what is sent for it. Pure: no disk, no clock.
//!
//! One file a kind of page, each with its template's struct.

mod assets;
mod byline;
mod document;
mod error;
mod facts;
mod full;
pub mod hash;
mod home;
mod json;
mod link;
mod listing;
mod markdown;
mod page;
mod prose;
mod quotes;
mod resource;
mod section;
mod shell;
mod text;

pub use resource::{Keep, Resource};

use std::collections::BTreeMap;

use serde::Serialize;

use crate::library::Library;
use crate::library::address;
use crate::library::document::Document;

use document::DocumentPage;
use error::ErrorPage;
use full::FullPage;
use home::Home;
use json::{DocumentData, SectionData};
use listing::Listing;
use page::WrittenPage;
use section::SectionPage;

/// Every page and file of the site, and where other addresses lead.
#[derive(Debug)]
pub struct Site {
    library: Library,
    resources: BTreeMap<String, Resource>,
    /// By path in lower case.
    redirects: BTreeMap<String, String>,
}

/// Renders the whole site. The same library gives the same bytes.
#[must_use]
pub fn render(library: Library) -> Site {
    let mut resources = BTreeMap::new();
    let mut add = |path: String, resource: Resource| {
        resources.insert(path, resource);
    };
    add(address::HOME.to_owned(), html(&Home::new(&library)));
    for page in &library.pages {
        add(address::page(page), html(&WrittenPage::new(&library, page)));
    }
    for kind in library.shared_kinds() {
        add(address::kind(kind), html(&Listing::of_all(&library, kind)));
    }
    for document in &library.documents {
        add_document(&library, document, &mut add);
    }
    for (path, resource) in assets::all() {
        add(path, resource);
    }
    let redirects = redirects(&library, &resources);
    Site::new(library, resources, redirects)
}

fn add_document(library: &Library, document: &Document, add: &mut impl FnMut(String, Resource)) {
    let about = address::document(document);
    add(
        format!("{about}.json"),
        json_of(&DocumentData::new(document)),
    );
    add(
        format!("{about}.md"),
        markdown_of(markdown::document(library, document)),
    );
    add(about, html(&DocumentPage::new(library, document)));
    add(
        address::full(document),
        html(&FullPage::new(library, document)),
    );
    for kind in library.kinds_of(document) {
        let listing = Listing::of_document(library, document, kind);
        add(address::listing(document, kind), html(&listing));
    }
    for (at, section) in document.sections.iter().enumerate() {
        let path = address::section(section);
        add(
            format!("{path}.json"),
            json_of(&SectionData::new(document, at)),
        );
        add(
            format!("{path}.md"),
            markdown_of(markdown::section(library, document, at)),
        );
        add(path, html(&SectionPage::new(library, document, at)));
    }
}

/// The short addresses of sections and paragraphs, with those of sections' data; the data of the
/// whole text, which are the document's; the kinds of one document; and every page whose path was
/// written in capitals.
fn redirects(
    library: &Library,
    resources: &BTreeMap<String, Resource>,
) -> BTreeMap<String, String> {
    let mut redirects = BTreeMap::new();
    for path in resources.keys() {
        redirects.insert(path.to_lowercase(), path.clone());
    }
    for document in &library.documents {
        for end in ["json", "md"] {
            let whole = format!("{}.{end}", address::full(document));
            redirects.insert(whole, format!("{}.{end}", address::document(document)));
        }
    }
    for kind in &library.kinds {
        let mut documents = library.documents_with(kind);
        if let (Some(document), None) = (documents.next(), documents.next()) {
            redirects.insert(address::kind(kind), address::listing(document, kind));
        }
    }
    for reference in library.references() {
        let Some(place) = address::of(library, reference) else {
            continue;
        };
        let short = address::short(reference).to_lowercase();
        if reference.paragraph.is_none() {
            for end in ["json", "md"] {
                redirects.insert(format!("{short}.{end}"), format!("{place}.{end}"));
            }
        }
        redirects.insert(short, place);
    }
    redirects
}

impl Site {
    /// A site of these resources by path, with redirects by path in lower case; the library is for
    /// the pages that are made when nothing else answers.
    #[must_use]
    pub fn new(
        library: Library,
        resources: BTreeMap<String, Resource>,
        redirects: BTreeMap<String, String>,
    ) -> Self {
        Self {
            library,
            resources,
            redirects,
        }
    }

    /// Every resource with its path, as it stands in a link.
    pub fn resources(&self) -> impl Iterator<Item = (&str, &Resource)> {
        self.resources
            .iter()
            .map(|(path, resource)| (path.as_str(), resource))
    }

    /// Where a path that is no resource leads, if anywhere.
    #[must_use]
    pub fn redirect(&self, path: &str) -> Option<String> {
        self.redirects
            .get(&path.to_lowercase())
            .filter(|place| *place != path)
            .cloned()
    }

    /// The page for a path that leads nowhere: it offers the nearest.
    #[must_use]
    pub fn not_found(&self, path: &str) -> Resource {
        html(&ErrorPage::not_found(&self.library, path))
    }

    /// The page for any other error.
    #[must_use]
    pub fn error_page(&self, status: u16, reason: &str) -> Resource {
        html(&ErrorPage::status(&self.library, status, reason))
    }
}

fn html(template: &impl askama::Template) -> Resource {
    // Templates write to memory and call nothing that fails.
    let body = template.render().unwrap_or_default();
    text("text/html; charset=utf-8", body)
}

fn json_of(data: &impl Serialize) -> Resource {
    let mut body = serde_json::to_string_pretty(data).unwrap_or_default();
    body.push('\n');
    text("application/json", body)
}

fn markdown_of(body: String) -> Resource {
    text("text/markdown; charset=utf-8", body)
}

fn text(media_type: &'static str, body: String) -> Resource {
    Resource {
        media_type,
        keep: Keep::Revalidate,
        body: body.into(),
    }
}
