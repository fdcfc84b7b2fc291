//! The only reader of content: from the program itself or from a folder.

use std::borrow::Cow;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::unread::unread;
use crate::library::Date;

/// What a new site begins with.
static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/starter");

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/content");

/// Where content comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The content that was compiled in.
    Embedded,
    /// A folder laid out like `content/`.
    Folder(PathBuf),
}

/// A file of content, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path below the content folder, with `/`: `pages/about.md`.
    pub name: String,
    /// Its path as diagnostics show it.
    pub shown: String,
    /// Its bytes, or why the system would not read them.
    pub contents: Result<Vec<u8>, String>,
}

impl File {
    /// A file with contents, for a load from memory.
    #[must_use]
    pub fn new(name: &str, contents: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.to_owned(),
            shown: name.to_owned(),
            contents: Ok(contents.into()),
        }
    }

    /// Its text, for showing excerpts: bytes that are no UTF-8 are replaced, one sign a byte run.
    #[must_use]
    pub fn lossy(&self) -> Cow<'_, str> {
        match &self.contents {
            Ok(bytes) => String::from_utf8_lossy(bytes),
            Err(_) => Cow::Borrowed(""),
        }
    }
}

/// The folders below the content folder, with the ends of the names of their files.
pub(super) const FOLDERS: [(&str, &[&str]); 4] = [
    ("captures", &["txt"]),
    ("editions", &["md"]),
    ("images", &["gif", "jpeg", "jpg", "png", "webp"]),
    ("pages", &["md"]),
];

/// What the names of images begin with.
pub const IMAGES: &str = "images/";

/// How deep below the content folder files are looked for that nobody reads.
pub(super) const DEEPEST: usize = 3;

/// What stands for the day of the edition in the files of a new site.
const STARTER_DATE: &str = "2026-01-01";

/// The files that quote the texts. They come last, so that what is wrong with a text is told before what it brings about.
const QUOTING: [&str; 3] = ["actors.toml", "concordance.toml", "terms.toml"];

/// Every file that a site is made from, in order of name but for those that quote others: `*.toml` and `*.md`, and those
/// of the folders below. With them come the names of files that look like content and are not read.
#[must_use]
pub fn read(source: &Source) -> Vec<File> {
    let mut files = match source {
        Source::Embedded => embedded(&EMBEDDED),
        Source::Folder(folder) => from_folder(folder),
    };
    let quotes = |file: &File| QUOTING.contains(&file.name.as_str());
    files.sort_by(|a, b| (quotes(a), &a.name).cmp(&(quotes(b), &b.name)));
    files
}

/// The same, if the folder is there and can be read.
///
/// # Errors
/// What the system says of it.
pub fn read_if_there(source: &Source) -> io::Result<Vec<File>> {
    if let Source::Folder(folder) = source {
        fs::read_dir(folder)?;
    }
    Ok(read(source))
}

/// The files that a new site begins with, in an edition of this day.
#[must_use]
pub fn starter(edition_date: Date) -> Vec<File> {
    let mut files = embedded(&STARTER);
    for file in files.iter_mut().filter(|file| file.name == "site.toml") {
        let dated = file
            .lossy()
            .replace(STARTER_DATE, &edition_date.to_string());
        file.contents = Ok(dated.into());
    }
    files
}

/// The text of a file anywhere.
///
/// # Errors
/// Why it cannot be read.
pub fn read_text(path: &Path) -> Result<String, String> {
    let bytes = read_file(path)?;
    String::from_utf8(bytes).map_err(|_| "it is not valid UTF-8: save it as UTF-8".to_owned())
}

/// Whether a folder has nothing in it, or is not there.
///
/// # Errors
/// What the system says of it.
pub fn is_empty(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

/// Whether a file of this name, below the content folder, is read.
pub(super) fn is_content(name: &str) -> bool {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let extension = Path::new(file).extension().and_then(|e| e.to_str());
    let mut folders = FOLDERS.into_iter();
    let ends = |ends: &[&str]| extension.is_some_and(|end| ends.contains(&end));
    let below = folders.any(|(own, own_ends)| folder == own && ends(own_ends));
    let top = folder.is_empty() && matches!(extension, Some("md" | "toml"));
    (below || top) && !file.starts_with('.')
}

fn embedded(dir: &Dir<'static>) -> Vec<File> {
    let mut files: Vec<File> = dir
        .files()
        .filter_map(|file| {
            let name = file.path().to_str()?.replace('\\', "/");
            is_content(&name).then(|| File {
                shown: format!("content/{name}"),
                name,
                contents: Ok(file.contents().to_vec()),
            })
        })
        .collect();
    files.extend(dir.dirs().flat_map(embedded));
    files
}

fn from_folder(folder: &Path) -> Vec<File> {
    let mut files = files_in(folder, "");
    // A link that leads nowhere is there all the same, and what it should lead to is missed.
    let is_missing = |error: io::Error| error.kind() == ErrorKind::NotFound;
    for (name, _) in FOLDERS {
        let below = folder.join(name);
        if !fs::symlink_metadata(&below).is_err_and(is_missing) {
            files.extend(files_in(&below, &format!("{name}/")));
        }
    }
    add_unread(folder, "", DEEPEST, &mut files);
    files
}

/// Adds the files that look like content and that nobody reads, without what they hold. What the
/// system will not tell is passed over: it may well be no concern of the site's.
fn add_unread(folder: &Path, prefix: &str, deepest: usize, files: &mut Vec<File>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        let Ok(kind) = entry.file_type() else {
            continue;
        };
        if kind.is_dir() && deepest > 0 && !is_hidden {
            add_unread(&entry.path(), &format!("{name}/"), deepest - 1, files);
        } else if kind.is_file()
            && unread(&name).is_some()
            && !files.iter().any(|one| one.name == name)
        {
            files.push(File {
                name,
                shown: entry.path().display().to_string(),
                contents: Ok(Vec::new()),
            });
        }
    }
}

/// The files of a folder. What the system will not tell of it stands in the list as well.
fn files_in(folder: &Path, prefix: &str) -> Vec<File> {
    let unreadable = |error: &io::Error| File {
        name: prefix.to_owned(),
        shown: folder.display().to_string(),
        contents: Err(error.to_string()),
    };
    match fs::read_dir(folder) {
        Ok(entries) => entries
            .filter_map(|entry| match entry {
                Ok(entry) => file_at(&entry.path(), prefix),
                Err(error) => Some(unreadable(&error)),
            })
            .collect(),
        Err(error) => vec![unreadable(&error)],
    }
}

/// The file at a path; `None` if its name is not one of content.
fn file_at(path: &Path, prefix: &str) -> Option<File> {
    let name = format!("{prefix}{}", path.file_name()?.to_string_lossy());
    is_content(&name).then(|| File {
        contents: read_file(path),
        shown: path.display().to_string(),
        name,
    })
}

/// Only a file proper is read: a pipe or device might never end.
fn read_file(path: &Path) -> Result<Vec<u8>, String> {
    let told = |error: io::Error| error.to_string();
    if !fs::metadata(path).map_err(told)?.is_file() {
        return Err("it is not a regular file".to_owned());
    }
    fs::read(path).map_err(told)
}
