//! What several tests share: libraries, sites with all that they send, and pages as a parser reads
//! them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, OnceLock};
use std::thread;

use lectern::check::load_valid;
use lectern::content::{File, Source, read, report};
use lectern::library::{Document, Library, Part, Place, Reference};
use lectern::site::{Asset, Outcome, Resource, Route, Site};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use zip::ZipArchive;

/// The library of some files, which have to be sound.
pub fn library_of(files: &[File]) -> Library {
    load_valid(files).unwrap_or_else(|diagnostics| panic!("{}", report(files, &diagnostics)))
}

/// The library of the content that is compiled in.
pub fn embedded() -> Library {
    library_of(&read(&Source::Embedded))
}

/// The small sound content: a document of another shape than ours.
pub fn sound_files() -> Vec<File> {
    files_of("sound")
}

/// Two small documents with concordance, terms and actors.
pub fn scholarly_files() -> Vec<File> {
    files_of("scholarly")
}

/// The same with a third document that nobody compared with these two, and that has the words that
/// are missing in one of them.
pub fn with_third_document() -> Vec<File> {
    let mut files = scholarly_files();
    let guests = text_of(&files, "guests.md");
    let third = guests.replacen("id = \"guests\"", "id = \"third\"", 1);
    files.push(File::new("third.md", third));
    files
}

/// The files of a folder of `tests/sites`. Diagnostics show their names alone, which are the same
/// wherever the tests run.
fn files_of(site: &str) -> Vec<File> {
    let sites = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites"));
    let mut files = read(&Source::Folder(sites.join(site)));
    for file in &mut files {
        file.shown = file.name.clone();
    }
    files
}

/// What an unsound or sound content is told about; without a fault there is a library.
pub fn told(files: &[File]) -> String {
    match load_valid(files) {
        Ok(_) => report(files, &[]),
        Err(diagnostics) => {
            assert!(!diagnostics.is_empty(), "no library, and nobody says why");
            report(files, &diagnostics)
        }
    }
}

/// The text of one of some files.
pub fn text_of(files: &[File], name: &str) -> String {
    let file = files.iter().find(|file| file.name == name).unwrap();
    file.lossy().into_owned()
}

/// Puts another text in place of one that stands in a file.
pub fn change(files: &mut [File], name: &str, from: &str, to: &str) {
    let text = text_of(files, name);
    assert!(text.contains(from), "{name} does not hold {from:?}");
    set_contents(files, name, text.replacen(from, to, 1));
}

/// Gives a file other contents.
pub fn set_contents(files: &mut [File], name: &str, contents: impl Into<Vec<u8>>) {
    let file = files.iter_mut().find(|file| file.name == name).unwrap();
    *file = File::new(name, contents);
}

/// A page that is worth compressing.
pub const PAGE: &str = "/about";
/// A page of more than 100 KB.
pub const LARGE: &str = "/concordance/links";
/// Too short to be compressed.
pub const SHORT: &str = "/robots.txt";
/// A path of the site that leads on, and where to.
pub const MOVED: (&str, &str) = ("/strategy/ii.2.P2", "/strategy/II.2.p2");

/// The path of a file that is kept for ever, and text.
pub fn style() -> &'static str {
    Asset::named("site.css").unwrap().path()
}

/// The path of a file that is kept for ever, and compressed already.
pub fn font() -> &'static str {
    Asset::named("serif-roman.woff2").unwrap().path()
}

/// A site with all that it sends, which is rendered once, when a test first asks for any of it.
pub struct RenderedSite {
    pub site: Arc<Site>,
    resources: OnceLock<BTreeMap<String, (Route, Resource)>>,
}

impl RenderedSite {
    /// The site of a library, at an address if one is given.
    pub fn new(library: Library, base: Option<&str>) -> Self {
        let base = base.map(|base| base.parse().unwrap());
        Self {
            site: Arc::new(Site::new(library, base)),
            resources: OnceLock::new(),
        }
    }

    /// Everything that it sends, by path.
    pub fn resources(&self) -> &BTreeMap<String, (Route, Resource)> {
        self.resources.get_or_init(|| rendered(&self.site))
    }

    /// What the site is made from.
    pub fn library(&self) -> &Library {
        self.site.library()
    }

