//! The facts that `base.html` shows.

use std::borrow::Cow;

use super::json_ld::JsonLd;
use super::nav::{NavLink, footer_links, header_links};
use super::preview::Preview;
use super::scholar::{Meta, metas};
use super::sheet::Sheet;
use crate::cite::Cited;
use crate::library::{Document, Library, Settings};
use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::html::Html;
use crate::site::routes::{CitationFormat, Discovery, Format, Route, TextFormat};

/// What a page has around its content.
pub struct Shell<'a> {
    /// The page's title, without the site's name; on the home page the site's tagline.
    pub title: Cow<'a, str>,
    /// The page in a sentence, for search engines and link previews.
    pub description: Cow<'a, str>,
    /// Whether it is the home page, whose title begins with the site's name.
    pub is_home: bool,
    /// What `site.toml` says of the site as a whole.
    pub settings: &'a Settings,
    /// The home page.
    pub home: Href<'a>,
    /// Search.
    pub search: Href<'a>,
    /// How a browser learns to search the site.
    pub opensearch: Href<'a>,
    /// The page of all documents.
    pub texts: Href<'a>,
    /// What each edition changed, if that is told.
    pub editions: Option<Href<'a>>,
    /// The same as a feed, on the pages where programs look for one.
    pub feed: Option<Href<'a>>,
    /// The links of the header.
    pub nav: Vec<NavLink<'a>>,
    /// The links of the footer: the pages that the header does not lead to.
    pub more: Vec<NavLink<'a>>,
    /// What a link to the page shows elsewhere; only where its whole address is known.
    pub preview: Option<Preview>,
    /// The colour of the document that the page belongs to.
    pub colour: Option<&'static str>,
    /// What it says of its work to programs that keep references.
    pub metas: Vec<Meta>,
    /// The same in the vocabulary of schema.org.
    pub json_ld: Option<Html<JsonLd>>,
    /// The links to the page's data.
    pub data: Vec<DataLink<'a>>,
    /// The same work for programs that keep references; on the page of a section they stand elsewhere.
    pub files: Vec<DataLink<'a>>,
    /// Whether it may show words in another language than English.
    pub has_languages: bool,
    /// What stands in the search box.
    pub query: &'a str,
    /// Whether search engines may list the page.
    pub indexed: bool,
    /// What a printed page says of its source.
    pub sheet: Sheet<'a>,
    /// The version of the content, where the page awaits the next.
    pub version: Option<u64>,
}

/// The same content for machines.
pub struct DataLink<'a> {
    /// Its media type.
    pub media_type: &'static str,
    /// Its address.
    pub href: Href<'a>,
    /// Its name: `JSON`, `Markdown`.
    pub label: &'static str,
}

/// What a page says of itself.
pub struct Head<'a> {
    /// Its route; `None` for a page without an address of its own, such as an error.
    pub route: Option<Route>,
    /// Its title, without the site's name; `None` for the home page.
    pub title: Option<Cow<'a, str>>,
    /// What it holds, in a sentence.
    pub description: Cow<'a, str>,
    /// The document it belongs to.
    pub document: Option<&'a Document>,
}

impl<'a> Head<'a> {
    /// A page at this route that belongs to no document.
    pub fn new(
        route: Route,
        title: impl Into<Cow<'a, str>>,
        description: impl Into<Cow<'a, str>>,
    ) -> Self {
        Self {
            route: Some(route),
            title: Some(title.into()),
            description: description.into(),
            document: None,
        }
    }

    /// The same for a page that belongs to this document.
    #[must_use]
    pub fn of(self, document: &'a Document) -> Self {
        Self {
            document: Some(document),
            ..self
        }
    }

    /// The same for a page that has no address of its own.
    #[must_use]
    pub fn without_address(self) -> Self {
        Self {
            route: None,
            ..self
        }
    }
}

/// Whether a page may show words in another language than English: those of its document and of the
/// documents compared with it; where it belongs to none, those of any.
fn has_languages(library: &Library, own: Option<&Document>) -> bool {
    let is_foreign = |document: &Document| !document.metadata.language.is_english();
    match own {
        Some(own) => {
            let mut others = library.compared.with(own.id);
            is_foreign(own) || others.any(|other| is_foreign(&library[other]))
        }
        None => library.documents().iter().any(is_foreign),
    }
}

