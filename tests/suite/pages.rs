//! The whole output of one page of each kind, of the small site and of the embedded one.

use lectern::library::ParagraphId;
use lectern::site::{Route, Site, TextFormat};
use scraper::{ElementRef, Html, Node};

use crate::support::{all, attribute, embedded, real, sites, snapshot, sound, text, the};

#[test]
fn pages_of_the_small_site_read_as_a_whole() {
    for (name, path) in [
        ("home", "/"),
        ("document", "/charter"),
        ("document.json", "/charter.json"),
        ("document.md", "/charter.md"),
        ("full", "/charter/full"),
        ("section", "/charter/articles/silence"),
        ("section.json", "/charter/articles/silence.json"),
        ("section.md", "/charter/articles/silence.md"),
        ("deepest_section", "/charter/guiding-duties/note"),
        ("listing", "/charter/guiding-duties"),
        ("page", "/about"),
    ] {
        snapshot(sound(), name, path);
    }
}

#[test]
fn pages_of_the_real_site_read_as_a_whole() {
    for (name, path) in [
        ("principle", "/strategy/principles/sovereignty"),
        ("principle.json", "/strategy/principles/sovereignty.json"),
        ("principle.md", "/strategy/principles/sovereignty.md"),
        ("citations", "/research/chapters/introduction"),
        ("references", "/research/sections/references"),
        ("principles", "/principles"),
        ("concordance", "/concordance"),
    ] {
        snapshot(real(), name, path);
    }
}

/// The near matches that a page for an unknown path offers. Below them it offers the texts, in a
/// list of its own.
fn offered(path: &str) -> Vec<String> {
    let page = real().site.not_found(path).unwrap();
    let page = Html::parse_document(text(&page));
    let links = all(&page, "main ul:has(+ h2) a").into_iter();
    links
        .map(|link| attribute(link, "href").to_owned())
        .collect()
}

#[test]
fn unknown_path_is_offered_the_nearest() {
    let sovereignty = "/strategy/principles/sovereignty";
    assert_eq!(
        offered("/strategy/II.2.p9")[0],
        format!("{sovereignty}#II.2.p3")
    );
    assert_eq!(offered("/strategy/principles/soverignty")[0], sovereignty);
    assert!(offered("/strategy/II.9").contains(&sovereignty.to_owned()));
    assert_eq!(offered("/stratgey")[0], "/strategy");
    assert_eq!(offered("/xyzzy/quux"), Vec::<String>::new());
    assert_eq!(offered(&"/x".repeat(5000)), Vec::<String>::new());
}

/// The words of a paragraph on a page with their marks, but without what the page adds of its own:
/// ticks, marks of quoted passages, and the paths of links, which a page that shows the paragraph
/// itself leaves out.
fn shown_words(page: &Html, id: &str) -> String {
    let mut shown = String::new();
    write_words(the(page, &format!("[id='{id}'] > .words")), &mut shown);
    shown
}

fn write_words(element: ElementRef<'_>, shown: &mut String) {
    for child in element.children() {
        if let Node::Text(text) = child.value() {
            shown.push_str(text);
        } else if let Some(child) = ElementRef::wrap(child) {
            let is_added = |class| class == "quoted" || class == "tick";
            if child.value().classes().any(is_added) {
                write_words(child, shown);
            } else {
                shown.push_str(&opening_tag(child));
                write_words(child, shown);
                shown.push_str("</>");
            }
        }
    }
}

fn opening_tag(element: ElementRef<'_>) -> String {
    let attributes = element.value().attrs().map(|(name, value)| match name {
        "href" => format!(
            " href=#{}",
            value.split_once('#').map_or("", |parts| parts.1)
        ),
        _ => format!(" {name}={value}"),
    });
    let attributes: String = attributes.collect();
    format!("<{}{attributes}>", element.value().name())
}

#[test]
fn paragraph_reads_the_same_on_every_page_that_shows_it() {
    for rendered in sites() {
        let library = rendered.library();
        let page = |route: Route| rendered.page(&rendered.site.path(route));
        let own_pages = library.sections().iter().map(|section| {
            let route = Route::Section(section.id, TextFormat::Html);
            page(route)
        });
        let own_pages: Vec<Html> = own_pages.collect();
        for document in library.documents() {
            let full = page(Route::FullText(document.id));
            for (section, own) in library.sections().iter().zip(&own_pages) {
                if section.document != document.id {
                    continue;
                }
                let words = |page: &Html, paragraph: ParagraphId| {
                    shown_words(page, &library[paragraph].reference.fragment())
                };
                for paragraph in section.paragraphs {
                    let expected = words(own, paragraph);
                    assert_eq!(words(&full, paragraph), expected);
                    for (above, page) in library.sections().iter().zip(&own_pages) {
                        if above.subtree.contains(section.id) {
                            assert_eq!(words(page, paragraph), expected);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn data_of_every_section_are_its_text() {
    for rendered in sites() {
        let library = rendered.library();
        for document in library.documents() {
            let route = Route::Document(document.id, TextFormat::Json);
            let whole = rendered.data(&rendered.site.path(route));
            let sections = whole["sections"].as_array().unwrap();
            assert_eq!(sections.len(), document.sections.len());
            for (section, in_whole) in library[document.sections].iter().zip(sections) {
                let path = |format| rendered.site.path(Route::Section(section.id, format));
                let data = rendered.data(&path(TextFormat::Json));
                assert_eq!(&data, in_whole);
                assert_eq!(data["ref"], section.reference.to_string());
                assert_eq!(data["url"], path(TextFormat::Html));
                let shown = data["paragraphs"].as_array().unwrap().iter();
                let shown: Vec<&str> = shown.map(|one| one["text"].as_str().unwrap()).collect();
                let texts = library[section.paragraphs].iter();
                let texts: Vec<&str> = texts.map(|one| one.prose.text.as_str()).collect();
                assert_eq!(shown, texts);
            }
        }
    }
}

#[test]
fn same_content_gives_the_same_bytes() {
    let again = Site::new(embedded(), None);
    let resources = real().resources();
    assert_eq!(again.routes(), real().site.routes());
    for route in again.routes() {
        let path = again.path(route);
        assert!(again.render(route).unwrap() == resources[&path].1, "{path}");
    }
}
