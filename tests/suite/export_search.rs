//! A copy that is searched in the browser: what Pagefind is given, what the copy has besides, and what becomes
//! of the folder where Pagefind fails.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use lectern::check::site_of;
use lectern::export::{Compression, ExportFailure, ExportOptions, PagefindError, Written, export};
use lectern::site::{CopySearch, Format, Route, SearchFile, Site};

use crate::command_line::output;
use crate::export::Place;
use crate::support::{
    arabic_files, change, chinese_files, library_of, scholarly, scholarly_files, sound_files, text,
};

/// A program that stands for Pagefind.
fn program(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/programs")
        .join(name)
}

fn write(site: &Site, folder: &Path, pagefind: &str) -> Result<Written, ExportFailure> {
    let options = ExportOptions {
        compression: Compression::None,
        pagefind: Some(&program(pagefind)),
    };
    export(site, folder, options, &|_, _| {})
}

fn without(site: &Site, folder: &Path) {
    let options = ExportOptions {
        compression: Compression::None,
        pagefind: None,
    };
    export(site, folder, options, &|_, _| {}).unwrap();
}

#[test]
fn copy_differs_from_another_by_what_its_search_needs() {
    let (place, other) = (Place::new("searched"), Place::new("not-searched"));
    let site = &scholarly().site;
    write(site, &place.folder(), "pagefind").unwrap();
    without(site, &other.folder());
    let (files, others) = (place.files(), other.files());
    let names: BTreeSet<&String> = files.keys().chain(others.keys()).collect();
    let shown = names
        .into_iter()
        .filter_map(|name| match (files.get(name), others.get(name)) {
            (Some(one), Some(other)) if one == other => None,
            (Some(_), Some(_)) => Some(format!("{name} differs")),
            (Some(_), None) => Some(name.clone()),
            _ => Some(format!("{name} is missing")),
        });
    insta::assert_snapshot!(shown.collect::<Vec<_>>().join("\n"));
    for server in ["server.nginx", "site.caddy", "_headers"] {
        let said = |files: &std::collections::BTreeMap<String, Vec<u8>>| {
            let text = String::from_utf8(files[&format!("site/{server}")].clone()).unwrap();
            text.matches("script-src 'self' 'wasm-unsafe-eval'; style-src")
                .count()
        };
        assert_eq!(said(&others), 0, "{server}");
        assert!(said(&files) > 0, "{server}");
    }
}

#[test]
fn pagefind_reads_every_section_with_the_ids_of_its_page() {
    let shown = scholarly()
        .site
        .indexed_sections()
        .map(|(name, html)| format!("--- {name}\n{}\n", html.unwrap()));
    insta::assert_snapshot!(shown.collect::<String>());
    for (name, html) in scholarly().site.indexed_sections() {
        let html = html.unwrap();
        let page = scholarly().body(&format!("/{}", name.strip_suffix(".html").unwrap()));
        for id in html.split("<p id=\"").skip(1) {
            let (id, _) = id.split_once('"').unwrap();
            assert!(page.contains(&format!("id=\"{id}\"")), "{name}: {id}");
        }
    }
}

#[test]
fn names_lead_to_what_is_called_so() {
    let base = "https://texts.example/below/".parse().unwrap();
    let site = site_of(library_of(&scholarly_files()), Some(base)).unwrap();
    let names = site.render_search_file(SearchFile::Names).unwrap();
    let (before, rest) = text(&names).split_once("\"unsought\": [").unwrap();
    let (unsought, after) = rest.split_once(']').unwrap();
    assert!(unsought.contains("\"the\",") && unsought.contains("\"who\""));
    insta::assert_snapshot!(format!("{before}\"unsought\": […]{after}"));
    let instead = site.render_search_file(SearchFile::Suggestions).unwrap();
    let script = "{\n  \"script\": \"/below/search/names.js\"\n}\n";
    assert_eq!(text(&instead), script);
}

