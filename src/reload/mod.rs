//! Reading the content anew while it is served: when somebody asks for it, or when a file has changed.
//!
//! One thread does it all, so that no load meets another, and nobody who answers is held up. A change that comes
//! while it loads is seen when it has loaded.

mod load;
mod watch;

use std::io::{self, IsTerminal, Write, stderr};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Instant;

pub use self::load::{LoadFailure, Loaded, Loader};
use self::watch::{Cause, PAUSE, Watched};
use crate::content::{Source, visible};
use crate::serve::Live;

/// What reads the content anew.
#[derive(Debug)]
pub struct Reloader {
    asked: Option<Sender<Cause>>,
}

impl Reloader {
    /// Begins to wait for a reason to read the content anew. What is watched for changes has been seen as it was
    /// before the content was first read.
    ///
    /// # Errors
    /// If the system has no thread for it.
    pub fn start(loader: Loader, live: Arc<Live>, watched: Option<Watched>) -> io::Result<Self> {
        if loader.source == Source::Embedded {
            return Ok(Self { asked: None });
        }
        let (asked, causes) = channel();
        let told = asked.clone();
        thread::Builder::new()
            .name("reloader".to_owned())
            .spawn(move || match watched {
                Some(watched) => reload_on_changes(&loader, &live, watched, &causes, &told),
                None => reload_when_asked(&loader, &live, &causes),
            })?;
        Ok(Self { asked: Some(asked) })
    }

    /// Has the content read anew, soon.
    pub fn reload(&self) {
        let Some(asked) = &self.asked else {
            tracing::warn!(
                "the content is built in, so there is nothing to read anew; --content names a folder"
            );
            return;
        };
        // The thread ends with the process.
        let _ = asked.send(Cause::Asked);
    }
}

/// What is watched for a source, as it is before it is read.
#[must_use]
pub fn watched(source: &Source) -> Option<Watched> {
    match source {
        Source::Embedded => None,
        Source::Folder(folder) => Some(Watched::new(folder)),
    }
}

fn reload_when_asked(loader: &Loader, live: &Live, causes: &Receiver<Cause>) {
    while causes.recv().is_ok() {
        causes.try_iter().for_each(drop);
        reload(loader, live);
    }
}

fn reload_on_changes(
    loader: &Loader,
    live: &Live,
    mut watched: Watched,
    causes: &Receiver<Cause>,
    told: &Sender<Cause>,
) {
    loop {
        watched.listen(told);
        let is_asked = match causes.recv_timeout(PAUSE) {
            Ok(cause) => cause == Cause::Asked,
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => return,
        };
        let is_asked = causes.try_iter().any(|cause| cause == Cause::Asked) || is_asked;
        if watched.has_changed() || is_asked {
            reload(loader, live);
        }
    }
}

/// Reads the content anew, and serves it if it is sound.
fn reload(loader: &Loader, live: &Live) {
    let begun = Instant::now();
    match loader.load_guarded() {
        Ok(Loaded { site, warnings }) => {
            live.replace(site);
            for warning in warnings {
                tracing::warn!("{warning}");
            }
            let millis = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
            tracing::info!(millis, "the content was read anew");
        }
        Err(failure) => {
            live.keep(failure.errors());
            tracing::error!(reason = %failure, "the last good site is still served");
            show(&failure);
        }
    }
}

/// Shows somebody who sits before it all that is wrong, as `lectern check` does.
fn show(failure: &LoadFailure) {
    if let LoadFailure::Content { report, .. } = failure
        && stderr().is_terminal()
    {
        // The log has told of it in any case.
        let _ = writeln!(stderr(), "{}", visible(report.trim_end()));
    }
}
