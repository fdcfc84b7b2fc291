//! Whether content is sound: it loads, its links lead somewhere, and every route of its site renders.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::content::{Diagnostic, File, load};
use crate::library::Library;
use crate::site::{Route, Site};

/// Loads the files of a content folder, and sees that every link inside the site leads somewhere.
///
/// # Errors
/// Everything that is wrong, by file and place.
pub fn load_valid(files: &[File]) -> Result<Library, Vec<Diagnostic>> {
    let is_known = |library: &Library, path: &str| Route::resolve(library, path).is_some();
    let loaded = load(files).with_unknown_links(&is_known, &Route::page_paths);
    match loaded.library {
        Some(library) if loaded.diagnostics.is_empty() => Ok(library),
        _ => Err(loaded.diagnostics),
    }
}

/// A route that is not rendered, whatever is asked for: a fault of the program that this content
/// brings to light.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderFault {
    /// The path of the route.
    pub path: String,
    /// What went wrong, in a line.
    pub message: String,
}

/// Renders every route of a site, on all cores, and keeps nothing but the faults, in the order of
/// the routes.
#[must_use]
pub fn render_all(site: &Site) -> Vec<RenderFault> {
    let routes = site.routes();
    let next = AtomicUsize::new(0);
    let faults = Mutex::new(Vec::new());
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(&route) = routes.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Some(message) = fault(site, route) {
                        let mut faults = faults.lock().unwrap_or_else(PoisonError::into_inner);
                        faults.push((route, message));
                    }
                }
            });
        }
    });
    let mut faults = faults.into_inner().unwrap_or_else(PoisonError::into_inner);
    faults.sort();
    let named = faults.into_iter().map(|(route, message)| RenderFault {
        path: site.path(route),
        message,
    });
    named.collect()
}

/// Why a route is not rendered, if it is not.
fn fault(site: &Site, route: Route) -> Option<String> {
    // A site is only read, so that a panic leaves nothing half done.
    match catch_unwind(AssertUnwindSafe(|| site.render(route))) {
        Ok(Ok(_)) => None,
        Ok(Err(error)) => Some(error.to_string()),
        Err(panic) => Some(panic_message(&*panic).to_owned()),
    }
}

/// What a panic said.
fn panic_message(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("the program panicked")
}
