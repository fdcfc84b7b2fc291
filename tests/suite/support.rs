//! What several tests share: libraries, and a small site for the tests of the server.

use std::collections::BTreeMap;
use std::path::PathBuf;

use lectern::content::{File, Source, load, read, report};
use lectern::library::Library;
use lectern::site::{Keep, Resource, Site};

/// The library of some files, which have to be sound.
pub fn library_of(files: &[File]) -> Library {
    let loaded = load(files);
    match loaded.library {
        Some(library) => library,
        None => panic!("{}", report(files, &loaded.diagnostics)),
    }
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

/// A page that is worth compressing; the embedded site has it too.
pub const PAGE: &str = "/about";
/// A page of more than 100 KB.
pub const LARGE: &str = "/charter/full";
/// Too short to be compressed.
pub const SHORT: &str = "/short.txt";
/// Kept for ever, and text.
pub const STYLE: &str = "/static/site.0123abcd.css";
/// Kept for ever, and compressed already.
pub const FONT: &str = "/static/text.0123abcd.woff2";
/// A path of the site that leads on, and where to.
pub const MOVED: (&str, &str) = ("/charter/1.p2", "/charter/full#1.p2");

/// A small site, with a resource of every sort that the server treats in its own way.
pub fn fixture_site() -> Site {
    const HTML: &str = "text/html; charset=utf-8";
    let large: String = (0..6000)
        .map(|n| format!("<p>Paragraph {n} is {}.</p>\n", n * n))
        .collect();
    let font: Vec<u8> = (0..4000_u32).map(|n| (n * 7 % 251) as u8).collect();
    let resources = [
        ("/", HTML, Keep::Revalidate, b"<p>Home</p>".to_vec()),
        (
            PAGE,
            HTML,
            Keep::Revalidate,
            "<p>A page of some length.</p>\n".repeat(40).into_bytes(),
        ),
        (LARGE, HTML, Keep::Revalidate, large.into_bytes()),
        (
            SHORT,
            "text/plain; charset=utf-8",
            Keep::Revalidate,
            b"short\n".to_vec(),
        ),
        (
            STYLE,
            "text/css; charset=utf-8",
            Keep::Immutable,
            "p { margin: 0 }\n".repeat(90).into_bytes(),
        ),
        (FONT, "font/woff2", Keep::Immutable, font),
    ];
    let resources = resources.map(|(path, media_type, keep, body)| {
        let body = body.into();
        (
            path.to_owned(),
            Resource {
                media_type,
                keep,
                body,
            },
        )
    });
    let redirects = BTreeMap::from([(MOVED.0.to_owned(), MOVED.1.to_owned())]);
    Site::new(
        library_of(&sound_files()),
        BTreeMap::from(resources),
        redirects,
    )
}

/// What the site sends for a path, which has to be text.
pub fn body(site: &Site, path: &str) -> String {
    let found = site.resources().find(|(known, _)| *known == path);
    let (_, resource) = found.unwrap_or_else(|| panic!("there is no {path}"));
    String::from_utf8(resource.body.to_vec()).unwrap()
}

/// Holds a page against its snapshot. Names the snapshot by the page, and takes out the hashes of static files, which change with
/// every change of style.
pub fn snapshot(site: &Site, name: &str, path: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("snapshots/pages");
    let shown = without_hashes(&body(site, path));
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
