//! Any text as it is found: it is refused in words, or becomes a document that loads.

#![no_main]

use lectern::check::load_sound;
use lectern::content::{AdoptOptions, Diagnostic, File, SourceText, adopt, report};
use lectern::library::Slug;
use libfuzzer_sys::fuzz_target;

const SETTINGS: &str = include_str!("../../starter/site.toml");

fuzz_target!(|text: &str| {
    let source = SourceText {
        name: "text.md",
        text,
    };
    let Ok(adopted) = adopt(source, SETTINGS, &AdoptOptions::default(), &faults) else {
        return;
    };
    let files = files(&adopted.site, &adopted.document, &adopted.id);
    if let Err(found) = load_sound(&files) {
        assert!(!report(&files, &found).is_empty(), "refused without a word");
    }
});

fn files(settings: &str, document: &str, id: &Slug) -> [File; 2] {
    [
        File::new("site.toml", settings),
        File::new(&format!("{id}.md"), document),
    ]
}

fn faults(settings: &str, document: &str, id: &Slug) -> Vec<Diagnostic> {
    let found = load_sound(&files(settings, document, id));
    let found = found.err().unwrap_or_default();
    found.into_iter().filter(|one| one.file == 1).collect()
}
