//! What a document may hold besides paragraphs, on every page and in every file that shows it.

use lectern::content::File;
use lectern::site::{Outcome, Site};

use crate::support::{RenderedSite, change, law, snapshot, sound_files, told, verse};

#[test]
fn verse_reads_as_a_whole() {
    for (name, path) in [
        ("verse_full", "/poems/full"),
        ("verse_paragraph", "/poems/I.p2"),
        ("verse.md", "/poems.md"),
        ("verse.json", "/poems.json"),
        ("verse.tei", "/poems.tei.xml"),
    ] {
        snapshot(verse(), name, path);
    }
}

#[test]
fn law_reads_as_a_whole() {
    for (name, path) in [
        ("law_full", "/harbour/full"),
        ("law_item", "/harbour/2.p5"),
        ("law_table", "/harbour/3.p5"),
        ("law.md", "/harbour.md"),
        ("law.json", "/harbour.json"),
        ("law.tei", "/harbour.tei.xml"),
    ] {
        snapshot(law(), name, path);
    }
}
