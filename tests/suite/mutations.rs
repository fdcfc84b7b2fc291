//! No input makes the loader panic: real content, cut, swapped and spoiled.

use lectern::check::{load_valid, render_all};
use lectern::content::{File, Source, read, report};
use lectern::site::Site;
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof};
use proptest::proptest;

use crate::support::told;

/// One change of a file's bytes.
#[derive(Debug, Clone)]
enum Change {
    Delete(usize, usize),
    Insert(usize, Vec<u8>),
    Copy(usize, usize, usize),
}

/// Bytes that mean something in Markdown or TOML, and some that mean nothing anywhere.
fn spoiler() -> impl Strategy<Value = Vec<u8>> {
    let signs = [
        "+++",
        "\n+++\n",
        "[^",
        "[^a]: ",
        "](",
        "[[",
        "]]",
        "{#",
        "}",
        "ref=",
        "ref=\"",
        "## ",
        "###### ",
        "\n> ",
        "\n- ",
        "\n1. ",
        "**",
        "*",
        "`",
        "<b>",
        "<",
        "\n\n",
        "\t",
        "\r\n",
        "\0",
        "\u{feff}",
        "—",
        "¹",
        "é",
        "[[kinds]]\n",
        "= [",
        "\"\"\"",
        "lines = [1",
        "2017-13-45",
        "\\",
    ];
    let sign = proptest::sample::select(signs.to_vec());
    prop_oneof![
        sign.prop_map(|text| text.as_bytes().to_vec()),
        vec(any::<u8>(), 0..6)
    ]
}

fn change() -> impl Strategy<Value = Change> {
    let place = any::<usize>;
    prop_oneof![
        (place(), 1..400_usize).prop_map(|(at, length)| Change::Delete(at, length)),
        (place(), spoiler()).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        (place(), place(), 1..200_usize)
            .prop_map(|(from, to, length)| Change::Copy(from, to, length)),
        Just(Change::Insert(0, b"\xff\xfe".to_vec())),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: Change) {
    let within = |at: usize, bytes: &[u8]| at % (bytes.len() + 1);
    match change {
        Change::Delete(at, length) => {
            let start = within(at, bytes);
            let end = (start + length).min(bytes.len());
            bytes.drain(start..end);
        }
        Change::Insert(at, new) => {
            let at = within(at, bytes);
            bytes.splice(at..at, new);
        }
        Change::Copy(from, to, length) => {
            let start = within(from, bytes);
            let end = (start + length).min(bytes.len());
            let piece = bytes[start..end].to_vec();
            let to = within(to, bytes);
            bytes.splice(to..to, piece);
        }
    }
}

#[test]
fn markup_that_nests_without_end_is_reported() {
    let folds = [
        "*a **b ".repeat(40_000),
        "- ".repeat(5000),
        "> ".repeat(5000),
        "[".repeat(50_000),
    ];
    for fold in folds {
        let mut files = read(&Source::Embedded);
        let at = files
            .iter()
            .position(|file| file.name == "strategy.md")
            .unwrap();
        let text = format!("{}\n\n{fold}x\n", files[at].lossy());
        files[at] = File::new("strategy.md", text);
        told(&files);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spoiled_content_is_loaded_or_reported(file in any::<usize>(), changes in vec(change(), 1..6)) {
        let mut files = read(&Source::Embedded);
        let at = file % files.len();
        let mut bytes = files[at].contents.clone().unwrap();
        for change in changes {
            apply(&mut bytes, change);
        }
        files[at] = File::new(&files[at].name.clone(), bytes);
        match load_valid(&files) {
            Ok(library) => {
                let faults = render_all(&Site::new(library, None));
                assert!(faults.is_empty(), "{faults:?}");
            }
            Err(diagnostics) => {
                assert!(!diagnostics.is_empty());
                assert!(!report(&files, &diagnostics).is_empty());
            }
        }
    }
}
