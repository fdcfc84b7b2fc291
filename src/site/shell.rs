//! What every page has around its content: head, header and footer.

use super::assets;
use super::quotes::typographic;
use crate::library::Library;
use crate::library::address;
use crate::library::document::Document;
use crate::library::metadata::Colour;

/// The facts that `base.html` shows.
pub struct Shell {
    /// The whole of `<title>`.
    pub title: String,
    /// The page in a sentence, for search engines and link previews.
    pub description: String,
    /// The site's name.
    pub site: String,
    /// The links of the header.
    pub nav: Vec<NavLink>,
    /// The style sheet's path.
    pub css: String,
    /// The path of the face that every page is set in.
    pub font: String,
    /// The icon's path.
    pub icon: String,
    /// The edition, as the footer shows it.
    pub edition: String,
    /// The colour of the document that the page belongs to.
    pub colour: Option<&'static str>,
    /// The links to the page's data, with their media types.
    pub data: Vec<DataLink>,
}

/// A link of the header.
pub struct NavLink {
    /// Its word.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// The colour of its document, if it leads to one.
    pub colour: Option<&'static str>,
    /// Whether the page is this place or below it.
    pub current: bool,
}

/// The same content for machines.
pub struct DataLink {
    /// Its media type.
    pub media_type: &'static str,
    /// Its path.
    pub href: String,
    /// Its name: `JSON`, `Markdown`.
    pub label: &'static str,
}

/// What a page says of itself.
pub struct Head<'a> {
    /// Its path; `None` for an error page, which may stand anywhere.
    pub path: Option<&'a str>,
    /// Its title, without the site's name; `None` for the home page.
    pub title: Option<String>,
    /// What it holds, in a sentence.
    pub description: String,
    /// The document it belongs to.
    pub document: Option<&'a Document>,
    /// Whether its path has `.json` and `.md`.
    pub data: bool,
}

impl Shell {
    /// The shell of a page of this library.
    pub fn new(library: &Library, head: Head<'_>) -> Self {
        let settings = &library.settings;
        let title = match head.title {
            Some(title) => format!("{} · {}", typographic(&title, None), settings.title),
            None => format!(
                "{}: {}",
                settings.title,
                typographic(&settings.tagline, None)
            ),
        };
        Self {
            title,
            description: typographic(&head.description, None),
            site: settings.title.clone(),
            nav: nav(library, head.path, head.document),
            css: assets::path("site.css").unwrap_or_default(),
            font: assets::path("serif-roman.woff2").unwrap_or_default(),
            icon: assets::path("icon.svg").unwrap_or_default(),
            edition: format!(
                "Edition {}, {}, by {}",
                settings.edition,
                settings.edition_date.in_words(),
                in_sentence(&settings.editors)
            ),
            colour: head
                .document
                .map(|document| document.metadata.colour.name()),
            data: head
                .path
                .filter(|_| head.data)
                .map(data)
                .unwrap_or_default(),
        }
    }
}

/// "The editors of …" reads on in the middle of a sentence as "the editors of …".
fn in_sentence(name: &str) -> String {
    match name.strip_prefix("The ") {
        Some(rest) => format!("the {rest}"),
        None => name.to_owned(),
    }
}

fn data(path: &str) -> Vec<DataLink> {
    vec![
        DataLink {
            media_type: "application/json",
            href: format!("{path}.json"),
            label: "JSON",
        },
        DataLink {
            media_type: "text/markdown",
            href: format!("{path}.md"),
            label: "Markdown",
        },
    ]
}

fn nav(library: &Library, path: Option<&str>, own: Option<&Document>) -> Vec<NavLink> {
    let link = |label: &str, href: String, colour: Option<Colour>, within: bool| NavLink {
        current: within || path == Some(href.as_str()),
        label: label.to_owned(),
        href,
        colour: colour.map(Colour::name),
    };
    let documents = library.documents.iter().map(|document| {
        let within = own.is_some_and(|own| own.id == document.id);
        let metadata = &document.metadata;
        let colour = Some(metadata.colour);
        link(
            &metadata.short_title,
            address::document(document),
            colour,
            within,
        )
    });
    let compared = &library.settings.compare_kind;
    let used = library.shared_kinds().any(|kind| kind == compared);
    let compare = used.then(|| link(&compared.plural, address::kind(compared), None, false));
    let pages = library
        .pages
        .iter()
        .map(|page| link(&page.title, address::page(page), None, false));
    documents.chain(compare).chain(pages).collect()
}
