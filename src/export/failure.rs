//! Why a site is not exported.

use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;

use thiserror::Error;

use super::folder::FolderError;
use crate::site::RenderError;

/// Why a site is not exported. The folder is then as it was.
#[derive(Debug, Error)]
pub enum ExportFailure {
    /// A page cannot be made: a fault of the program.
    #[error("cannot render `{path}`: {source}; this is a fault of Lectern: please report it")]
    Render {
        /// Its path.
        path: String,
        /// What went wrong.
        source: RenderError,
    },
    /// The folder cannot be written.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The words cannot be indexed.
    #[error(transparent)]
    Pagefind(#[from] PagefindError),
}

/// Why the words are not indexed.
#[derive(Debug, Error)]
pub enum PagefindError {
    /// The program is not there.
    #[error(
        "there is no program `{}`; install Pagefind with `npm install --global pagefind` or \
         `pip install 'pagefind[extended]'`, or say where it is: --pagefind=PROGRAM",
        .0.display()
    )]
    Missing(PathBuf),
    /// The program cannot be run.
    #[error("cannot run `{}`: {}", program.display(), source)]
    System {
        /// As it was given.
        program: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The program says that something went wrong.
    #[error("`{}` failed ({}){}", program.display(), status, said)]
    Failed {
        /// As it was given.
        program: PathBuf,
        /// How it ended.
        status: ExitStatus,
        /// What it said, after a line break.
        said: String,
    },
    /// The program says that all went well, but there is no index.
    #[error("`{}` has written no index: is it Pagefind?", .0.display())]
    NoIndex(PathBuf),
}
