//! Comparisons: every paragraph whole once, shared wording marked, one address for each pair.

use std::collections::BTreeMap;

use lectern::library::{IdRange, Library, SectionId};
use lectern::site::{Format, Outcome, Resolution, Route};
use scraper::Html;
use serde_json::Value;

use crate::support::{all, all_in, attribute, real, refusal, scholarly, snapshot, text, words};
use crate::wire::shared_server;

const PATH: &str = "/compare/strategy-II.2/research-2.2.1";
/// Two sections that no link joins.
const UNLINKED: &str = "/compare/strategy-IV.6/research-2.2.1";

/// What the real site sends for a path, whether or not a link of the site leads there.
fn sent(path: &str) -> String {
    let site = &real().site;
    let Some(Resolution::Found(route)) = site.resolve(path) else {
        panic!("there is no {path}");
    };
    text(&site.render(route).unwrap()).to_owned()
}

/// The paragraphs that a comparison has to show: of each section its own, else those below it.
fn expected(library: &Library, sections: [SectionId; 2]) -> BTreeMap<String, usize> {
    let shown = sections.into_iter().flat_map(|id| {
        let section = &library[id];
        if section.paragraphs.is_empty() {
            section.subtree
        } else {
            IdRange::only(id)
        }
    });
    let paragraphs = shown.flat_map(|id| &library[library[id].paragraphs]);
    let ids = paragraphs.map(|paragraph| {
        let reference = &paragraph.reference;
        format!("{}-{}", reference.document, reference.fragment())
    });
    ids.map(|id| (id, 1)).collect()
}

/// How often each paragraph stands whole on a page.
fn whole_paragraphs(page: &Html) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for side in all(page, ".side:has(> .words)") {
        *counts.entry(attribute(side, "id").to_owned()).or_default() += 1;
    }
    counts
}

#[test]
fn comparison_reads_as_a_whole() {
    snapshot(real(), "comparison", PATH);
    snapshot(real(), "comparison.json", &format!("{PATH}.json"));
    snapshot(real(), "comparisons", "/compare");
}

#[test]
fn shared_wording_is_marked_on_both_sides() {
    let page = real().page(PATH);
    for shared in ["to choose their own", "security of other countries"] {
        let sides = all(&page, ".side > .words").into_iter();
        let marked = sides.filter(|side| {
            let marks = all_in(*side, "mark").into_iter();
            marks.map(words).any(|marked| marked == shared)
        });
        assert_eq!(marked.count(), 2, "{shared}");
    }
}

#[test]
fn linked_clauses_stand_on_one_row() {
    let data = real().data(&format!("{PATH}.json"));
    let rows = data["rows"].as_array().unwrap();
    let row = |first: &str, second: &str| {
        let mut own = rows
            .iter()
            .filter(|row| row["first"]["ref"] == first && row["second"]["ref"] == second);
        let row = own.next().unwrap_or_else(|| panic!("no row of {first}"));
        assert!(own.next().is_none(), "two rows of {first} and {second}");
        row
    };
    let heads = row("strategy/II.2", "research/2.2.1");
    assert_eq!(heads["links"].as_array().unwrap().len(), 1);
    let whole = row("strategy/II.2.p1", "research/2.2.1.p1");
    assert_eq!(whole["first"]["whole"], true);
    assert_eq!(whole["second"]["whole"], true);
    assert_eq!(whole["links"].as_array().unwrap().len(), 6);
    let clause = row("strategy/II.2.p3", "research/2.2.1.p1");
    assert_eq!(clause["first"]["whole"], true);
    assert_eq!(clause["second"]["whole"], false);
    assert_eq!(
        clause["second"]["text"], clause["links"][0]["from_quote"],
        "the clause is not what the link quotes"
    );
    let alone = rows
        .iter()
        .find(|row| row["first"]["ref"] == "strategy/II.2.p2");
    assert_eq!(alone.unwrap()["second"], Value::Null);
}

#[test]
fn each_paragraph_of_a_pair_stands_whole_once() {
    for rendered in [real(), scholarly()] {
        let pairs = rendered.site.study().links.pairs();
        assert!(!pairs.is_empty());
        for pair in pairs {
            let route = Route::comparison(pair.second, pair.first, Format::Html).unwrap();
            let path = rendered.site.path(route);
            assert_eq!(
                whole_paragraphs(&rendered.page(&path)),
                expected(rendered.library(), [pair.first, pair.second]),
                "{path}"
            );
        }
    }
}

