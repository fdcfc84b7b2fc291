//! The only writer of content. It makes new files, and changes none but `site.toml`.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Its path below the content folder, with `/`.
    pub name: String,
    /// What it holds.
    pub text: String,
    /// Whether it may take the place of one that is there.
    pub replaces: bool,
}

/// Writes files below a folder, which is made if it is not there.
///
/// # Errors
/// The name of a file that cannot be written, and what the system says; a file that is there and may
/// not be replaced is such a one. Those before it are written.
pub fn write(folder: &Path, files: &[NewFile]) -> Result<(), (String, io::Error)> {
    for file in files {
        write_file(folder, file).map_err(|error| (file.name.clone(), error))?;
    }
    Ok(())
}

fn write_file(folder: &Path, file: &NewFile) -> io::Result<()> {
    let path = folder.join(&file.name);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    if file.replaces {
        // A file that is cut short by a full disk must not stand in the place of the whole one.
        let beside = path.with_extension("new");
        fs::write(&beside, &file.text)?;
        return fs::rename(beside, path);
    }
    let mut new = OpenOptions::new().write(true).create_new(true).open(path)?;
    new.write_all(file.text.as_bytes())
}
