//! The site as a folder of files: what is in it, and what becomes of the folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use lectern::check::site_of;
use lectern::export::{Compression, ExportFailure, ExportOptions, FolderError, export, media_type};
use lectern::site::{CachePolicy, CopySearch, Format, HandoutFormat, Route, Site};

use crate::support::{embedded, library_of, scholarly, scholarly_files, sound};

/// A place for folders that goes with the test.
pub struct Place(PathBuf);

impl Place {
    pub fn new(name: &str) -> Self {
        let place =
            std::env::temp_dir().join(format!("lectern-export-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&place);
        fs::create_dir_all(&place).unwrap();
        Self(place)
    }

    pub fn folder(&self) -> PathBuf {
        self.0.join("site")
    }

    /// Everything that stands in the place, by its name.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.0, &self.0, &mut files);
        files
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap();
            files.insert(name.to_owned(), fs::read(&path).unwrap());
        }
    }
}

fn without_search(compression: Compression) -> ExportOptions<'static> {
    ExportOptions {
        compression,
        pagefind: None,
    }
}

fn write(site: &Site, folder: &Path, compression: Compression) {
    export(site, folder, without_search(compression), &|_, _| {}).unwrap();
}

fn file_of(path: &str, media_type: &str) -> String {
    match (path, media_type.starts_with("text/html")) {
        ("/", _) => "site/index.html".to_owned(),
        (_, true) => format!("site{path}.html"),
        (_, false) => format!("site{path}"),
    }
}

#[test]
fn what_is_served_without_a_query_is_a_file() {
    let place = Place::new("served");
    let site = &scholarly().site;
    write(site, &place.folder(), Compression::None);
    let files = place.files();
    let mut left_out = Vec::new();
    for route in site.routes() {
        let (path, served) = (site.path(route), site.render(route).unwrap());
        match files.get(&file_of(&path, served.media_type)) {
            Some(file) if served.body == *file => {}
            Some(_) => left_out.push(format!("{path} says that it needs the server")),
            None => left_out.push(format!("{path} is no file")),
        }
    }
    assert_eq!(
        left_out,
        [
            "/search says that it needs the server",
            "/compare says that it needs the server",
            "/cite says that it needs the server",
            "/handout says that it needs the server",
            "/api says that it needs the server",
            "/handout.md is no file",
            "/search.json is no file",
            "/search/suggest is no file",
            "/openapi.json is no file",
            "/healthz is no file",
            "/opensearch.xml is no file",
            "/robots.txt is no file",
            "/sitemap.xml is no file",
        ]
    );
}

#[test]
fn web_servers_are_told_what_each_file_is() {
    let base = "https://texts.example".parse().unwrap();
    let site = site_of(library_of(&scholarly_files()), Some(base)).unwrap();
    let sites = [&site, &sound().site];
    for site in sites {
        for route in site.copied_routes() {
            let (path, served) = (
                site.path(route),
                site.render_copy(route, CopySearch::None).unwrap(),
            );
            let name = file_of(&path, served.media_type);
            assert_eq!(media_type(&name), Some(served.media_type), "{path}");
            let is_fixed = served.cache_policy == CachePolicy::Immutable;
            assert_eq!(is_fixed, path.starts_with("/static/"), "{path}");
        }
    }
}

#[test]
fn page_that_needs_the_server_says_so_and_asks_for_nothing() {
    let site = &scholarly().site;
    for route in [
        Route::Search(Format::Html),
        Route::Handout(HandoutFormat::Html),
        Route::Citing,
        Route::Compare,
        Route::Api,
    ] {
        let page = site.render_copy(route, CopySearch::None).unwrap();
        let page = str::from_utf8(&page.body).unwrap();
        assert!(page.contains("This copy of the site"), "{page}");
        let main = page.split("<main").nth(1).unwrap();
        assert!(!main.contains("<form"), "{main}");
    }
}

