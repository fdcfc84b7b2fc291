//! Comparisons: every paragraph whole once, shared wording marked, one address for each pair.

use std::collections::BTreeMap;

use lectern::library::{IdRange, Library, SectionId};
use lectern::site::{Format, Outcome, Resolution, Route, Site, Slot};
use scraper::Html;
use serde_json::Value;

use crate::support::{
    all, all_in, attribute, embedded, real, refusal, scholarly, snapshot, text, the, words,
};
use crate::wire::shared_server;

const PATH: &str = "/compare/strategy-II.2/research-2.2.1";
/// The same with the other section on the left.
const SWAPPED: &str = "/compare/research-2.2.1/strategy-II.2";
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
fn address_of_a_pair_is_written_one_way() {
    let site = &real().site;
    let found = |path: &str| match site.resolve(path) {
        Some(Resolution::Found(route)) => route,
        other => panic!("{path} leads to {other:?}"),
    };
    for (asked, path) in [
        ("/compare/STRATEGY-ii.2/Research-2.2.1", PATH),
        ("/COMPARE/strategy-ii.2/research-2.2.1", PATH),
        ("/compare/Research-2.2.1/strategy-II.2", SWAPPED),
    ] {
        let moved = Some(Resolution::Moved(found(path)));
        assert_eq!(site.resolve(asked), moved, "{asked}");
    }
    // The data are the same whichever stands on the left.
    let data = found(&format!("{PATH}.json"));
    let moved = Some(Resolution::Moved(data));
    assert_eq!(site.resolve(&format!("{SWAPPED}.json")), moved);
}

#[test]
fn swapped_comparison_leads_its_rows_by_the_other_text_and_names_the_one_to_cite() {
    let base = "https://example.org";
    let site = Site::new(embedded(), Some(base.parse().unwrap()));
    let Some(Resolution::Found(route)) = site.resolve(SWAPPED) else {
        panic!("there is no {SWAPPED}");
    };
    let page = Html::parse_document(text(&site.render(route).unwrap()));
    let canonical = the(&page, "link[rel='canonical']");
    assert_eq!(attribute(canonical, "href"), format!("{base}{PATH}"));
    let names = all(&page, ".heads .head-name").into_iter().map(words);
    assert_eq!(names.collect::<Vec<_>>(), ["Paper 2.2.1", "Strategy II.2"]);
    assert_eq!(attribute(the(&page, ".swap a"), "href"), PATH);
    let first = all(&page, ".row > .first.side");
    assert_eq!(attribute(first[0], "id"), "research-2.2.1");
    let [own, swapped] = [PATH, SWAPPED].map(|path| whole_paragraphs(&real().page(path)));
    assert_eq!(own, swapped);
}

#[test]
fn title_names_what_both_sections_are_about() {
    for (path, title) in [
        (PATH, "Sovereignty: Strategy II.2 and Paper 2.2.1"),
        (
            "/compare/strategy-II.1/research-2.2.2",
            "Peace: Strategy II.1 and Paper 2.2.2",
        ),
        (
            "/compare/strategy-III.3/research-3.8",
            "Internet Governance: Strategy III.3 and Paper 3.8",
        ),
        (
            "/compare/strategy-IV.5/research-3.9",
            "Cyber Terrorism: Strategy IV.5 and Paper 3.9",
        ),
        // All titles speak of cyberspace, and a kind of section is no subject.
        (
            "/compare/strategy-IV.1/research-3.3",
            "Strategy IV.1 and Paper 3.3",
        ),
        (
            "/compare/strategy-II.1/strategy-II.2",
            "Strategy II.1 and Strategy II.2",
        ),
    ] {
        let page = Html::parse_document(&sent(path));
        assert_eq!(words(the(&page, "h1")), title);
    }
}

#[test]
fn paragraph_without_a_match_here_leads_to_one_elsewhere() {
    let page = Html::parse_document(&sent("/compare/strategy-IV.5/research-3.9"));
    let gaps: Vec<String> = all(&page, ".gap").into_iter().map(words).collect();
    assert_eq!(
        gaps,
        [
            "No match in 3.9; see 3.8, paragraph 2",
            "No match in 3.9; see 3.8, paragraph 2",
            "No match in 3.9; see 2.2.2, paragraph 1 and 3.8, paragraph 4",
        ]
    );
    let link = all(&page, ".gap a")[0];
    let there = "/compare/strategy-IV.5/research-3.8#research-3.8.p2";
    assert_eq!(attribute(link, "href"), there);
    // Nobody asks for a match of a reference, so nothing is said beside it.
    let page = Html::parse_document(&sent("/compare/strategy-preface/research-references"));
    let gaps = all(&page, ".gap").len();
    assert_eq!(gaps, all(&page, ".first.side > .words").len());
}

