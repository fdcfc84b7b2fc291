//! Any file of a content folder: it loads or is refused, and what loads renders whole.
//!
//! The first line of an input names the file that the rest takes the place of.

#![no_main]

use std::sync::LazyLock;

use lectern::check::{load_sound, site_of};
use lectern::content::{File, Source, read, report};
use libfuzzer_sys::{Corpus, fuzz_target};

/// A small site with a file of every kind.
static SITE: LazyLock<Vec<File>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/sites/scholarly");
    read(&Source::Folder(folder.into()))
});

/// Larger sites are loaded, but take too long to be rendered as a whole each time.
const MOST_ROUTES: usize = 400;

fuzz_target!(|input: &[u8]| -> Corpus {
    let Some(end) = input.iter().position(|&byte| byte == b'\n') else {
        return Corpus::Reject;
    };
    let Ok(name) = str::from_utf8(&input[..end]) else {
        return Corpus::Reject;
    };
    let mut files = SITE.clone();
    let Some(file) = files.iter_mut().find(|file| file.name == name) else {
        return Corpus::Reject;
    };
    *file = File::new(name, &input[end + 1..]);
    match load_sound(&files) {
        Err(found) => assert!(!report(&files, &found).is_empty(), "refused without a word"),
        Ok(sound) => {
            let site = site_of(sound.library, None).expect("a sound library makes a site");
            let routes = site.routes();
            if routes.len() <= MOST_ROUTES {
                for route in routes {
                    let rendered = site.render(route);
                    assert!(rendered.is_ok(), "{}: {rendered:?}", site.path(route));
                }
            }
        }
    }
    Corpus::Keep
});
