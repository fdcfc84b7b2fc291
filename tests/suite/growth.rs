//! What must not grow with the number of documents.

use std::sync::LazyLock;

use lectern::content::{File, Source, read};
use lectern::library::Library;
use lectern::site::{Outcome, Resolution};
use scraper::Html;

use crate::support::{RenderedSite, all, attribute, change, library_of, text, text_of, the, words};

/// The real content, its pages aside, with so many copies of the strategy, which nobody compared.
fn library_with_copies(copies: usize) -> Library {
    let mut files = read(&Source::Embedded);
    let written = ["editions/", "pages/"];
    files.retain(|file| !written.iter().any(|folder| file.name.starts_with(folder)));
    change(&mut files, "site.toml", "nav = [\"study\"]\n", "");
    let strategy = text_of(&files, "strategy.md");
    for copy in 1..=copies {
        let id = format!("id = \"strategy-{copy}\"");
        let text = strategy.replacen("id = \"strategy\"", &id, 1);
        files.push(File::new(&format!("strategy-{copy}.md"), text));
    }
    library_of(&files)
}

/// Two documents, and more than a page lists.
static SITES: LazyLock<[RenderedSite; 3]> =
    LazyLock::new(|| [0, 8, 16].map(|copies| RenderedSite::new(library_with_copies(copies), None)));

fn length(rendered: &RenderedSite, path: &str) -> usize {
    match rendered.site.resolve(path) {
        Some(Resolution::Found(route)) => rendered.site.render(route).unwrap().body.len(),
        other => panic!("{path} leads to {other:?}"),
    }
}

#[test]
fn page_of_a_section_grows_by_less_than_a_kilobyte() {
    for path in [
        "/strategy/principles/sovereignty",
        "/research/chapters/objectives-and-principles",
    ] {
        let [two, _, many] = SITES.each_ref().map(|site| length(site, path));
        assert!(two.abs_diff(many) < 1000, "{path}: {two} and {many} bytes");
    }
}

#[test]
fn no_page_lists_all_documents_but_the_one_that_has_to() {
    let [_, some, more] = &*SITES;
    for path in [
        "/",
        "/strategy",
        "/strategy/full",
        "/strategy/principles/sovereignty",
        "/strategy/principles/sovereignty.json",
        "/concordance",
        "/concordance/links",
        "/compare",
        "/compare/strategy-II.2/research-2.2.1",
        "/search",
        "/handout",
    ] {
        let (few, many) = (length(some, path), length(more, path));
        assert!(few.abs_diff(many) < 300, "{path}: {few} and {many} bytes");
    }
    let missing = [some, more].map(|site| site.site.not_found("/nowhere").unwrap().body.len());
    assert!(missing[0].abs_diff(missing[1]) < 300, "{missing:?}");
    assert!(length(more, "/texts") > length(some, "/texts") + 8 * 300);
}

#[test]
fn results_can_be_narrowed_to_any_of_many_texts() {
    let [_, _, many] = &*SITES;
    let page = match many.site.search("sovereignty", 1).unwrap() {
        Outcome::Answer(page) => page,
        other => panic!("no results: {other:?}"),
    };
    let page = Html::parse_document(text(&page));
    let offered = all(&page, ".narrow a[href*='doc%3A']").into_iter();
    let hrefs: Vec<&str> = offered.map(|link| attribute(link, "href")).collect();
    for document in many.library().documents() {
        let operator = format!("doc%3A{}", document.slug);
        let leads = |href: &&&str| {
            let ends = [format!("{operator}+"), format!("{operator}%20")];
            ends.iter().any(|end| href.contains(end))
        };
        assert_eq!(
            hrefs.iter().filter(leads).count(),
            1,
            "{operator} {hrefs:?}"
        );
    }
    assert_eq!(words(the(&page, ".narrow summary")), "6 more");
}
