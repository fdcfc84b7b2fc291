//! Static files: embedded, and named by a hash of their content so that browsers may keep them.

use bytes::Bytes;
use include_dir::{Dir, include_dir};

use super::hash::short_hash;
use super::resource::{Keep, Resource};

static STATIC: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/static");

/// The path under which a static file is sent: `/static/site.0123456789abcdef.css`.
pub fn path(name: &str) -> Option<String> {
    let file = STATIC.get_file(name)?;
    Some(fingerprinted(name, file.contents()))
}

/// Every static file with its path.
pub fn all() -> impl Iterator<Item = (String, Resource)> {
    STATIC.files().filter_map(|file| {
        let name = file.path().to_str()?;
        let resource = Resource {
            media_type: media_type(name)?,
            keep: Keep::Immutable,
            body: Bytes::from_static(file.contents()),
        };
        Some((fingerprinted(name, file.contents()), resource))
    })
}

fn fingerprinted(name: &str, contents: &[u8]) -> String {
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
        "svg" => Some("image/svg+xml"),
        _ => None,
    }
}
