//! Static files: embedded, and named by a hash of their content so that browsers may keep them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use bytes::Bytes;
use include_dir::{Dir, File, include_dir};

use super::hash::short_hash;
use super::resource::{Keep, Resource};

static STATIC: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/static");

/// The icons and cards that `cargo xtask pictures` drew.
const PICTURES: &str = "pictures";

/// Browsers ask for it unasked, by this name.
const FAVICON: &str = "favicon.ico";

/// Every file by its name, with its path and its bytes: hashed once, since every page names some.
static FILES: LazyLock<BTreeMap<&'static str, (String, Bytes)>> = LazyLock::new(|| {
    let pictures = STATIC.get_dir(PICTURES).into_iter().flat_map(Dir::files);
    let files = STATIC.files().chain(pictures);
    files
        .filter_map(|file| {
            let name = file.path().file_name()?.to_str()?;
            let contents = contents(file);
            Some((name, (fingerprinted(name, &contents), contents)))
        })
        .collect()
});

/// The path under which a static file is sent: `/static/site.0123456789abcdef.css`.
pub fn path(name: &str) -> Option<String> {
    FILES.get(name).map(|(path, _)| path.clone())
}

/// A text that goes with the pictures.
pub fn text(name: &str) -> Option<&'static str> {
    let file = STATIC.get_file(format!("{PICTURES}/{name}"))?;
    file.contents_utf8()
}

/// Every static file that a browser loads, with its path; cards are `wanted` where pages can name
/// them.
pub fn all(wanted: bool) -> impl Iterator<Item = (String, Resource)> {
    let files = FILES.iter();
    let files = files.filter(move |(name, _)| wanted || !name.starts_with("card"));
    files.filter_map(|(name, (path, contents))| {
        let resource = Resource {
            media_type: media_type(name)?,
            keep: if *name == FAVICON {
                Keep::Revalidate
            } else {
                Keep::Immutable
            },
            body: contents.clone(),
        };
        Some((path.clone(), resource))
    })
}

/// A file as it is sent: in a style sheet, the names of other static files are their paths.
fn contents(file: &'static File<'static>) -> Bytes {
    let is_css = file.path().extension().is_some_and(|end| end == "css");
    match file.contents_utf8().filter(|_| is_css) {
        Some(css) => with_paths(css).into(),
        None => Bytes::from_static(file.contents()),
    }
}

/// A style sheet names fonts and pictures, never another style sheet: those have their own bytes.
/// They stand beside it, so the names alone lead to them, wherever the site stands.
fn with_paths(css: &str) -> String {
    STATIC.files().fold(css.to_owned(), |css, file| {
        let Some(name) = file.path().to_str() else {
            return css;
        };
        let path = fingerprinted(name, file.contents());
        let beside = path.rsplit('/').next().unwrap_or_default();
        css.replace(&format!("url(\"{name}\")"), &format!("url(\"{beside}\")"))
    })
}

fn fingerprinted(name: &str, contents: &[u8]) -> String {
    if name == FAVICON {
        return format!("/{name}");
    }
    let hash = short_hash(contents);
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("/static/{stem}.{hash}.{extension}"),
        None => format!("/static/{name}.{hash}"),
    }
}

/// The type of a file that a browser loads; other files, such as licences, are not sent.
fn media_type(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "ico" => Some("image/vnd.microsoft.icon"),
        "png" => Some("image/png"),
        "svg" => Some("image/svg+xml"),
        "woff2" => Some("font/woff2"),
        _ => None,
    }
}
