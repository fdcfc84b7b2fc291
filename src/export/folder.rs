//! Writes an export as a whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// The file by which an earlier export is known.
const MARK: &str = ".lectern-export";

/// What the mark says to whoever opens it.
const MARK_TEXT: &str =
    "This folder was written by `lectern export`, which replaces all of it each time.\n";

/// Why a folder is not written; it is then as it was.
#[derive(Debug, Error)]
pub enum FolderError {
    /// There are files in it that no export has written.
    #[error("`{}` holds files that no export has written; choose an empty folder", .0.display())]
    Occupied(PathBuf),
    /// The system refuses.
    #[error("cannot write `{}`: {}", path.display(), source)]
    System {
        /// Which file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// A folder beside the one that is meant, which it replaces when it is whole. What was not put in
/// place is removed.
pub struct Draft {
    target: PathBuf,
    draft: PathBuf,
}

impl Draft {
    /// Begins a draft of what is to be in a folder.
    ///
    /// # Errors
    /// If the folder holds anything but an earlier export, or nothing can be written beside it.
    pub fn beside(target: &Path) -> Result<Self, FolderError> {
        if is_occupied(target).map_err(at(target))? {
            return Err(FolderError::Occupied(target.to_owned()));
        }
        let draft = sibling(target, "draft");
        remove(&draft)?;
        fs::create_dir_all(&draft).map_err(at(&draft))?;
        let draft = Self {
            target: target.to_owned(),
            draft,
        };
        draft.write(MARK, MARK_TEXT.as_bytes())?;
        Ok(draft)
    }

    /// Writes a file.
    ///
    /// # Errors
    /// What the system says.
    pub fn write(&self, name: &str, body: &[u8]) -> Result<(), FolderError> {
        let path = self.draft.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(at(folder))?;
        }
        fs::write(&path, body).map_err(at(&path))
    }

    /// Where a file or folder of the draft is.
    pub fn path(&self, name: &str) -> PathBuf {
        self.draft.join(name)
    }

    /// The files in a folder and in the folders below it, by their names, with what they hold.
    ///
    /// # Errors
    /// What the system says.
    pub fn files_in(&self, folder: &str) -> Result<Vec<(String, Vec<u8>)>, FolderError> {
        let path = self.path(folder);
        let mut files = Vec::new();
        for entry in fs::read_dir(&path).map_err(at(&path))? {
            let entry = entry.map_err(at(&path))?;
            let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                files.extend(self.files_in(&name)?);
            } else {
                files.push((name, fs::read(entry.path()).map_err(at(&entry.path()))?));
            }
        }
        Ok(files)
    }

    /// Removes a file.
    ///
    /// # Errors
    /// What the system says.
    pub fn remove_file(&self, name: &str) -> Result<(), FolderError> {
        let path = self.path(name);
        fs::remove_file(&path).map_err(at(&path))
    }

    /// Removes a folder, if it is there.
    ///
    /// # Errors
    /// What the system says.
    pub fn remove_folder(&self, name: &str) -> Result<(), FolderError> {
        remove(&self.path(name))
    }

    /// Puts the draft in the place of what is there.
    ///
    /// # Errors
    /// What the system says; what was there is then put back.
    pub fn put_in_place(self) -> Result<(), FolderError> {
        let old = sibling(&self.target, "old");
        remove(&old)?;
        let is_replaced = self.target.exists();
        if is_replaced {
            fs::rename(&self.target, &old).map_err(at(&self.target))?;
        }
        if let Err(error) = fs::rename(&self.draft, &self.target) {
            if is_replaced {
                fs::rename(&old, &self.target).map_err(at(&self.target))?;
            }
            return Err(at(&self.target)(error));
        }
        remove(&old)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Gone already where it was put in place.
        let _ = fs::remove_dir_all(&self.draft);
    }
}

/// Whether a folder holds anything that an export may not replace.
fn is_occupied(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_some() && !folder.join(MARK).is_file()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// A hidden name beside a folder.
fn sibling(folder: &Path, word: &str) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}.{word}"))
}

fn remove(folder: &Path) -> Result<(), FolderError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at(folder)(error)),
        _ => Ok(()),
    }
}

fn at(path: &Path) -> impl Fn(io::Error) -> FolderError {
    let path = path.to_owned();
    move |source| FolderError::System {
        path: path.clone(),
        source,
    }
}
