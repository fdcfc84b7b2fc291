//! What every page has around its content: head, header and footer.

use super::assets;
use super::edition::Edition;
use super::preview::Preview;
use super::quotes::typographic;
use super::sheet::Sheet;
use crate::library::Library;
use crate::library::address;
use crate::library::document::Document;
use crate::library::metadata::Colour;
use crate::library::page::Page;

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
    /// The links of the footer: the pages that the header does not lead to.
    pub more: Vec<NavLink>,
    /// The style sheet's path.
    pub css: String,
    /// The path of the face that every page is set in.
    pub font: String,
    /// The icon's path.
    pub icon: String,
    /// The path of the script that restores the display choices before the first paint.
    pub display: String,
    /// The path of the script of the reading comforts.
    pub script: String,
    /// The path of the script of the search box.
    pub suggestions: String,
    /// The path of the icon for the home screens of phones.
    pub touch_icon: String,
    /// What a link to the page shows elsewhere; only where its whole address is known.
    pub preview: Option<Preview>,
    /// The edition, as the footer shows it.
    pub edition: String,
    /// The colour of the document that the page belongs to.
    pub colour: Option<&'static str>,
    /// The links to the page's data, with their media types.
    pub data: Vec<DataLink>,
    /// What stands in the search box.
    pub query: String,
    /// Whether search engines may list the page.
    pub indexed: bool,
    /// What a printed page says of its source.
    pub sheet: Sheet,
}

/// A link of the header or footer.
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
    /// Its path; `None` for a page without an address of its own, such as an error.
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
    /// The shell of a page of this edition.
    pub fn new(edition: Edition<'_>, head: Head<'_>) -> Self {
        let library = edition.library;
        let settings = &library.settings;
        let sheet = Sheet::new(
            edition,
            head.title.as_deref().unwrap_or(&settings.tagline),
            head.path,
            head.document,
        );
        let (own_title, title) = if let Some(title) = head.title {
            let title = typographic(&title, None);
            let whole = format!("{title} · {}", settings.title);
            (title, whole)
        } else {
            let tagline = typographic(&settings.tagline, None);
            let whole = format!("{}: {tagline}", settings.title);
            (tagline, whole)
        };
        let preview = edition
            .base
            .zip(head.path)
            .map(|(base, path)| Preview::new(library, base, path, own_title, head.document));
        Self {
            title,
            description: typographic(&head.description, None),
            site: settings.title.clone(),
            nav: nav(library, head.path, head.document),
            more: more(library, head.path),
            css: assets::path("site.css").unwrap_or_default(),
            font: assets::path("serif-roman.woff2").unwrap_or_default(),
            icon: assets::path("icon.svg").unwrap_or_default(),
            display: assets::path("display.js").unwrap_or_default(),
            script: assets::path("lectern.js").unwrap_or_default(),
            suggestions: assets::path("search.js").unwrap_or_default(),
            touch_icon: assets::path("touch.png").unwrap_or_default(),
            preview,
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
            query: String::new(),
            indexed: true,
            sheet,
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

impl Shell {
    /// The same, for a page whose path has `.json` and no `.md`.
    pub fn with_json(mut self, path: &str) -> Self {
        self.data = data(path);
        self.data.truncate(1);
        self
    }

    /// The same, for a page of results, which search engines are asked to leave out.
    pub fn not_indexed(mut self, query: &str) -> Self {
        query.clone_into(&mut self.query);
        self.indexed = false;
        self
    }

    /// The same, for a page whose address is more than its path.
    pub fn found_at(mut self, address: String) -> Self {
        self.sheet.address = Some(address);
        self
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
        colour: colour.map(Colour::name),
        ..nav_link(label, href, path, within)
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
    let below = path.is_some_and(|path| path.starts_with(&format!("{}/", address::TERMS)));
    let terms =
        (!library.terms.is_empty()).then(|| link("Terms", address::TERMS.to_owned(), None, below));
    let named = library.settings.nav.iter();
    let pages = named
        .filter_map(|name| library.pages.iter().find(|page| page.slug.as_str() == name))
        .map(|page| link(&page.title, address::page(page), None, false));
    let within = path.is_some_and(|path| path.starts_with(address::CONCORDANCE));
    let linked = !library.concordance.links.is_empty();
    let concordance = linked.then(|| {
        let href = address::CONCORDANCE.to_owned();
        link("Concordance", href, None, within)
    });
    documents
        .chain(compare)
        .chain(concordance)
        .chain(terms)
        .chain(pages)
        .collect()
}

fn more(library: &Library, path: Option<&str>) -> Vec<NavLink> {
    let left = |page: &&Page| {
        let mut named = library.settings.nav.iter();
        !named.any(|name| name == page.slug.as_str())
    };
    let pages = library.pages.iter().filter(left);
    let pages = pages.map(|page| nav_link(&page.title, address::page(page), path, false));
    let actors = (!library.actors.actors.is_empty())
        .then(|| nav_link("Actors", address::ACTORS.to_owned(), path, false));
    let search = nav_link("Search", address::SEARCH.to_owned(), path, false);
    pages.chain(actors).chain([search]).collect()
}

fn nav_link(label: &str, href: String, path: Option<&str>, within: bool) -> NavLink {
    NavLink {
        label: label.to_owned(),
        current: within || path == Some(href.as_str()),
        href,
        colour: None,
    }
}
