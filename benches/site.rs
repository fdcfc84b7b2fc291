//! From files to pages: what the start pays for, and one page of each kind.

use divan::{Bencher, black_box};
use lectern::check::load_valid;
use lectern::content::{File, Source, read};
use lectern::library::Library;
use lectern::search::Search;
use lectern::site::{Format, Resolution, Route, Site};
use lectern::study::Study;

fn main() {
    divan::main();
}

fn files() -> Vec<File> {
    read(&Source::Embedded)
}

fn library() -> Library {
    load_valid(&files()).unwrap_or_else(|_| panic!("the content is unsound"))
}

#[divan::bench]
fn load(bencher: Bencher<'_, '_>) {
    let files = files();
    bencher.bench(|| load_valid(black_box(&files)));
}

#[divan::bench]
fn study(bencher: Bencher<'_, '_>) {
    let library = library();
    bencher.bench(|| Study::of(black_box(&library)));
}

#[divan::bench]
fn search_index(bencher: Bencher<'_, '_>) {
    let library = library();
    bencher.bench(|| Search::of(black_box(&library)));
}

/// One address of each kind of page, and of each form of data.
const PATHS: [&str; 22] = [
    "/",
    "/texts",
    "/about",
    "/principles",
    "/strategy",
    "/strategy.json",
    "/strategy.md",
    "/strategy/full",
    "/strategy/principles",
    "/strategy/principles/sovereignty",
    "/strategy/principles/sovereignty.json",
    "/strategy/principles/sovereignty.md",
    "/concordance",
    "/concordance.json",
    "/concordance/links",
    "/concordance/silences",
    "/compare",
    "/compare/strategy-II.2/research-2.2.1",
    "/terms",
    "/terms/sovereignty",
    "/actors",
    "/search",
];

#[divan::bench(args = PATHS)]
fn render(bencher: Bencher<'_, '_>, path: &str) {
    let site = Site::new(library(), None);
    let Some(Resolution::Found(route)) = site.resolve(path) else {
        panic!("there is no {path}");
    };
    // What is computed when it is first needed is not a page's.
    let _ = site.render(route);
    bencher.bench(|| site.render(black_box(route)));
}

/// A comparison that no link joins is rendered like any other.
#[divan::bench]
fn render_unlinked_comparison(bencher: Bencher<'_, '_>) {
    let site = Site::new(library(), None);
    let sections = site.library().sections();
    let (Some(first), Some(last)) = (sections.first(), sections.last()) else {
        panic!("there is no section");
    };
    let Some(route) = Route::comparison(first.id, last.id, Format::Html) else {
        panic!("there is one section only");
    };
    bencher.bench(|| site.render(black_box(route)));
}
