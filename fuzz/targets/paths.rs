//! Any path: it leads to a route by that route's own path, or to what is said of an unknown one.

#![no_main]

mod site;

use lectern::serve::normalize_path;
use lectern::site::{Resolution, Route};
use libfuzzer_sys::fuzz_target;
use site::SITE;

fuzz_target!(|given: &str| {
    let Some(path) = normalize_path(given) else {
        return;
    };
    assert_eq!(normalize_path(&path).as_deref(), Some(&*path), "not normal");
    let library = SITE.library();
    match Route::resolve(library, &path) {
        Some(Resolution::Found(route)) => assert_eq!(SITE.path(route), path),
        Some(Resolution::Moved(route)) => {
            let own = SITE.path(route);
            let found = Route::resolve(library, &own);
            assert_eq!(found, Some(Resolution::Found(route)), "{path} → {own}");
        }
        Some(Resolution::Range(range)) => assert!(!SITE.range_path(range).is_empty()),
        None => {
            SITE.not_found(&path).expect("a page");
        }
    }
});
