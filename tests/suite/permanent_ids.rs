//! The permanent ids of links and silences: what they name, and that nothing renumbers them.

use std::collections::BTreeMap;

use lectern::library::Place;
use lectern::site::{Resolution, Route};
use serde_json::Value;

use crate::support::{
    RenderedSite, all, attribute, change, library_of, real, scholarly, scholarly_files, snapshot,
    the, the_in, words,
};

/// A link and a silence, each to stand before the others.
const FIRST: [(&str, &str); 2] = [
    (
        "[[links]]\nid = \"m1\"",
        r#"[[links]]
id = "m7"
from = "house/1.p2"
to = "guests/I.p1"
relation = "answers"
strength = 1
from_quote = "chair"
to_quote = "keep quiet at night"
reason = "It stands first."

[[links]]
id = "m1""#,
    ),
    (
        "[[silences]]\nid = \"s1\"",
        r#"[[silences]]
id = "s9"
theme = "rules"
kind = "gap"
refs = ["house/3"]
quotes = ["Bread"]
note = "It stands first."

[[silences]]
id = "s1""#,
    ),
];

/// What the data of the concordance have under a key, by id.
fn by_id(site: &RenderedSite, key: &str) -> BTreeMap<String, Value> {
    let data = site.data("/concordance.json");
    let things = data[key].as_array().unwrap().iter();
    let named = things.map(|one| (one["id"].as_str().unwrap().to_owned(), one.clone()));
    named.collect()
}

#[test]
fn what_is_inserted_renumbers_nothing() {
    let mut files = scholarly_files();
    for (before, after) in FIRST {
        change(&mut files, "concordance.toml", before, after);
    }
    let longer = RenderedSite::new(library_of(&files), None);
    for key in ["links", "silences"] {
        let mut after = by_id(&longer, key);
        after.retain(|id, _| !["m7", "s9"].contains(&id.as_str()));
        assert_eq!(after, by_id(scholarly(), key));
    }
    for link in scholarly().library().links() {
        let path = format!("/concordance/links/{}", link.code);
        let [before, after] = [scholarly(), &longer].map(|site| {
            let page = site.page(&path);
            let shown = the(&page, ".pairing");
            (attribute(shown, "id").to_owned(), words(shown))
        });
        assert_eq!(before, after, "{path}");
    }
    let silence =
        |site: &RenderedSite| words(the(&site.page("/concordance/silences"), "#silence-s1"));
    assert_eq!(silence(scholarly()), silence(&longer));
}

#[test]
fn link_has_a_page_of_its_own() {
    snapshot(scholarly(), "link", "/concordance/links/m4");
}

#[test]
fn path_of_no_link_leads_nowhere() {
    for name in ["m0", "m01", "m9999", "m-1", "m", "s1", "m99999999999"] {
        let path = format!("/concordance/links/{name}");
        assert_eq!(real().site.resolve(&path), None, "{path}");
    }
}

#[test]
fn next_leads_through_all_links() {
    let site = &real().site;
    let mut at = Some(site.path(Route::Link(site.study().links.in_reading_order()[0].link)));
    let mut seen = Vec::new();
    while let Some(path) = at.take() {
        let page = real().page(&path);
        let next = all(&page, ".turn [rel=next]");
        at = next.first().map(|next| attribute(*next, "href").to_owned());
        seen.push(path);
    }
    let mut every: Vec<String> = real()
        .library()
        .links()
        .iter()
        .map(|link| site.path(Route::Link(link.id)))
        .collect();
    seen.sort_unstable();
    every.sort_unstable();
    assert_eq!(seen, every);
}

#[test]
fn card_of_a_paragraph_leads_to_the_page_of_its_link() {
    for paragraph in real().library().paragraphs() {
        let path = real().site.place_path(Place::from(paragraph.id));
        for card in all(&real().page(&path), ".card") {
            let id = attribute(card, "id").strip_prefix("link-").unwrap();
            let href = attribute(the_in(card, ".which"), "href");
            assert_eq!(href, format!("/concordance/links/{id}"), "{path}");
            let found = real().site.resolve(href);
            assert!(matches!(found, Some(Resolution::Found(Route::Link(_)))));
        }
    }
}
