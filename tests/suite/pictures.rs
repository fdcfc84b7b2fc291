//! The committed pictures are those that `cargo xtask pictures` would draw now.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::real;

#[path = "../../xtask/src/sums.rs"]
mod sums;

const STALE: &str = "the pictures are stale: run `cargo xtask pictures` and commit static/pictures";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn pictures_are_drawn_from_the_files_that_are_there() {
    let kept = fs::read_to_string(root().join(sums::SUMS)).unwrap_or_default();
    let now = sums::sums(root()).unwrap();
    let only = |these: &str, those: &str| -> Vec<String> {
        let lines = these
            .lines()
            .filter(|line| !those.lines().any(|other| other == *line));
        lines.map(str::to_owned).collect()
    };
    let (gone, new) = (only(&kept, &now), only(&now, &kept));
    assert!(kept == now, "{STALE}\nwas: {gone:#?}\nis: {new:#?}");
}

#[test]
fn every_card_shows_what_the_content_says() {
    let cards = real().site.card_facts().into_iter();
    let wanted: BTreeMap<String, String> = cards
        .map(|(name, facts)| (format!("card-{name}.txt"), facts.join("\n")))
        .collect();
    let mut shown = BTreeMap::new();
    for entry in fs::read_dir(root().join("static/pictures")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.path().extension().is_some_and(|end| end == "txt") {
            shown.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
    assert_eq!(shown, wanted, "{STALE}");
}
