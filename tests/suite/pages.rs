//! The whole output of one page of each kind, of the small site and of the embedded one.

use lectern::library::prose::Prose;
use lectern::library::section::Section;
use lectern::site::{Site, render};
use serde_json::Value;

use crate::support::{body, embedded, library_of, snapshot, sound_files};

#[test]
fn pages_of_the_small_site() {
    let site = render(library_of(&sound_files()));
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
        snapshot(&site, name, path);
    }
}

#[test]
fn pages_of_the_real_site() {
    let site = render(embedded());
    for (name, path) in [
        ("principle", "/strategy/principles/sovereignty"),
        ("principle.json", "/strategy/principles/sovereignty.json"),
        ("principle.md", "/strategy/principles/sovereignty.md"),
        ("citations", "/research/chapters/introduction"),
        ("references", "/research/sections/references"),
        ("principles", "/principles"),
        ("concordance", "/concordance"),
    ] {
        snapshot(&site, name, path);
    }
}

/// The near matches that a page for an unknown path offers.
fn offered(site: &Site, path: &str) -> Vec<String> {
    let page = String::from_utf8(site.not_found(path).body.to_vec()).unwrap();
    let Some((_, rest)) = page.split_once("Did you mean") else {
        return Vec::new();
    };
    let (list, _) = rest.split_once("</ul>").unwrap();
    list.split("href=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}

#[test]
fn an_unknown_path_is_offered_the_nearest() {
    let site = render(embedded());
    let sovereignty = "/strategy/principles/sovereignty";
    assert_eq!(offered(&site, "/strategy/II.2.p9")[0], sovereignty);
    assert_eq!(
        offered(&site, "/strategy/principles/soverignty")[0],
        sovereignty
    );
    assert!(offered(&site, "/strategy/II.9").contains(&sovereignty.to_owned()));
    assert_eq!(offered(&site, "/stratgey")[0], "/strategy");
    assert_eq!(offered(&site, "/xyzzy/quux"), Vec::<String>::new());
    assert_eq!(offered(&site, &"/x".repeat(5000)), Vec::<String>::new());
}

/// The words of a paragraph on a page, as a reader sees them.
fn shown_words(html: &str, id: &str) -> String {
    let (_, rest) = html
        .split_once(&format!("<div class=\"para\" id=\"{id}\">"))
        .unwrap();
    let (_, rest) = rest.split_once("<p class=\"words\">").unwrap();
    rest.split_once("</p>").unwrap().0.to_owned()
}

#[test]
fn a_paragraph_reads_the_same_on_every_page_that_shows_it() {
    let library = embedded();
    let site = render(library.clone());
    for document in &library.documents {
        let full = body(&site, &lectern::library::address::full(document));
        for (at, section) in document.sections.iter().enumerate() {
            let own = body(&site, &lectern::library::address::section(section));
            let above = document.ancestors(at);
            for paragraph in section.paragraphs() {
                let id = paragraph.reference.fragment();
                let words = without_page(&without_answers(&shown_words(&own, &id)));
                assert_eq!(without_page(&shown_words(&full, &id)), words);
                for &up in &above {
                    let parent: &Section = &document.sections[up];
                    let page = body(&site, &lectern::library::address::section(parent));
                    assert_eq!(without_page(&shown_words(&page, &id)), words);
                }
            }
        }
    }
}

/// The same words without what a page adds around them: ticks and quoted passages.
fn without_answers(html: &str) -> String {
    let mut shown = String::new();
    let mut open = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        shown.push_str(&rest[..start]);
        let (tag, after) = rest[start..].split_once('>').unwrap();
        let name = tag
            .trim_start_matches(['<', '/'])
            .split(' ')
            .next()
            .unwrap();
        let added = if tag.starts_with("</") {
            open.pop().unwrap()
        } else {
            let added = tag.contains("class=\"quoted") || tag.contains("class=\"tick\"");
            open.push(added);
            added
        };
        assert!(!name.is_empty());
        if !added {
            shown.push_str(tag);
            shown.push('>');
        }
        rest = after;
    }
    shown + rest
}

/// A link to a paragraph that the page itself shows has no path.
fn without_page(html: &str) -> String {
    let mut parts = html.split("href=\"");
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(['#', '"']).unwrap_or_default();
        shown.push_str("href=\"");
        shown.push_str(&part[end..]);
    }
    shown
}

#[test]
fn the_data_of_every_section_are_its_text() {
    let library = embedded();
    let site = render(library.clone());
    for document in &library.documents {
        let path = lectern::library::address::document(document);
        let whole: Value = serde_json::from_str(&body(&site, &format!("{path}.json"))).unwrap();
        assert_eq!(
            whole["sections"].as_array().unwrap().len(),
            document.sections.len()
        );
        for (at, section) in document.sections.iter().enumerate() {
            let path = lectern::library::address::section(section);
            let text = body(&site, &format!("{path}.json"));
            let data: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(data, whole["sections"][at]);
            assert_eq!(data["ref"], section.reference.to_string());
            assert_eq!(data["url"], path);
            let texts: Vec<&str> = data["paragraphs"]
                .as_array()
                .unwrap()
                .iter()
                .map(|p| p["text"].as_str().unwrap())
                .collect();
            let proses: Vec<&Prose> = section.paragraphs().into_iter().map(|p| &p.prose).collect();
            assert_eq!(
                texts,
                proses
                    .iter()
                    .map(|prose| prose.text.as_str())
                    .collect::<Vec<_>>()
            );
        }
    }
}

#[test]
fn a_render_repeats_itself_byte_for_byte() {
    let (one, two) = (render(embedded()), render(embedded()));
    assert!(one.resources().eq(two.resources()));
}
