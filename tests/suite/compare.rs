//! Comparisons: every paragraph whole once, shared wording marked, one address for each pair.

use std::collections::BTreeMap;

use lectern::library::pair::pairs;
use lectern::library::section::Section;
use lectern::library::{Library, address};
use lectern::serve::Limits;
use lectern::site::{Resource, Site, render};
use serde_json::Value;

use crate::support::embedded;
use crate::support::snapshot;
use crate::wire::Server;

const PATH: &str = "/compare/strategy-II.2/research-2.2.1";
/// Two sections that no link joins.
const UNLINKED: &str = "/compare/strategy-IV.6/research-2.2.1";

fn found(site: &Site, path: &str) -> Option<String> {
    let known = site.resources().find(|(known, _)| *known == path);
    let resource: Option<Resource> = known.map(|(_, resource)| resource.clone());
    let body = resource.or_else(|| site.made(path))?.body;
    Some(String::from_utf8(body.to_vec()).unwrap())
}

fn body(site: &Site, path: &str) -> String {
    found(site, path).unwrap_or_else(|| panic!("there is no {path}"))
}

/// What stands between each pair of these marks.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    let parts = text.split(start).skip(1);
    parts.map(|part| part.split(end).next().unwrap()).collect()
}

/// The paragraphs that a comparison has to show: of each section its own, else those below it.
fn expected(library: &Library, sections: [&Section; 2]) -> BTreeMap<String, usize> {
    let ids = sections.iter().flat_map(|section| {
        let document = library.document(&section.reference.document).unwrap();
        let (at, _) = document.section(&section.reference.section).unwrap();
        let shown = if section.paragraphs().is_empty() {
            document.subtree(at)
        } else {
            at..at + 1
        };
        let paragraphs = document.sections[shown]
            .iter()
            .flat_map(Section::paragraphs);
        paragraphs.map(|p| format!("{}-{}", p.reference.document, p.reference.fragment()))
    });
    ids.map(|id| (id, 1)).collect()
}

/// How often each paragraph stands whole on a page.
fn whole(html: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for side in between(html, "<div class=\"side ", "</div>") {
        if side.contains("<p class=\"words\"") {
            let id = side.split("id=\"").nth(1).unwrap().split('"').next();
            *counts.entry(id.unwrap().to_owned()).or_default() += 1;
        }
    }
    counts
}

#[test]
fn a_comparison_reads_as_a_whole() {
    let site = render(embedded());
    snapshot(&site, "comparison", PATH);
    snapshot(&site, "comparison.json", &format!("{PATH}.json"));
    snapshot(&site, "comparisons", address::COMPARE);
}

#[test]
fn shared_wording_is_marked_on_both_sides() {
    let html = body(&render(embedded()), PATH);
    for words in ["to choose their own", "security of other countries"] {
        let sides = between(&html, "<p class=\"words\" lang=\"en\">", "</p>");
        let marked = sides
            .iter()
            .filter(|side| between(side, "<mark>", "</mark>").contains(&words));
        assert_eq!(marked.count(), 2, "{words}");
    }
}

#[test]
fn linked_clauses_stand_on_one_row() {
    let data: Value =
        serde_json::from_str(&body(&render(embedded()), &format!("{PATH}.json"))).unwrap();
    let rows = data["rows"].as_array().unwrap();
    let row = |first: &str, second: &str| {
        let mut own = rows
            .iter()
            .filter(|row| row["first"]["ref"] == first && row["second"]["ref"] == second);
        let row = own.next().unwrap_or_else(|| panic!("no row of {first}"));
        assert!(own.next().is_none());
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
        "the clause is what the link quotes"
    );
    let alone = rows
        .iter()
        .find(|row| row["first"]["ref"] == "strategy/II.2.p2");
    assert_eq!(alone.unwrap()["second"], Value::Null);
}

#[test]
fn each_paragraph_of_a_pair_stands_whole_once() {
    let library = embedded();
    let site = render(library.clone());
    for pair in pairs(&library) {
        let sections = [pair.first, pair.second];
        let [first, second] = sections.map(|section| &section.reference);
        let path = address::compare(&library, first, second).unwrap();
        assert!(site.resources().any(|(known, _)| known == path), "{path}");
        assert_eq!(
            whole(&body(&site, &path)),
            expected(&library, sections),
            "{path}"
        );
    }
}

