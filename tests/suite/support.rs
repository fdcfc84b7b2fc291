//! What several tests share: libraries, sites with all that they send, and pages as a parser reads
//! them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use lectern::check::load_valid;
use lectern::content::{File, Source, read, report};
use lectern::library::Library;
use lectern::site::{Asset, Resource, Route, Site};
use scraper::{ElementRef, Html, Selector};

/// The library of some files, which have to be sound.
pub fn library_of(files: &[File]) -> Library {
    load_valid(files).unwrap_or_else(|diagnostics| panic!("{}", report(files, &diagnostics)))
}

/// The library of the content that is compiled in.
pub fn embedded() -> Library {
    library_of(&read(&Source::Embedded))
}

/// The folder of the small sound content.
pub fn sound_folder() -> PathBuf {
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites/sound").into()
}

/// The small sound content: a document of another shape than ours.
pub fn sound_files() -> Vec<File> {
    let mut files = read(&Source::Folder(sound_folder()));
    for file in &mut files {
        file.shown = file.name.clone();
    }
    files
}

/// A page that is worth compressing.
pub const PAGE: &str = "/about";
/// A page of more than 100 KB.
pub const LARGE: &str = "/concordance/links";
/// Too short to be compressed.
pub const SHORT: &str = "/robots.txt";
/// A path of the site that leads on, and where to.
pub const MOVED: (&str, &str) = (
    "/strategy/II.2.p2",
    "/strategy/principles/sovereignty#II.2.p2",
);

/// A file that is kept for ever, and text.
pub fn style() -> &'static str {
    Asset::named("site.css").unwrap().path()
}

/// A file that is kept for ever, and compressed already.
pub fn font() -> &'static str {
    Asset::named("serif-roman.woff2").unwrap().path()
}

/// A site with all that it sends, rendered once.
pub struct RenderedSite {
    pub site: Arc<Site>,
    /// By path.
    pub resources: BTreeMap<String, (Route, Resource)>,
}

impl RenderedSite {
    /// Renders every route.
    pub fn new(site: Site) -> Self {
        let routes = site.routes().into_iter();
        let resources = routes.map(|route| {
            let resource = site.render(route).unwrap();
            (site.path(route), (route, resource))
        });
        Self {
            resources: resources.collect(),
            site: Arc::new(site),
        }
    }

    /// What the site is made from.
    pub fn library(&self) -> &Library {
        self.site.library()
    }

    /// What the site sends for a path, which has to be text.
    pub fn body(&self, path: &str) -> &str {
        let found = self.resources.get(path);
        let (_, resource) = found.unwrap_or_else(|| panic!("there is no {path}"));
        std::str::from_utf8(&resource.body).unwrap()
    }

    /// What the site sends for a route, which has to be text.
    pub fn page(&self, route: Route) -> &str {
        self.body(&self.site.path(route))
    }

    /// The data at a path.
    pub fn data(&self, path: &str) -> serde_json::Value {
        serde_json::from_str(self.body(path)).unwrap()
    }

    /// Every page with its path.
    pub fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let pages = self.resources.iter().filter(|(_, (route, _))| route.is_page());
        pages.map(|(path, (_, page))| (path.as_str(), std::str::from_utf8(&page.body).unwrap()))
    }
}

/// The site of the content that is compiled in.
pub fn real() -> &'static RenderedSite {
    static SITE: LazyLock<RenderedSite> =
        LazyLock::new(|| RenderedSite::new(Site::new(embedded(), None)));
    &SITE
}

/// The site of the small sound content.
pub fn sound() -> &'static RenderedSite {
    static SITE: LazyLock<RenderedSite> =
        LazyLock::new(|| RenderedSite::new(Site::new(library_of(&sound_files()), None)));
    &SITE
}

/// A page, parsed.
pub fn parsed(page: &str) -> Html {
    Html::parse_document(page)
}

/// The elements of a page that a selector names.
pub fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

/// The words of an element, with white space single.
pub fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Holds a page against its snapshot. Names the snapshot by the page, and takes out the hashes of
/// static files, which change with every change of style.
pub fn snapshot(site: &RenderedSite, name: &str, path: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("snapshots/pages");
    let shown = without_hashes(site.body(path));
    settings.bind(|| insta::assert_snapshot!(name, shown));
}

/// A text without the hashes of static files.
pub fn without_hashes(text: &str) -> String {
    let mut parts = text.split("/static/");
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (stem, rest) = part.split_once('.').unwrap();
        let (_, rest) = rest.split_once('.').unwrap();
        shown.push_str(&format!("/static/{stem}.HASH.{rest}"));
    }
    shown
}