impl<'a> Shell<'a> {
    /// The shell of a page.
    pub fn new(ctx: RenderContext<'a>, head: Head<'a>) -> Self {
        let library = ctx.library;
        let settings = &library.settings;
        let is_home = head.title.is_none();
        let has_feed = matches!(head.route, Some(Route::Home | Route::Editions));
        let has_feed = has_feed && !library.editions.is_empty();
        let title = head.title.unwrap_or(settings.tagline.as_str().into());
        let path = head.route.map(|route| ctx.href(route).to_string());
        let cited = head.route.map(|route| ctx.href(route.canonical()));
        let preview = ctx
            .base
            .zip(cited)
            .map(|(base, cited)| Preview::new(library, base, &cited.to_string(), head.document));
        Self {
            version: ctx.version,
            home: ctx.href(Route::Home),
            search: ctx.href(Route::Search(Format::Html)),
            opensearch: ctx.href(Route::Discovery(Discovery::OpenSearch)),
            texts: ctx.href(Route::Texts),
            editions: (!library.editions.is_empty()).then(|| ctx.href(Route::Editions)),
            feed: has_feed.then(|| ctx.href(Route::Discovery(Discovery::EditionsFeed))),
            nav: header_links(ctx, head.route, head.document),
            more: footer_links(ctx, head.route),
            preview,
            colour: head
                .document
                .map(|document| document.metadata.colour.name()),
            data: head
                .route
                .map_or_else(Vec::new, |route| data_links(ctx, route)),
            metas: head.route.map_or_else(Vec::new, |route| metas(ctx, route)),
            json_ld: head.route.and_then(|route| JsonLd::of(ctx, route)),
            files: match head.route.and_then(Route::cited) {
                None | Some(Cited::Section(_)) => Vec::new(),
                Some(cited) => citation_files(ctx, cited),
            },
            has_languages: has_languages(library, head.document),
            query: "",
            indexed: true,
            sheet: Sheet::new(ctx, path.as_deref(), head.document),
            description: head.description,
            title,
            is_home,
            settings,
        }
    }

    /// The same, for a page of results, which search engines are asked to leave out.
    #[must_use]
    pub fn not_indexed(self, query: &'a str) -> Self {
        Self {
            query,
            indexed: false,
            ..self
        }
    }

    /// The same, for a page that names its sources itself.
    #[must_use]
    pub fn with_sources_of_its_own(mut self) -> Self {
        self.sheet.sources.clear();
        self
    }

    /// The same, for another form of a page: search engines are asked to leave it out, and told the
    /// page's own address.
    #[must_use]
    pub fn standing_for(mut self, ctx: RenderContext<'a>, page: Route) -> Self {
        self.indexed = false;
        if let Some((base, preview)) = ctx.base.zip(self.preview.as_mut()) {
            preview.url = base.whole(&ctx.href(page).to_string());
        }
        self
    }

    /// The same, for a page whose address is more than its path.
    #[must_use]
    pub fn found_at(mut self, address: String) -> Self {
        self.sheet.address = Some(address);
        self
    }
}

fn data_links(ctx: RenderContext<'_>, route: Route) -> Vec<DataLink<'_>> {
    let data = route.data().into_iter();
    data.map(|(format, route)| {
        let (media_type, label) = match format {
            TextFormat::Html => ("text/html", "HTML"),
            TextFormat::Json => ("application/json", "JSON"),
            TextFormat::Markdown => ("text/markdown", "Markdown"),
        };
        DataLink {
            media_type,
            href: ctx.href(route),
            label,
        }
    })
    .collect()
}

/// The same item for programs that keep references.
fn citation_files(ctx: RenderContext<'_>, cited: Cited) -> Vec<DataLink<'_>> {
    let files = CitationFormat::ALL.into_iter();
    files
        .map(|format| DataLink {
            media_type: format.media_type(),
            href: ctx.href(Route::Citation(cited, format)),
            label: format.label(),
        })
        .collect()
}
