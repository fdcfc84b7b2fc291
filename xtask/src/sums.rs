//! Tells whether the pictures are those that would be drawn now. The test of the pictures compiles
//! this file too.

use std::fs;
use std::io;
use std::path::Path;

use lectern::site::hash::sha256;

/// What the pictures are drawn from, except the content, and the pictures themselves.
const PLACES: [&str; 6] = [
    "static/icon.svg",
    "static/pictures",
    "xtask/Cargo.toml",
    "xtask/fonts",
    "xtask/src",
    "xtask/templates",
];

/// Where the sums are kept.
pub const SUMS: &str = "static/pictures/SHA256SUMS";

/// The hash and path of each file, as `sha256sum --check` reads them.
pub fn sums(root: &Path) -> io::Result<String> {
    let mut text = String::new();
    for place in PLACES {
        for name in files(root, place.to_owned())? {
            let hash = sha256(&fs::read(root.join(&name))?);
            text.push_str(&format!("{hash}  {name}\n"));
        }
    }
    Ok(text)
}

/// The files of this name or below it, without hidden ones and the sums.
fn files(root: &Path, name: String) -> io::Result<Vec<String>> {
    let path = root.join(&name);
    if path.is_file() {
        return Ok(if name == SUMS { vec![] } else { vec![name] });
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(path)? {
        let file = entry?.file_name();
        let file = file.to_string_lossy();
        if !file.starts_with('.') {
            names.push(format!("{name}/{file}"));
        }
    }
    names.sort();
    let mut found = Vec::new();
    for name in names {
        found.extend(files(root, name)?);
    }
    Ok(found)
}
