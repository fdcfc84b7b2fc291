//! Whether content is sound: it loads, its links lead somewhere, and every route of its site renders.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::content::{Diagnostic, File, Loaded, Problem, caught, load};
use crate::library::Library;
use crate::site::{BaseUrl, Route, Site};

/// Content that can be served.
#[derive(Debug)]
pub struct Sound {
    /// What it holds.
    pub library: Library,
    /// What is probably not as it was meant, by file and place.
    pub warnings: Vec<Diagnostic>,
}

/// Loads the files of a content folder, and sees that every link inside the site leads somewhere.
///
/// # Errors
/// Everything that is wrong, warnings included, by file and place.
pub fn load_sound(files: &[File]) -> Result<Sound, Vec<Diagnostic>> {
    let is_known = |library: &Library, path: &str| Route::resolve(library, path).is_some();
    sound(|| load(files).with_unknown_links(&is_known, &Route::page_paths))
}

/// The same without the warnings.
///
/// # Errors
/// Everything that is wrong, by file and place.
pub fn load_valid(files: &[File]) -> Result<Library, Vec<Diagnostic>> {
    load_sound(files).map(|sound| sound.library)
}

/// What a load comes to, if there is no error.
fn sound(load: impl FnOnce() -> Loaded) -> Result<Sound, Vec<Diagnostic>> {
    let loaded = caught(load).map_err(|message| {
        vec![Diagnostic {
            // No file: a reader that panics is reported with its own.
            file: usize::MAX,
            span: None,
            problem: Problem::LoadPanicked(message),
        }]
    })?;
    let warnings = loaded.diagnostics;
    match loaded.library {
        Some(library) if warnings.iter().all(|one| !one.is_error()) => {
            Ok(Sound { library, warnings })
        }
        _ => Err(warnings),
    }
}

/// The site of a library, for where it stands on the web if that is known.
///
/// # Errors
/// What a panic said: a fault of the program that this content brings to light.
pub fn site_of(library: Library, base: Option<BaseUrl>) -> Result<Site, String> {
    caught(|| Site::new(library, base))
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
    match caught(|| site.render(route)) {
        Ok(Ok(_)) => None,
        Ok(Err(error)) => Some(error.to_string()),
        Err(panic) => Some(panic),
    }
}

#[cfg(test)]
mod tests {
    use super::sound;
    use crate::content::{Problem, report};

    #[test]
    fn panic_of_a_load_is_a_diagnostic_of_no_file() {
        let Err(found) = sound(|| panic!("no such sign")) else {
            panic!("there is a library");
        };
        let expected = Problem::LoadPanicked("no such sign".to_owned());
        assert_eq!(found[0].problem, expected);
        let told = report(&[], &found);
        assert!(
            told.starts_with("error: Lectern failed to put this content together: no such sign\n"),
            "{told}"
        );
    }
}