#[test]
fn page_of_the_search_loads_its_script_and_does_without() {
    let base = "https://texts.example/below/".parse().unwrap();
    let site = site_of(library_of(&scholarly_files()), Some(base)).unwrap();
    let page = site.render_copy(Route::Search(Format::Html), CopySearch::InBrowser);
    let page = page.unwrap();
    let page = text(&page);
    let script = "<script type=\"module\" src=\"/below/search/page.js\"></script>";
    assert!(page.contains(script), "{page}");
    for (said, is_said) in [
        ("one place, by its reference", true),
        ("this exact phrase", true),
        ("two sections to compare", false),
        ("paragraphs in a row", false),
        ("either word", false),
        ("the first word without the second", false),
    ] {
        assert_eq!(page.contains(said), is_said, "{said}");
    }
    let without = page.split("<noscript>").nth(1).unwrap();
    let without = without.split("</noscript>").next().unwrap();
    for link in ["/below/house/full", "/below/guests/full", "/below/terms"] {
        assert!(without.contains(&format!("href=\"{link}\"")), "{without}");
    }
}

/// The languages that the names of a site tell of, and those that its sections say.
fn languages(files: &[lectern::content::File]) -> (Vec<String>, BTreeSet<String>) {
    let site = site_of(library_of(files), None).unwrap();
    let names = site.render_search_file(SearchFile::Names).unwrap();
    let names: serde_json::Value = serde_json::from_str(text(&names)).unwrap();
    let told = serde_json::from_value(names["languages"].clone()).unwrap();
    let sections = site.indexed_sections().map(|(_, html)| {
        let html = html.unwrap();
        let language = html.split("lang=\"").nth(1).unwrap();
        language.split('"').next().unwrap().to_owned()
    });
    (told, sections.collect())
}

#[test]
fn endings_of_one_language_are_known_and_words_without_spaces() {
    let mut german = scholarly_files();
    change(&mut german, "guests.md", "\"en\"", "\"de-CH\"");
    let mut chinese = german.clone();
    change(&mut chinese, "house.md", "\"en\"", "\"zh-Hans\"");
    for (files, all) in [
        (sound_files(), vec!["en"]),
        (chinese_files(), vec!["zh"]),
        (arabic_files(), vec!["ar"]),
        (german, vec!["en", "und"]),
        (chinese, vec!["zh", "und"]),
    ] {
        let (told, said) = languages(&files);
        assert_eq!(told, all);
        assert_eq!(said, all.into_iter().map(str::to_owned).collect());
    }
}

#[test]
fn folder_is_as_it_was_where_pagefind_fails() {
    let place = Place::new("pagefind-fails");
    let site = &scholarly().site;
    without(site, &place.folder());
    let before = place.files();
    let failed = |name: &str| match write(site, &place.folder(), name) {
        Err(ExportFailure::Pagefind(failure)) => failure,
        other => panic!("{other:?}"),
    };
    let missing = failed("pagefind-that-is-missing");
    assert!(matches!(missing, PagefindError::Missing(_)));
    assert_eq!(place.files(), before);
    let failing = failed("pagefind-that-fails").to_string();
    let said = "pagefind-that-fails` failed (exit status: 3):\nthe words are too long";
    assert!(failing.ends_with(said), "{failing}");
    assert_eq!(place.files(), before);
    assert!(matches!(failed("no-pagefind"), PagefindError::NoIndex(_)));
    assert_eq!(place.files(), before);
}

#[test]
fn program_says_what_it_lacks() {
    let place = Place::new("pagefind-missing");
    let folder = place.folder();
    let ran = output(&[
        "export",
        folder.to_str().unwrap(),
        "--pagefind=pagefind-of-nobody",
    ]);
    assert_eq!(ran.status.code(), Some(1));
    let said = String::from_utf8(ran.stderr).unwrap();
    assert_eq!(
        said,
        "error: there is no program `pagefind-of-nobody`; install Pagefind with `npm install --global \
         pagefind` or `pip install 'pagefind[extended]'`, or say where it is: --pagefind=PROGRAM\n"
    );
    assert!(!folder.exists());
    assert_eq!(fs::read_dir(folder.parent().unwrap()).unwrap().count(), 0);
}
