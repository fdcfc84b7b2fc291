//! Files that an operator names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// A file that cannot be read.
#[derive(Debug, Error)]
#[error("cannot read {what} from `{}`: {}", path.display(), reason(source))]
pub struct ReadError {
    what: &'static str,
    path: PathBuf,
    source: io::Error,
}

/// What a file holds.
pub(super) fn read(what: &'static str, path: &Path) -> Result<Vec<u8>, ReadError> {
    fs::read(path).map_err(|source| ReadError {
        what,
        path: path.to_owned(),
        source,
    })
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".to_owned(),
        kind => kind.to_string(),
    }
}
