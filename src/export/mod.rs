//! The site as a folder of files that any web server sends.
//!
//! `files` says which files there are and what is in them, `media_types` what they are served as,
//! `servers` how web servers are told of that, of headers and of other names, `folder` writes. A page is a file that ends in `.html`; everything else has the name of its
//! address.

mod files;
mod folder;
mod media_types;
mod redirects;
mod servers;

use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use thiserror::Error;

use self::files::{ExportFile, Job, jobs};
use self::folder::Draft;
pub use self::folder::FolderError;
pub use self::media_types::media_type;
use crate::site::{RenderError, Site};

/// Whether files are compressed beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compression {
    /// Beside each file of text stands the same as gzip and as Brotli, where that is shorter.
    Beforehand,
    /// The web server compresses, if it likes.
    None,
}

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Files, without those that are compressed.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
}

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
}

/// Writes a site into a folder, in place of what an earlier export has left there. `progress` is told
/// how many of how many files are made, from any thread.
///
/// # Errors
/// If the folder holds anything but an earlier export, cannot be written, or a page cannot be made; the
/// folder is then as it was.
pub fn export(
    site: &Site,
    folder: &Path,
    compression: Compression,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Written, ExportFailure> {
    let draft = Draft::beside(folder)?;
    let written = write_all(site, &draft, compression, progress)?;
    draft.put_in_place()?;
    Ok(written)
}

/// Makes and writes every file, on all cores; the first failure ends it.
fn write_all(
    site: &Site,
    draft: &Draft,
    compression: Compression,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Written, ExportFailure> {
    let jobs = jobs(site);
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let outcome = Mutex::new(Ok(Written::default()));
    let locked = || outcome.lock().unwrap_or_else(PoisonError::into_inner);
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let made = make(site, job, draft, compression);
                    let mut outcome = locked();
                    match (&mut *outcome, made) {
                        (Ok(written), Ok(bytes)) => {
                            written.files += 1;
                            written.bytes += bytes;
                        }
                        (Ok(_), Err(failure)) => *outcome = Err(failure),
                        (Err(_), _) => {}
                    }
                    if outcome.is_err() {
                        return;
                    }
                    drop(outcome);
                    progress(done.fetch_add(1, Ordering::Relaxed) + 1, jobs.len());
                }
            });
        }
    });
    outcome.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Makes one file and writes it with what stands beside it; its length in bytes.
fn make(
    site: &Site,
    job: &Job,
    draft: &Draft,
    compression: Compression,
) -> Result<u64, ExportFailure> {
    let file: ExportFile = job.file(site).map_err(|source| ExportFailure::Render {
        path: job.path(site),
        source,
    })?;
    draft.write(&file.name, &file.body)?;
    if compression == Compression::Beforehand {
        for (name, body) in file.compressed() {
            draft.write(&name, &body)?;
        }
    }
    Ok(file.body.len() as u64)
}
