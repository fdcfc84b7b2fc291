//! Seeing that a content folder has changed.
//!
//! The system tells of most changes at once. It does not of those in files that a link leads to, in a folder
//! that another takes the place of, or on a disk that another machine writes on. So the folder is looked at as well,
//! twice a second, which costs no more than asking the system about each of its files.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread::sleep;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};

use crate::content::{Stamp, stamp};

/// How often the folder is looked at, whatever the system tells.
pub(super) const PAUSE: Duration = Duration::from_millis(500);

/// How long nothing may change before it is read: an editor may write several files, or one in pieces.
const QUIET: Duration = Duration::from_millis(50);

/// But no longer than this, however much is still being written.
const LONGEST: Duration = Duration::from_millis(400);

/// Why the content is to be read anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// Somebody asked for it.
    Asked,
    /// The system says that something may have changed.
    Told,
}

/// A content folder that is watched.
#[derive(Debug)]
pub struct Watched {
    folder: PathBuf,
    seen: Stamp,
    /// What has the system tell of changes, in the folder that stood there when it was made.
    watcher: Option<RecommendedWatcher>,
    /// Whether the system was asked since the folder has changed.
    is_listening: bool,
    /// Whether it was said that the system does not tell.
    has_complained: bool,
}

impl Watched {
    /// A folder as it is now.
    pub(super) fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            seen: stamp(folder),
            watcher: None,
            is_listening: false,
            has_complained: false,
        }
    }

    /// Has the system tell of changes from here on.
    pub(super) fn listen(&mut self, told: &Sender<Cause>) {
        if self.is_listening {
            return;
        }
        self.is_listening = true;
        self.watcher = None;
        match watcher(&self.folder, told.clone()) {
            Ok(watcher) => self.watcher = Some(watcher),
            // What is wrong with the folder is told by whoever reads it.
            Err(error) if !self.has_complained && self.folder.is_dir() => {
                self.has_complained = true;
                let reason = error.to_string();
                tracing::warn!(
                    reason,
                    "the system does not tell of changes; the folder is looked at twice a second"
                );
            }
            Err(_) => {}
        }
    }

    /// Whether the content is another than it was when this was last asked. It waits for whoever is still
    /// writing.
    pub(super) fn has_changed(&mut self) -> bool {
        let mut now = stamp(&self.folder);
        if now == self.seen {
            return false;
        }
        let begun = Instant::now();
        while begun.elapsed() < LONGEST {
            sleep(QUIET);
            let before = std::mem::replace(&mut now, stamp(&self.folder));
            if now == before {
                break;
            }
        }
        self.seen = now;
        // Other folders may stand there now, of which the system would not tell.
        self.is_listening = false;
        true
    }
}

fn watcher(folder: &Path, told: Sender<Cause>) -> notify::Result<RecommendedWatcher> {
    let tell = move |event: notify::Result<Event>| {
        if event.map_or(true, |event| is_change(event.kind)) {
            // Nobody listens any more when the program ends.
            let _ = told.send(Cause::Told);
        }
    };
    let mut watcher = recommended_watcher(tell)?;
    watcher.watch(folder, RecursiveMode::Recursive)?;
    Ok(watcher)
}

/// Whether something may have changed. To read is none, or reading would have us read again.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    }
}