#[test]
fn other_names_lead_to_the_page_by_every_means() {
    let place = Place::new("names");
    let base = "https://texts.example/below/".parse().unwrap();
    let site = site_of(library_of(&scholarly_files()), Some(base)).unwrap();
    write(&site, &place.folder(), Compression::None);
    let files = place.files();
    let told = |name: &str| String::from_utf8(files[&format!("site/{name}")].clone()).unwrap();
    let redirects = site.redirects();
    assert!(redirects.len() > 10, "{redirects:?}");
    for one in &redirects {
        let (from, to) = (format!("/below{}", one.from), format!("/below{}", one.to));
        let has_line = |file: &str, line: &str| {
            let text = told(file);
            assert!(text.lines().any(|one| one.trim() == line), "{file}: {line}");
        };
        has_line("_redirects", &format!("{from} {to} 308"));
        // nginx makes no difference between a name and the same in other letters.
        let mut same = redirects.iter();
        let same = same.find(|other| other.from.eq_ignore_ascii_case(&one.from));
        let same = &same.unwrap().from;
        has_line("maps.nginx", &format!("/below{same} {to};"));
        has_line("site.caddy", &format!("{from} {to}"));
        assert!(site.resolve(&one.from).is_some(), "{}", one.from);
        assert!(site.resolve(&one.to).is_some(), "{}", one.to);
    }
    let link = redirects.iter().find(|one| one.from == "/m1").unwrap();
    assert!(told("m1.html").contains(&format!("content=\"0; url=/below{}\"", link.to)));
    assert!(told("404.html").contains("There is no page at this address."));
    assert!(told("sitemap.xml").contains("<loc>https://texts.example/below/"));
}

#[test]
fn no_two_names_differ_by_capitals_alone() {
    let place = Place::new("capitals");
    let site = site_of(embedded(), None).unwrap();
    write(&site, &place.folder(), Compression::None);
    let files = place.files();
    let names: BTreeMap<String, &String> = files
        .keys()
        .map(|name| (name.to_lowercase(), name))
        .collect();
    assert_eq!(names.len(), files.len());
}

#[test]
fn text_has_what_is_smaller_beside_it() {
    let place = Place::new("smaller");
    write(&sound().site, &place.folder(), Compression::Beforehand);
    let files = place.files();
    let page = &files["site/index.html"];
    for ending in ["gz", "br"] {
        assert!(files[&format!("site/index.html.{ending}")].len() < page.len());
    }
    let mut unpacked = Vec::new();
    let mut gzip = flate2::read::GzDecoder::new(files["site/index.html.gz"].as_slice());
    std::io::Read::read_to_end(&mut gzip, &mut unpacked).unwrap();
    assert_eq!(unpacked, *page);
    let fonts = files.keys().filter(|name| name.contains(".woff2"));
    let endings: Vec<&str> = fonts.filter_map(|name| name.rsplit('.').next()).collect();
    assert!(
        !endings.is_empty() && endings.iter().all(|ending| *ending == "woff2"),
        "{endings:?}"
    );
}

#[test]
fn earlier_export_is_replaced_and_nothing_of_it_left() {
    let place = Place::new("earlier");
    write(&scholarly().site, &place.folder(), Compression::None);
    write(&sound().site, &place.folder(), Compression::None);
    let second = place.files();
    let fresh = Place::new("fresh");
    write(&sound().site, &fresh.folder(), Compression::None);
    assert_eq!(
        second.keys().collect::<Vec<_>>(),
        fresh.files().keys().collect::<Vec<_>>()
    );
    assert_eq!(second, fresh.files());
}

#[test]
fn folder_with_other_files_is_left_as_it_is() {
    let place = Place::new("occupied");
    fs::create_dir(place.folder()).unwrap();
    fs::write(place.folder().join("letter.txt"), "mine").unwrap();
    let before = place.files();
    let failure = export(
        &sound().site,
        &place.folder(),
        without_search(Compression::None),
        &|_, _| {},
    );
    assert!(matches!(
        failure,
        Err(ExportFailure::Folder(FolderError::Occupied(_)))
    ));
    assert_eq!(place.files(), before);
}

#[test]
fn export_that_cannot_be_written_leaves_the_earlier_one() {
    let place = Place::new("refused");
    write(&sound().site, &place.folder(), Compression::None);
    let before = place.files();
    // A file where the draft wants a folder.
    let draft = place.0.join(".site.draft");
    fs::write(&draft, "in the way").unwrap();
    let failure = export(
        &sound().site,
        &place.folder(),
        without_search(Compression::None),
        &|_, _| {},
    );
    assert!(matches!(
        failure,
        Err(ExportFailure::Folder(FolderError::System { .. }))
    ));
    fs::remove_file(draft).unwrap();
    assert_eq!(place.files(), before);
}
