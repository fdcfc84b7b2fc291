//! From a source of content to a site.

use std::io;
use std::time::{SystemTime, UNIX_EPOCH};

use thiserror::Error;

use crate::check::{Sound, load_sound, site_of};
use crate::content::{Source, caught, in_one_line, read_if_there, report};
use crate::library::pluralize;
use crate::site::{BaseUrl, Indexing, Site};

/// What a site is made from, each time anew.
#[derive(Debug, Clone)]
pub struct Loader {
    /// Where its content comes from.
    pub source: Source,
    /// Where it stands on the web, if that is known.
    pub base: Option<BaseUrl>,
    /// Whether search engines may list it.
    pub indexing: Indexing,
    /// Whether its pages await the next content.
    pub watched: bool,
}

/// A site that can be served.
#[derive(Debug)]
pub struct Loaded {
    /// What is served.
    pub site: Site,
    /// What is probably not as it was meant, in a line each.
    pub warnings: Vec<String>,
}

/// Why there is no site.
#[derive(Debug, Error)]
pub enum LoadFailure {
    /// The folder cannot be read.
    #[error("the content folder cannot be read: {0}")]
    Folder(#[from] io::Error),
    /// The content has errors.
    #[error("{}, first {first}", pluralize(*errors, "error"))]
    Content {
        /// How many.
        errors: usize,
        /// The first of them in a line.
        first: String,
        /// All that is told of them.
        report: String,
    },
    /// No page can be rendered, though the content has no fault.
    #[error("the site cannot be built: {message}")]
    Site {
        /// What went wrong, in a line.
        message: String,
    },
}

impl LoadFailure {
    /// How many errors there are.
    #[must_use]
    pub fn errors(&self) -> usize {
        match self {
            Self::Content { errors, .. } => *errors,
            Self::Folder(_) | Self::Site { .. } => 1,
        }
    }
}

impl Loader {
    /// Reads the content and makes the site.
    ///
    /// # Errors
    /// If the content cannot be read or served.
    pub fn load(&self) -> Result<Loaded, LoadFailure> {
        let files = read_if_there(&self.source)?;
        let Sound { library, warnings } = load_sound(&files).map_err(|found| {
            let mut errors = found.iter().filter(|one| one.is_error());
            let first = errors.next().map(|first| in_one_line(&files, first));
            LoadFailure::Content {
                errors: errors.count() + 1,
                first: first.unwrap_or_default(),
                report: report(&files, &found),
            }
        })?;
        let site = site_of(library, self.base.clone());
        let site = site.map_err(|message| LoadFailure::Site { message })?;
        let version = self.watched.then(version);
        Ok(Loaded {
            site: site.with_indexing(self.indexing).with_version(version),
            warnings: warnings
                .iter()
                .map(|warning| in_one_line(&files, warning))
                .collect(),
        })
    }

    /// The same, where a panic of ours is a failure like any other.
    pub(super) fn load_guarded(&self) -> Result<Loaded, LoadFailure> {
        caught(|| self.load()).unwrap_or_else(|message| Err(LoadFailure::Site { message }))
    }
}

/// Another one each time, over restarts as well: the nanoseconds since 1970.
fn version() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(0, |now| u64::try_from(now.as_nanos()).unwrap_or(u64::MAX))
}