#[test]
fn a_pair_has_one_address() {
    let site = render(embedded());
    for asked in [
        "/compare/research-2.2.1/strategy-II.2",
        "/compare/STRATEGY-ii.2/Research-2.2.1",
        "/COMPARE/strategy-ii.2/research-2.2.1",
    ] {
        assert_eq!(site.redirect(asked).as_deref(), Some(PATH), "{asked}");
        let data = format!("{PATH}.json");
        assert_eq!(site.redirect(&format!("{asked}.json")), Some(data));
    }
    assert_eq!(site.redirect(PATH), None);
    let turned = "/compare/research-2.2.1/strategy-iv.6";
    assert_eq!(site.redirect(turned).as_deref(), Some(UNLINKED));
    assert_eq!(site.redirect(UNLINKED), None);
}

#[test]
fn a_pair_without_links_is_made_when_asked_for() {
    let site = render(embedded());
    assert!(site.resources().all(|(path, _)| path != UNLINKED));
    let html = body(&site, UNLINKED);
    assert!(html.contains("No link by the editors"));
    assert!(html.contains("No counterpart here"));
    let data: Value = serde_json::from_str(&body(&site, &format!("{UNLINKED}.json"))).unwrap();
    assert_eq!(data["first"], "strategy/IV.6");
    for path in [
        "/compare/research-2.2.1/strategy-IV.6",
        "/compare/strategy-II.2/strategy-II.2",
        "/compare/strategy-II.2/strategy-II.9",
        "/compare/strategy-II.2",
        "/compare//",
        "/strategy/II.2",
    ] {
        assert!(site.made(path).is_none(), "{path}");
    }
}

#[test]
fn a_section_is_compared_with_one_below_it() {
    let site = render(embedded());
    for (path, twice) in [
        ("/compare/strategy-II/strategy-II.2", "strategy-II.2"),
        ("/compare/research-2/research-2.2.1", "research-2.2.1"),
    ] {
        let html = body(&site, path);
        assert_eq!(
            html.matches(&format!(" id=\"{twice}\"")).count(),
            1,
            "{path}"
        );
        assert!(whole(&html).values().all(|&count| count == 1), "{path}");
    }
}

#[test]
fn a_choice_leads_to_the_comparison_or_says_what_is_wrong() {
    let site = render(embedded());
    for (first, second) in [
        ("strategy-II.2", "research-2.2.1"),
        ("research-2.2.1", "strategy-ii.2"),
        ("strategy/II.2.p1", "research/2.2.1"),
    ] {
        assert_eq!(site.chosen(first, second).as_deref(), Ok(PATH));
    }
    for (first, second, says) in [
        ("", "research-2.2.1", "Two sections are needed"),
        (
            "strategy-II.9",
            "research-2.2.1",
            "has a section “strategy-II.9”",
        ),
        ("strategy-II.2", "<b>", "has a section “&#60;b&#62;”"),
        ("strategy-II.2", "strategy-ii.2", "compared with itself"),
    ] {
        let page = site.chosen(first, second).unwrap_err();
        let html = String::from_utf8(page.body.to_vec()).unwrap();
        assert!(html.contains(says), "{first} {second}");
    }
}

#[test]
fn the_server_answers_a_choice_and_makes_the_comparison() {
    let server = Server::start(Limits::default());
    let made = "/compare/charter-1/charter-2";
    let reply = server.get("/compare?first=charter-2&second=charter%2F1&x=y", &[]);
    assert_eq!((reply.status, reply.header("location")), (303, Some(made)));
    assert_eq!(server.get("/compare?first=charter-1", &[]).status, 400);
    assert_eq!(
        server
            .get("/compare?first=nowhere&second=charter-1", &[])
            .status,
        400
    );

    let turned = server.get("/compare/CHARTER-2/charter-1/", &[]);
    assert_eq!(
        (turned.status, turned.header("location")),
        (308, Some(made))
    );
    assert_eq!(server.get("/compare/charter-1/charter-1", &[]).status, 404);

    let page = server.get(made, &[]);
    assert_eq!(page.status, 200);
    assert_eq!(page.header("cache-control"), Some("no-cache"));
    let tag = page.header("etag").unwrap();
    assert_eq!(
        server.get(made, &[&format!("if-none-match: {tag}")]).status,
        304
    );
    let head = server.ask("HEAD", made, &[]);
    assert_eq!((head.status, head.body.len()), (200, 0));
    let length = page.body.len().to_string();
    assert_eq!(head.header("content-length"), Some(length.as_str()));
}