    /// The text that is sent for a path of the site.
    pub fn body(&self, path: &str) -> &str {
        let found = self.resources().get(path);
        let (_, resource) = found.unwrap_or_else(|| panic!("there is no {path}"));
        text(resource)
    }

    /// The page at a path.
    pub fn page(&self, path: &str) -> Html {
        Html::parse_document(self.body(path))
    }

    /// The data at a path.
    pub fn data(&self, path: &str) -> Value {
        serde_json::from_str(self.body(path)).unwrap()
    }

    /// Every page for people, with its path.
    pub fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let resources = self.resources().iter();
        let pages = resources.filter(|(_, (route, _))| route.is_page());
        pages.map(|(path, (_, page))| (path.as_str(), text(page)))
    }
}

/// Renders every route of a site, on all cores.
fn rendered(site: &Site) -> BTreeMap<String, (Route, Resource)> {
    let routes = site.routes();
    let render = |&route: &Route| (site.path(route), (route, site.render(route).unwrap()));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        // Routes of one sort stand together and take alike long, so that each thread takes some of
        // every sort.
        let threads: Vec<_> = (0..cores)
            .map(|first| {
                let own = routes.iter().skip(first).step_by(cores);
                scope.spawn(move || own.map(render).collect::<Vec<_>>())
            })
            .collect();
        let parts = threads.into_iter().map(|thread| thread.join().unwrap());
        parts.flatten().collect()
    })
}

/// The site of the content that is compiled in.
pub fn real() -> &'static RenderedSite {
    static SITE: LazyLock<RenderedSite> = LazyLock::new(|| RenderedSite::new(embedded(), None));
    &SITE
}

/// The site of the small sound content.
pub fn sound() -> &'static RenderedSite {
    static SITE: LazyLock<RenderedSite> =
        LazyLock::new(|| RenderedSite::new(library_of(&sound_files()), None));
    &SITE
}

/// The site of the small content with scholarship.
pub fn scholarly() -> &'static RenderedSite {
    static SITE: LazyLock<RenderedSite> =
        LazyLock::new(|| RenderedSite::new(library_of(&scholarly_files()), None));
    &SITE
}

/// The files of a law: items with numbers, tables, definitions.
pub fn law_files() -> Vec<File> {
    files_of("law")
}

/// Its site.
pub fn law() -> &'static RenderedSite {
    static SITE: LazyLock<RenderedSite> =
        LazyLock::new(|| RenderedSite::new(library_of(&law_files()), None));
    &SITE
}

/// The files of a site of poems, and of what else stands in lines.
pub fn verse_files() -> Vec<File> {
    files_of("verse")
}

/// Its site.
pub fn verse() -> &'static RenderedSite {
    static SITE: LazyLock<RenderedSite> =
        LazyLock::new(|| RenderedSite::new(library_of(&verse_files()), None));
    &SITE
}

/// The files of a site in several languages.
pub fn european_files() -> Vec<File> {
    files_of("european")
}

/// Its site.
pub fn european() -> &'static RenderedSite {
    static SITE: LazyLock<RenderedSite> =
        LazyLock::new(|| RenderedSite::new(library_of(&european_files()), None));
    &SITE
}

/// The files of a site with a text in Arabic.
pub fn arabic_files() -> Vec<File> {
    files_of("arabic")
}

/// Its site.
pub fn arabic() -> &'static RenderedSite {
    static SITE: LazyLock<RenderedSite> =
        LazyLock::new(|| RenderedSite::new(library_of(&arabic_files()), None));
    &SITE
}

/// The files of a site with a text in Chinese.
pub fn chinese_files() -> Vec<File> {
    files_of("chinese")
}

/// Its site.
pub fn chinese() -> &'static RenderedSite {
    static SITE: LazyLock<RenderedSite> =
        LazyLock::new(|| RenderedSite::new(library_of(&chinese_files()), None));
    &SITE
}

/// Sites of several shapes: the real one, one without any scholarship, a small one with some, a law,
/// poems, and texts in several languages of Europe, in Arabic and in Chinese.
pub fn sites() -> [&'static RenderedSite; 8] {
    [
        real(),
        sound(),
        scholarly(),
        law(),
        verse(),
        european(),
        arabic(),
        chinese(),
    ]
}

