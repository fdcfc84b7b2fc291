//! What several tests share.

use lectern::content::{Source, load, read, report};
use lectern::library::Library;

/// The library of the content that is compiled in.
pub fn embedded() -> Library {
    let files = read(&Source::Embedded);
    let loaded = load(&files);
    match loaded.library {
        Some(library) => library,
        None => panic!("{}", report(&files, &loaded.diagnostics)),
    }
}
