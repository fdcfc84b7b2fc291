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

/// A site with one text in this language, of so many sections, none below another.
fn flat_site(sections: usize, language: &str) -> RenderedSite {
    let settings = "title = \"Flat\"\ntagline = \"One level\"\ndescription = \"Sections beside each other.\"\n\
        edition = \"1\"\nedition_date = 2026-11-28\neditors = \"A test\"\ncompare_kind = \"section\"\n\
        [[kinds]]\nid = \"section\"\nsingular = \"Section\"\nplural = \"Sections\"\n";
    let section = |at| format!("## {at}. Part {at} {{#s{at} .section ref={at}}}\n\nWords.\n\n");
    let sections: String = (1..=sections).map(section).collect();
    let front = format!(
        "id = \"a\"\ntitle = \"A\"\nrights = \"None.\"\nprovenance = \"Made for a test.\"\nlanguage = \"{language}\"\n"
    );
    let files = [
        File::new("site.toml", settings),
        File::new("a.md", format!("+++\n{front}+++\n\n{sections}")),
    ];
    RenderedSite::new(library_of(&files), None)
}

/// What stands in the contents beside a page: the first and the last entry, and how many there are.
fn beside(rendered: &RenderedSite, path: &str) -> (String, String, usize) {
    let page = rendered.page(path);
    let entries = all(&page, ".rail li");
    let [first, .., last] = entries.as_slice() else {
        panic!("{path} has no contents beside it");
    };
    (words(*first), words(*last), entries.len())
}

#[test]
fn of_a_long_level_only_what_is_near_stands_beside_a_page() {
    let long = flat_site(300, "en");
    for (path, first, last, entries) in [
        ("/a/sections/s1", "1 Part 1", "274 later", 27),
        ("/a/sections/s150", "124 earlier", "125 later", 53),
        ("/a/150.p1", "124 earlier", "125 later", 53),
        ("/a/sections/s300", "274 earlier", "300 Part 300", 27),
        ("/a/full", "1 Part 1", "300 Part 300", 300),
    ] {
        let found = beside(&long, path);
        assert_eq!(
            found,
            (first.to_owned(), last.to_owned(), entries),
            "{path}"
        );
    }
    let (first, last, entries) = beside(&flat_site(100, "en"), "/a/sections/s50");
    assert_eq!(
        (first.as_str(), last.as_str(), entries),
        ("1 Part 1", "100 Part 100", 100)
    );
}

#[test]
fn what_is_left_out_is_told_in_english_beside_any_text() {
    let page = |language| flat_site(101, language).page("/a/sections/s1");
    let (arabic, english) = (page("ar"), page("en"));
    let told = |page| all(page, ".rail li").pop().unwrap();
    let told_in_arabic = told(&arabic);
    assert_eq!(words(told_in_arabic), "75 later");
    assert_eq!(attribute(told_in_arabic, "lang"), "en");
    assert_eq!(attribute(told_in_arabic, "dir"), "ltr");
    assert_eq!(told(&english).attr("lang"), None);
}
