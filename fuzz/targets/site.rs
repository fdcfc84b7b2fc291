//! The site of the content that is built in, which several targets ask.

use std::sync::LazyLock;

use lectern::check::load_valid;
use lectern::content::{Source, read};
use lectern::site::Site;

pub static SITE: LazyLock<Site> = LazyLock::new(|| {
    let library = load_valid(&read(&Source::Embedded)).expect("the content is sound");
    Site::new(library, None)
});