/// A part as tests show it: `house/1 heading`, `house/1.p2`, `house/1 quotation 1`.
pub fn part_name(library: &Library, part: Part) -> String {
    let reference = match part {
        Part::Quotation(_) => &library[library.section_of_part(part)].reference,
        Part::Heading(_) | Part::Paragraph(_) => library.reference(library.place_of(part)),
    };
    match part {
        Part::Heading(_) => format!("{reference} heading"),
        Part::Paragraph(_) => reference.to_string(),
        Part::Quotation(_) => {
            let parts = library[library.section_of_part(part)].parts().into_iter();
            let mut quotations = parts.filter(|one| matches!(one, Part::Quotation(_)));
            let before = quotations.position(|one| one == part).unwrap();
            format!("{reference} quotation {}", before + 1)
        }
    }
}

/// What a reference such as `strategy/II.2.p3` names.
pub fn place(library: &Library, reference: &str) -> Place {
    let reference = Reference::parse(reference).unwrap();
    library.resolve(&reference).unwrap()
}

/// How many paragraphs of a document are asked for a match: all but those of its apparatus.
pub fn counted(library: &Library, document: &Document) -> usize {
    let sections = library[document.sections].iter();
    let argument = sections.filter(|section| !section.is_apparatus);
    argument.map(|section| section.paragraphs.len()).sum()
}

/// A body, which has to be text.
pub fn text(resource: &Resource) -> &str {
    std::str::from_utf8(&resource.body).unwrap()
}

/// Whether a path is that of a book.
pub fn is_book(path: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|ending| ending == "epub")
}

/// The files of an archive by their names, in order; those of images without what is no text.
pub fn unpacked(archive: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).unwrap();
    let places = 0..archive.len();
    places
        .map(|place| {
            let mut file = archive.by_index(place).unwrap();
            let name = file.name().unwrap().into_owned();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            let is_image = Path::new(&name).extension() == Some("png".as_ref());
            let text = String::from_utf8_lossy(&bytes).into_owned();
            assert!(is_image || text.as_bytes() == bytes, "{name}");
            (name, text)
        })
        .collect()
}

/// The page that says why something is refused.
pub fn refusal(outcome: Outcome) -> Resource {
    match outcome {
        Outcome::Refused(page) => page,
        other => panic!("not refused: {other:?}"),
    }
}

/// The elements of a page that a selector names.
pub fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    all_in(page.root_element(), selector)
}

/// The elements inside another that a selector names.
pub fn all_in<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap();
    element.select(&selector).collect()
}

/// The one element of a page that a selector names.
pub fn the<'a>(page: &'a Html, selector: &str) -> ElementRef<'a> {
    the_in(page.root_element(), selector)
}

/// The one element inside another that a selector names.
pub fn the_in<'a>(element: ElementRef<'a>, selector: &str) -> ElementRef<'a> {
    match all_in(element, selector).as_slice() {
        [only] => *only,
        found => panic!("{} elements are {selector}", found.len()),
    }
}

/// The value of an attribute, which has to be there.
pub fn attribute<'a>(element: ElementRef<'a>, name: &str) -> &'a str {
    let value = element.value().attr(name);
    value.unwrap_or_else(|| panic!("no {name} in {}", element.html()))
}

/// The values of all attributes of a page that have this name.
pub fn values(page: &Html, name: &str) -> Vec<String> {
    let elements = all(page, &format!("[{name}]")).into_iter();
    elements
        .map(|element| attribute(element, name).to_owned())
        .collect()
}

/// Everything that a page leads to or loads.
pub fn links(page: &Html) -> Vec<String> {
    ["href", "src", "action"]
        .map(|name| values(page, name))
        .concat()
}

/// The words of an element, with single spaces between them.
pub fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Holds what is sent for a path against its snapshot, which is named for the page.
pub fn snapshot(site: &RenderedSite, name: &str, path: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("snapshots/pages");
    let shown = without_hashes(site.body(path));
    settings.bind(|| insta::assert_snapshot!(name, shown));
}

/// A text without the hashes in the names of static files, which change with every change of style.
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
