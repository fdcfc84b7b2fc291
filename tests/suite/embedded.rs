//! What is compiled in is what the folders hold.

use std::path::Path;

use lectern::content::{Source, read};

/// Cargo compiles again when a file that is compiled in changes or goes, but knows nothing of a
/// new one beside it.
#[test]
fn embedded_content_is_that_of_the_folder() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = |source| -> Vec<_> {
        let files = read(&source).into_iter();
        files.map(|file| (file.name, file.contents)).collect()
    };
    assert!(
        files(Source::Embedded) == files(Source::Folder(folder)),
        "content/ has files that are not compiled in: `touch src/content/source.rs` and build again"
    );
}
