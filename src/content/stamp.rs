//! Whether the files of a content folder have changed, without reading them.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use super::source::{DEEPEST, FOLDERS, is_content};
use super::unread::unread;

/// What can be told of the files of a content folder without reading them. It is another once one of
/// them has changed, or another folder stands in the place of this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp(Vec<(String, Option<FileStamp>)>);

/// What the system knows of a file: its length, when it was written, and which file it is.
type FileStamp = (u64, Option<SystemTime>, (u64, u64));

/// The stamp of a folder, as it is at present.
#[must_use]
pub fn stamp(folder: &Path) -> Stamp {
    let mut found = vec![(String::new(), stamp_of(folder))];
    add_stamps(folder, "", DEEPEST, &mut found);
    found.sort_by(|a, b| a.0.cmp(&b.0));
    Stamp(found)
}

/// Adds the stamps of all files of a folder that are read or warned about. Links are followed, as they are in
/// reading.
fn add_stamps(
    folder: &Path,
    prefix: &str,
    deepest: usize,
    found: &mut Vec<(String, Option<FileStamp>)>,
) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let own_name = entry.file_name().to_string_lossy().into_owned();
        let name = format!("{prefix}{own_name}");
        let path = entry.path();
        if is_content(&name) || unread(&name).is_some() {
            let file = stamp_of(&path);
            found.push((name, file));
        } else if deepest > 0 && !own_name.starts_with('.') && is_folder(&entry, &name) {
            add_stamps(&path, &format!("{name}/"), deepest - 1, found);
        }
    }
}

/// Whether an entry is a folder in which files are looked for. Only folders of content may be links: others
/// could lead in a circle.
fn is_folder(entry: &fs::DirEntry, name: &str) -> bool {
    let is_own = FOLDERS.iter().any(|(own, _)| *own == name);
    entry.file_type().is_ok_and(|kind| kind.is_dir()) || is_own && entry.path().is_dir()
}

fn stamp_of(path: &Path) -> Option<FileStamp> {
    let known = fs::metadata(path).ok()?;
    // The length of a folder changes with files that are none of content.
    let length = if known.is_dir() { 0 } else { known.len() };
    let written = known.modified().ok().filter(|_| !known.is_dir());
    Some((length, written, which(&known)))
}

#[cfg(unix)]
fn which(known: &fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;

    (known.dev(), known.ino())
}

#[cfg(not(unix))]
fn which(_: &fs::Metadata) -> (u64, u64) {
    (0, 0)
}

#[cfg(test)]
mod tests {
    use std::fs::{create_dir_all, remove_dir_all, rename, write};
    use std::io::Result;
    use std::path::PathBuf;
    use std::process::id;

    use super::stamp;

    /// A folder that is removed with it.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Result<Self> {
            let folder = std::env::temp_dir().join(format!("lectern-{name}-{}", id()));
            create_dir_all(folder.join("pages"))?;
            Ok(Self(folder))
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = remove_dir_all(&self.0);
        }
    }

    #[test]
    fn stamp_is_another_once_a_file_has_changed() -> Result<()> {
        let folder = Folder::new("stamp")?;
        let (page, other) = (folder.0.join("pages/a.md"), folder.0.join("b.md"));
        write(&page, "one")?;
        let first = stamp(&folder.0);
        assert_eq!(first, stamp(&folder.0));
        write(&page, "longer")?;
        let second = stamp(&folder.0);
        assert_ne!(first, second);
        write(&other, "longer")?;
        let third = stamp(&folder.0);
        assert_ne!(second, third);
        rename(&other, &page)?;
        assert_ne!(third, stamp(&folder.0));
        Ok(())
    }

    #[test]
    fn what_is_no_content_makes_no_difference() -> Result<()> {
        let folder = Folder::new("no-content")?;
        write(folder.0.join("a.md"), "text")?;
        let before = stamp(&folder.0);
        for name in ["a.md~", ".a.md.swp", "4913", "pages/.#a.md"] {
            write(folder.0.join(name), "text")?;
        }
        assert_eq!(before, stamp(&folder.0));
        Ok(())
    }
}