#[test]
fn what_is_highlighted_is_explained_only_where_something_is() {
    assert!(sent(PATH).contains("Highlighted"));
    let page = sent("/compare/strategy-preface/research-references");
    assert!(!page.contains("Highlighted") && !page.contains("<mark"));
}

#[test]
fn pair_without_links_has_a_page_that_no_link_leads_to() {
    assert!(!real().resources().contains_key(UNLINKED));
    let html = sent(UNLINKED);
    assert!(html.contains("No match; no shared phrase"));
    let data: Value = serde_json::from_str(&sent(&format!("{UNLINKED}.json"))).unwrap();
    assert_eq!(data["first"], "strategy/IV.6");
    assert_eq!(data["second"], "research/2.2.1");
}

#[test]
fn partner_is_chosen_among_the_matches_of_a_section_first() {
    let site = &real().site;
    for (slot, fields) in [
        (Slot::First, ["strategy/II.2", ""]),
        (Slot::Second, ["", "strategy/II.2"]),
    ] {
        let Outcome::Answer(page) = site.partners(slot, "strategy/II.2").unwrap() else {
            panic!("no page for a partner");
        };
        let page = Html::parse_document(text(&page));
        let partners = all(&page, ".closest a").into_iter();
        let partners: Vec<&str> = partners.map(|link| attribute(link, "href")).collect();
        assert_eq!(partners[0], PATH);
        // Those of the other text come first.
        assert!(partners.is_sorted_by_key(|path| path.matches("strategy").count()));
        let values = all(&page, ".choose input").into_iter();
        let values: Vec<&str> = values.map(|field| attribute(field, "value")).collect();
        assert_eq!(values, fields);
        let choices = all(&page, ".choices a").len();
        assert_eq!(choices, real().library().sections().len() - 1);
    }
    let page = refusal(site.partners(Slot::First, "strategy/II.9").unwrap());
    assert!(text(&page).contains("has a section “strategy/II.9”"));
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
fn choice_leads_to_the_comparison_and_keeps_its_sides() {
    let swapped = "/compare/research-2.2.1/strategy-II.2";
    for (first, second, leads_to) in [
        ("strategy-II.2", "research-2.2.1", PATH),
        ("research-2.2.1", "strategy-ii.2", swapped),
        ("strategy/II.2.p1", "research/2.2.1", PATH),
        ("II.2", "Paper 2.2.1", PATH),
        ("2.2.1", "II.2", swapped),
    ] {
        match real().site.chosen(first, second).unwrap() {
            Outcome::SeeOther(path) => assert_eq!(path, leads_to),
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
    let chosen = "/compare?first=strategy%2FII.2&second=research-2.2.1&x=y";
    let reply = server.get(chosen, &[]);
    assert_eq!((reply.status, reply.header("location")), (303, Some(PATH)));
    let status = |path: &str| server.get(path, &[]).status;
    assert_eq!(status("/compare?first=strategy-II.2"), 200);
    assert_eq!(status("/compare?second=strategy-II.2"), 200);
    assert_eq!(status("/compare?first=nowhere"), 400);
    assert_eq!(status("/compare?first=strategy-II.2&second="), 400);
    assert_eq!(status("/compare?first=nowhere&second=strategy-II.2"), 400);
    assert_eq!(status("/compare?x=y"), 200);
}

#[test]
fn server_sends_a_comparison_that_no_link_leads_to() {
    let server = shared_server();
    let turned = server.get("/compare/RESEARCH-2.2.1/strategy-IV.6/", &[]);
    assert_eq!(
        (turned.status, turned.header("location")),
        (308, Some("/compare/research-2.2.1/strategy-IV.6"))
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

#[test]
fn what_compares_words_says_that_they_are_translations() {
    let note = "Both English texts are translations from Chinese: a likeness or difference of \
                wording may be the translator’s.";
    for path in [PATH, "/terms", "/concordance/silences"] {
        let page = real().page(path);
        assert_eq!(words(the(&page, "main")).matches(note).count(), 1, "{path}");
    }
    for path in ["/terms", "/concordance/silences"] {
        let page = scholarly().page(path);
        assert!(!words(the(&page, "main")).contains("translat"), "{path}");
    }
}
