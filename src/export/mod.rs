//! The site as a folder of files that any web server sends.
//!
//! `files` says which files there are and what is in them, `media_types` what they are served as,
//! `servers` how web servers are told of that, of headers and of other names, `folder` writes, `pagefind`
//! has the words indexed. A page is a file that ends in `.html`; everything else has the name of its address.

mod failure;
mod files;
mod folder;
mod media_types;
mod options;
mod pagefind;
mod redirects;
mod servers;

use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

pub use self::failure::{ExportFailure, PagefindError};
use self::files::{Job, jobs};
use self::folder::Draft;
pub use self::folder::FolderError;
pub use self::media_types::media_type;
pub use self::options::{Compression, ExportOptions, Written};
use self::pagefind::add_index;
use crate::site::Site;

/// Writes a site into a folder, in place of what an earlier export has left there. `progress` is told
/// how many of how many files are made, from any thread.
///
/// # Errors
/// If the folder holds anything but an earlier export, cannot be written, a page cannot be made, or Pagefind
/// fails; the folder is then as it was.
pub fn export(
    site: &Site,
    folder: &Path,
    options: ExportOptions<'_>,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Written, ExportFailure> {
    let draft = Draft::beside(folder)?;
    // First what depends on another program: where that is missing, nobody waits to be told.
    let index = match options.pagefind {
        Some(program) => add_index(site, &draft, program, options.compression)?,
        None => Written::default(),
    };
    let mut written = write_all(site, &draft, options, progress)?;
    written.files += index.files;
    written.bytes += index.bytes;
    draft.put_in_place()?;
    Ok(written)
}

/// Makes and writes every file, on all cores; the first failure ends it.
fn write_all(
    site: &Site,
    draft: &Draft,
    options: ExportOptions<'_>,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Written, ExportFailure> {
    let jobs = jobs(site, options.search());
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let outcome = Mutex::new(Ok(Written::default()));
    let locked = || outcome.lock().unwrap_or_else(PoisonError::into_inner);
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let made = make(site, job, draft, options);
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
    options: ExportOptions<'_>,
) -> Result<u64, ExportFailure> {
    let made = job.file(site, options.search());
    let file = made.map_err(|source| ExportFailure::Render {
        path: job.path(site),
        source,
    })?;
    file.write(draft, options.compression)?;
    Ok(file.body.len() as u64)
}
