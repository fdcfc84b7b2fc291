//! Control characters in content, which reach neither readers nor terminals.

use crate::support::{change, set_contents, sound_files, text_of, told};

#[test]
fn control_characters_are_refused_and_shown_escaped() {
    for (name, text) in [
        ("raw", "\n\nA \u{1b}[31m sign.\n"),
        ("number", "\n\nA &#27;[31m sign.\n"),
        ("nul", "\n\nA \u{0} sign.\n"),
        ("delete", "\n\nA \u{7f} sign.\n"),
    ] {
        let mut files = sound_files();
        let page = text_of(&files, "pages/about.md") + text;
        set_contents(&mut files, "pages/about.md", page);
        let told = told(&files);
        assert!(told.contains("is a control character"), "{name}: {told}");
        assert!(told.chars().all(|sign| sign == '\n' || !sign.is_control()));
    }
    let mut files = sound_files();
    change(
        &mut files,
        "site.toml",
        "title = \"",
        "title = \"\\u001b[31m",
    );
    assert!(told(&files).contains("U+001B is a control character"));
    let mut files = sound_files();
    let last = files.len() - 1;
    files[last].shown = "pages/\u{1b}[31m.md".to_owned();
    files[last].contents = Err("no".to_owned());
    let told = told(&files);
    assert!(told.contains("pages/\\u{1b}[31m.md"), "{told}");
}