#[test]
fn pair_has_one_address() {
    let site = &real().site;
    let found = |path: &str| match site.resolve(path) {
        Some(Resolution::Found(route)) => route,
        other => panic!("{path} leads to {other:?}"),
    };
    for (asked, path) in [
        ("/compare/research-2.2.1/strategy-II.2", PATH),
        ("/compare/STRATEGY-ii.2/Research-2.2.1", PATH),
        ("/COMPARE/strategy-ii.2/research-2.2.1", PATH),
        ("/compare/research-2.2.1/strategy-iv.6", UNLINKED),
    ] {
        let moved = Some(Resolution::Moved(found(path)));
        assert_eq!(site.resolve(asked), moved, "{asked}");
        let moved = Some(Resolution::Moved(found(&format!("{path}.json"))));
        assert_eq!(site.resolve(&format!("{asked}.json")), moved, "{asked}");
    }
}

#[test]
fn pair_without_links_has_a_page_that_no_link_leads_to() {
    assert!(!real().resources().contains_key(UNLINKED));
    let html = sent(UNLINKED);
    assert!(html.contains("No link by the editors"));
    assert!(html.contains("No counterpart here"));
    let data: Value = serde_json::from_str(&sent(&format!("{UNLINKED}.json"))).unwrap();
    assert_eq!(data["first"], "strategy/IV.6");
    assert_eq!(data["second"], "research/2.2.1");
}

#[test]
fn section_is_compared_with_one_below_it() {
    for (path, twice) in [
        ("/compare/strategy-II/strategy-II.2", "strategy-II.2"),
        ("/compare/research-2/research-2.2.1", "research-2.2.1"),
    ] {
        let page = Html::parse_document(&sent(path));
        assert_eq!(all(&page, &format!("[id='{twice}']")).len(), 1, "{path}");
        let counts = whole_paragraphs(&page);
        assert!(counts.len() > 1, "{path}");
        assert!(counts.values().all(|&count| count == 1), "{path}");
    }
}

#[test]
fn choice_leads_to_the_comparison() {
    for (first, second) in [
        ("strategy-II.2", "research-2.2.1"),
        ("research-2.2.1", "strategy-ii.2"),
        ("strategy/II.2.p1", "research/2.2.1"),
    ] {
        match real().site.chosen(first, second).unwrap() {
            Outcome::SeeOther(path) => assert_eq!(path, PATH),
            other => panic!("{first} and {second} lead to {other:?}"),
        }
    }
}

#[test]
fn faulty_choice_is_told_what_is_wrong() {
    for (first, second, says) in [
        ("", "research-2.2.1", "Two sections are needed"),
        (
            "strategy-II.9",
            "research-2.2.1",
            "has a section “strategy-II.9”",
        ),
        ("strategy-II.2", "<b>", "has a section “<b>”"),
        ("strategy-II.2", "strategy-ii.2", "compared with itself"),
    ] {
        let page = refusal(real().site.chosen(first, second).unwrap());
        let page = Html::parse_document(text(&page));
        let told = words(page.root_element());
        assert!(told.contains(says), "{first} {second}");
    }
}

#[test]
fn server_answers_a_choice() {
    let server = shared_server();
    let chosen = "/compare?first=research-2.2.1&second=strategy%2FII.2&x=y";
    let reply = server.get(chosen, &[]);
    assert_eq!((reply.status, reply.header("location")), (303, Some(PATH)));
    let status = |path: &str| server.get(path, &[]).status;
    assert_eq!(status("/compare?first=strategy-II.2"), 400);
    assert_eq!(status("/compare?first=nowhere&second=strategy-II.2"), 400);
    assert_eq!(status("/compare?x=y"), 200);
}

#[test]
fn server_sends_a_comparison_that_no_link_leads_to() {
    let server = shared_server();
    let turned = server.get("/compare/RESEARCH-2.2.1/strategy-IV.6/", &[]);
    assert_eq!(
        (turned.status, turned.header("location")),
        (308, Some(UNLINKED))
    );
    let itself = server.get("/compare/strategy-II.2/strategy-II.2", &[]);
    assert_eq!(itself.status, 404);

    let page = server.get(UNLINKED, &[]);
    assert_eq!(page.status, 200);
    assert_eq!(page.header("cache-control"), Some("no-cache"));
    let held = format!("If-None-Match: {}", page.header("etag").unwrap());
    assert_eq!(server.get(UNLINKED, &[&held]).status, 304);
    let headers = server.ask("HEAD", UNLINKED, &[]);
    assert_eq!((headers.status, headers.body.len()), (200, 0));
    let length = page.body.len().to_string();
    assert_eq!(headers.header("content-length"), Some(length.as_str()));
}
