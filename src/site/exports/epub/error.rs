//! Why a book is not made.

use thiserror::Error;

/// Why a book is not made: a fault of the program, whatever the content.
#[derive(Debug, Error)]
pub enum BookError {
    /// A template failed.
    #[error("a template failed: {0}")]
    Template(#[from] askama::Error),
    /// Files could not be put in the archive.
    #[error("a book cannot be put together: {0}")]
    Archive(#[from] zip::result::ZipError),
    /// A file in the archive could not be written.
    #[error("a book cannot be written: {0}")]
    Write(#[from] std::io::Error),
}
