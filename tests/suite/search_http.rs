//! Searches over real sockets: where they lead, what is refused, and that nothing breaks them.

use std::fmt::Write;

use lectern::content::File;
use lectern::search::{Answer, Named, Search};
use lectern::site::{Outcome, Slot};
use proptest::prelude::{ProptestConfig, Strategy, prop_oneof};
use proptest::proptest;
use scraper::Html;
use serde_json::Value;

use crate::support::{
    RenderedSite, all, all_in, arabic_files, attribute, chinese_files, library_of, real, sites,
    sound, the, the_in, with_third_document, without_hashes, words,
};
use crate::wire::{Reply, Server, shared_server};

fn text(reply: &Reply) -> String {
    String::from_utf8(reply.body.clone()).unwrap()
}

#[test]
fn query_of_one_meaning_leads_there() {
    let server = shared_server();
    for (query, place) in [
        ("II.2", "/strategy/principles/sovereignty"),
        ("strategy/II.2.p3", "/strategy/II.2.p3"),
        ("strategy/preface.epigraph", "/strategy/preface.epigraph"),
        ("Fang+task+5", "/research/tasks/free-and-orderly-cyberspace"),
        ("%20ii.2%20", "/strategy/principles/sovereignty"),
    ] {
        let reply = server.get(&format!("/search?q={query}"), &[]);
        assert_eq!(reply.status, 303, "{query}");
        assert_eq!(reply.header("location"), Some(place), "{query}");
    }
    let several = server.get("/search?q=principle+2", &[]);
    assert_eq!(several.status, 200);
    assert!(text(&several).contains("Several sections match"));
}

#[test]
fn an_actor_is_found_by_any_name_with_what_it_does() {
    let server = shared_server();
    for (query, found) in [
        ("UN", "The United Nations 2 recommendations"),
        (
            "the+international+community",
            "The international community 6 recommendations",
        ),
        ("enterprises", "Companies and enterprises 2 recommendations"),
        ("sco", "SCO member states 2 claims"),
    ] {
        let reply = server.get(&format!("/search?q={query}"), &[]);
        let page = Html::parse_document(&text(&reply));
        let items = all(&page, ".found-apart li:has(a[href^='/actors#'])").into_iter();
        let items: Vec<String> = items.map(words).collect();
        assert_eq!(items, [found], "{query}");
    }
}

#[test]
fn query_without_sense_is_answered_all_the_same() {
    let server = shared_server();
    let quotes = "%22".repeat(499);
    let operators = "-a+OR+".repeat(80);
    let cases = [
        ("", "Search the texts"),
        ("*", "needs two letters"),
        ("%22%22", "no searchable word"),
        ("-", "no searchable word"),
        ("doc:nothing", "There is no document “nothing”"),
        ("kind:verse+peace", "There is no kind “verse”"),
        ("%00%01privacy%7F", "not text and were ignored"),
        ("%ff%fe", "not text and were ignored"),
        ("%zz%", "No results for “%zz%”"),
        ("Snowden", "No results for “Snowden”"),
        ("soverignty+principle", "Showing results for"),
        (&quotes, "no searchable word"),
        (&operators, "Only the first 24 words"),
    ];
    for (query, expected) in cases {
        let reply = server.get(&format!("/search?q={query}"), &[]);
        assert_eq!(reply.status, 200, "{query}");
        let page = Html::parse_document(&text(&reply));
        let told = words(the(&page, "main"));
        assert!(
            told.contains(expected),
            "{query}: {expected} is not in {told}"
        );
    }
}

fn passages_of(query: &str) -> Vec<String> {
    let reply = shared_server().get(&format!("/search?q={query}"), &[]);
    let page = Html::parse_document(&text(&reply));
    let passages = all(&page, ".results .result-words > li").into_iter();
    passages.map(words).collect()
}

#[test]
fn every_passage_that_is_listed_has_the_word() {
    let stems = |text: &str| text.to_lowercase().contains("militar");
    let passages = passages_of("military");
    let places: Vec<&str> = passages
        .iter()
        .filter_map(|one| one.split(' ').next())
        .collect();
    assert_eq!(places, ["III.1.p2", "3.1.p2"]);
    assert!(passages.iter().all(|one| stems(one)), "{passages:#?}");
}

#[test]
fn what_is_related_or_included_is_said_above_the_results() {
    let server = shared_server();
    let told = |query: &str| {
        let reply = server.get(&format!("/search?q={query}"), &[]);
        let page = Html::parse_document(&text(&reply));
        let said = all(&page, ".said").into_iter().map(words);
        said.collect::<Vec<String>>().join(" ")
    };
    for (query, expected) in [
        ("military", "militarization"),
        ("military", "national defense"),
        ("United+Nations", "Including “UN”."),
        ("cybersecurity", "Including “cyber security”."),
        (
            "Global+South",
            "The texts do not say “global south”; these are the results for “developing countries”.",
        ),
        (
            "%E7%BD%91%E7%BB%9C%E4%B8%BB%E6%9D%83",
            "results for “cyberspace sovereignty”",
        ),
    ] {
        let told = told(query);
        assert!(told.contains(expected), "{query}: {told}");
    }
}

#[test]
fn data_have_all_that_the_page_shows_beside_the_texts() {
    let server = shared_server();
    for (query, selector, key) in [
        ("Beijing", "h2 + ul a[href='/research']", "documents"),
        ("UN", "h2 + ul a[href^='/actors#']", "actors"),
        ("UN", "h2 + ul a[href^='/terms/']", "terms"),
        ("military", ".related a", "related"),
    ] {
        let page = server.get(&format!("/search?q={query}"), &[]);
        let page = Html::parse_document(&text(&page));
        let data = server.get(&format!("/search.json?q={query}"), &[]);
        let data: Value = serde_json::from_slice(&data.body).unwrap();
        let shown = all(&page, selector).len();
        assert!(shown > 0, "{query} shows no {key}");
        assert_eq!(
            data[key].as_array().map(Vec::len),
            Some(shown),
            "{query} {key}"
        );
    }
    let data = server.get("/search.json?q=%E7%BD%91%E7%BB%9C%E7%A9%BA%E9%97%B4", &[]);
    let data: Value = serde_json::from_slice(&data.body).unwrap();
    assert_eq!(data["documents"][0]["url"], "/strategy", "{data}");
}

#[test]
fn data_have_every_passage_of_a_section() {
    let data = shared_server().get("/search.json?q=sovereignty+doc:research", &[]);
    let data: Value = serde_json::from_slice(&data.body).unwrap();
    let first = &data["results"][0];
    assert_eq!(first["ref"], "research/3.1");
    let passages = first["passages"].as_array().unwrap();
    let refs: Vec<&str> = passages
        .iter()
        .filter_map(|one| one["ref"].as_str())
        .collect();
    assert!(refs.len() > 2 && refs.is_sorted(), "{refs:?}");
    assert!(
        passages
            .iter()
            .all(|one| one["url"].is_string() && one["snippet"].is_string())
    );
}

#[test]
fn query_that_is_too_long_is_refused() {
    let server = shared_server();
    let longest = "é".repeat(500);
    let encoded: String = form_urlencoded::byte_serialize(longest.as_bytes()).collect();
    assert_eq!(server.get(&format!("/search?q={encoded}"), &[]).status, 200);
    let page = server.get(&format!("/search?q={encoded}a"), &[]);
    assert_eq!(page.status, 400);
    assert!(text(&page).contains("500 characters are the most"));
    // It is not the page of search itself, and search engines are to pass it over.
    let refused = Html::parse_document(&text(&page));
    assert_eq!(all(&refused, "[aria-current='page']").len(), 0);
    assert_eq!(
        attribute(the(&refused, "meta[name='robots']"), "content"),
        "noindex"
    );
    let data = server.get(&format!("/search.json?q={encoded}a"), &[]);
    assert_eq!(data.status, 400);
    let data: Value = serde_json::from_slice(&data.body).unwrap();
    assert_eq!(data["detail"], "A query has at most 500 characters.");
    assert_eq!(data["type"], "/api#error-bad-request");
    let offered = server.get(&format!("/search/suggest?q={encoded}a"), &[]);
    assert_eq!(offered.status, 200);
}

/// Whether a query finds what the help says it does.
fn keeps_its_promise(answer: &Answer, finds: &str) -> bool {
    match finds {
        "one place, by its reference" => answer.named.places().len() == 1,
        "paragraphs in a row" => matches!(answer.named, Named::Range(_)),
        "two sections to compare" => {
            matches!(&answer.named, Named::Pairs(pairs) if pairs.len() == 1)
        }
        "a term by its Chinese name" => !answer.terms.is_empty(),
        _ if finds.starts_with("only in") => !answer.narrowed_to.is_all(),
        _ => {
            let is_as_typed = answer.corrected.is_none() && answer.unknown.is_empty();
            answer.named == Named::Nothing && answer.total > 0 && is_as_typed
        }
    }
}

#[test]
fn search_help_examples_come_from_the_texts_and_find_what_they_should() {
    let without_terms = |mut files: Vec<File>| {
        files.retain(|file| file.name != "terms.toml");
        RenderedSite::new(library_of(&files), None)
    };
    let more = [chinese_files(), arabic_files(), with_third_document()].map(without_terms);
    let (mut said, mut failing) = (String::new(), Vec::new());
    for site in sites().into_iter().chain(&more) {
        let library = site.library();
        let search = Search::of(library);
        writeln!(said, "--- {}", library.settings.title).unwrap();
        for row in all(&site.page("/search"), ".search-help dl > div") {
            let finds = words(the_in(row, "dd"));
            let examples: Vec<String> = all_in(row, "code").into_iter().map(words).collect();
            for query in &examples {
                let answer = search.answer(library, query, &(0..10));
                if !keeps_its_promise(&answer, &finds) {
                    failing.push(format!("{query}: {finds}, not {:?}", answer.named));
                }
            }
            writeln!(said, "{}: {finds}", examples.join(" | ")).unwrap();
        }
    }
    insta::assert_snapshot!(said);
    assert_eq!(failing, [""; 0]);
}

#[test]
fn results_come_ten_to_a_page() {
    let server = shared_server();
    let page =
        |number: &str| text(&server.get(&format!("/search?q=cyberspace&page={number}"), &[]));
    let second = Html::parse_document(&page("2"));
    assert_eq!(attribute(the(&second, "ol.results"), "start"), "11");
    assert_eq!(all(&second, "ol.results > li").len(), 10);
    let data = server.get("/search.json?q=cyberspace&page=2", &[]);
    let data: Value = serde_json::from_slice(&data.body).unwrap();
    assert_eq!(data["results"].as_array().unwrap().len(), 10);
    assert!(data["total"].as_u64().unwrap() > 20);
}

#[test]
fn page_of_results_beyond_the_last_leads_to_the_last() {
    let server = shared_server();
    let page = |number: &str| server.get(&format!("/search?q=cyberspace&page={number}"), &[]);
    assert_eq!(text(&page("0")), text(&page("1")));
    assert_eq!(text(&page("x")), text(&page("1")));
    for number in ["99", "18446744073709551615"] {
        let beyond = page(number);
        assert_eq!(beyond.status, 303, "{number}");
        let last = beyond.header("location").unwrap().to_owned();
        let reply = server.get(&last, &[]);
        assert_eq!(reply.status, 200, "{last}");
        let shown = Html::parse_document(&text(&reply));
        assert!(!all(&shown, "ol.results > li").is_empty(), "{last}");
    }
    let data = server.get("/search.json?q=cyberspace&page=99", &[]);
    let data: Value = serde_json::from_slice(&data.body).unwrap();
    assert_eq!(data["results"], serde_json::json!([]));
    assert!(data["total"].as_u64().unwrap() > 20);
}

#[test]
fn results_and_other_forms_of_a_section_are_left_out_of_search_engines() {
    let server = shared_server();
    let is_left_out = |path: &str| {
        let page = Html::parse_document(&text(&server.get(path, &[])));
        !all(&page, "meta[name='robots'][content='noindex']").is_empty()
    };
    assert!(is_left_out("/search?q=privacy") && is_left_out("/search?q=Snowden"));
    for (path, page) in real().pages() {
        let page = Html::parse_document(page);
        let is_other_form =
            path.ends_with("/matches") || path.ends_with("/cite") && path != "/cite";
        let is_left_out = !all(&page, "meta[name='robots']").is_empty();
        assert_eq!(is_left_out, is_other_form, "{path}");
    }
}

#[test]
fn browser_learns_where_to_search() {
    let server = shared_server();
    let reply = server.get("/opensearch.xml", &[]);
    assert_eq!(
        reply.header("content-type"),
        Some("application/opensearchdescription+xml")
    );
    insta::assert_snapshot!("a_browser_learns_where_to_search", text(&reply));
    let mut client = server.client();
    client.send("GET /opensearch.xml HTTP/1.1\r\nHost: a\"><b\r\n\r\n");
    let reply = client.reply("GET");
    assert_eq!(reply.status, 400);
    assert!(!text(&reply).contains("><b"), "a host is taken as it comes");
}

#[test]
fn answers_of_a_small_site_read_as_a_whole() {
    let server = Server::of(&sound().site);
    for (name, path) in [
        ("search_page", "/search?q=silence+room"),
        ("search_data", "/search.json?q=silence+room"),
        ("search_suggestions", "/search/suggest?q=sil"),
    ] {
        let reply = server.get(path, &[]);
        assert_eq!(reply.status, 200);
        insta::assert_snapshot!(name, without_hashes(&text(&reply)));
    }
}

/// Signs that mean something in a query, and words that stand in the texts.
fn sign() -> impl Strategy<Value = String> {
    let signs = [
        "\"",
        "“",
        "-",
        "−",
        "*",
        " ",
        " OR ",
        " NOT ",
        "|",
        "doc:",
        "kind:",
        "strategy",
        "II.2",
        ".p3",
        "§",
        "¶",
        "/",
        "#",
        "://",
        "cyber",
        "security",
        "sovereignty",
        "网络主权",
        "’s",
        "¹",
        "é",
        "İ",
        "\u{0}",
        "\u{fffd}",
        "1.",
        "xxxix",
        "p",
        "the",
        ":~:text=",
    ];
    prop_oneof![
        3 => proptest::sample::select(signs.to_vec()).prop_map(str::to_owned),
        1 => ".{0,6}",
    ]
}

#[test]
fn no_query_breaks_the_search() {
    let library = real().library();
    let search = Search::of(library);
    let queries = proptest::collection::vec(sign(), 0..40).prop_map(|signs| signs.concat());
    let config = ProptestConfig {
        cases: 1500,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(query in queries)| {
        let answer = search.answer(library, &query, &(0..10));
        let _ = search.suggest(library, &query);
        assert!(answer.results.len() <= answer.total.min(10));
        let falling = answer.results.windows(2).all(|pair| pair[0].score >= pair[1].score);
        assert!(falling, "{query}: results out of order");
        for found in &answer.results {
            let apart = found.hits.windows(2).all(|pair| pair[0].end < pair[1].start);
            assert!(apart, "{query}: hits out of order");
        }
    });
}

#[test]
fn no_control_character_of_a_query_stands_on_a_page() {
    let site = &real().site;
    let typed = "a\u{0}b\u{1b}\u{fffd}";
    let outcomes = [
        site.search(typed, 1).unwrap(),
        site.chosen(typed, "strategy/II.2").unwrap(),
        site.partners(Slot::First, typed).unwrap(),
    ];
    for outcome in outcomes {
        let (Outcome::Answer(page) | Outcome::Refused(page)) = outcome else {
            panic!("{typed:?} names nothing");
        };
        let shown = String::from_utf8(page.body.to_vec()).unwrap();
        assert!(!shown.contains(['\u{0}', '\u{1b}', '\u{fffd}']), "{shown}");
        assert!(shown.contains("ab"));
    }
}

#[test]
fn citing_asks_for_a_passage_and_a_day_and_says_what_is_wrong_with_them() {
    let server = shared_server();
    for (query, status, said) in [
        ("", 200, "Cite a passage"),
        (
            "?of=strategy/II.2.p2&accessed=2026-11-28",
            200,
            "Cite Strategy II.2",
        ),
        (
            "?of=strategy/II.2.p2&accessed=2026-11-28",
            200,
            "accessed 28 November 2026",
        ),
        (
            "?of=strategy/II.2.p2&accessed=2026-11-28",
            200,
            // Without an address GB/T 7714 leaves it out as well.
            "leave the day out here: Chicago, notes; Chicago, author-date; APA 7; MLA 9; GB/T 7714-2015.",
        ),
        ("?of=m17", 200, "Cite match m17"),
        ("?of=research", 200, "Cite Paper"),
        ("?of=strategy+ii.2", 200, "Cite Strategy II.2"),
        (
            "?of=%3Cb%3E",
            400,
            "There is nothing here by the name “&#60;b&#62;”.",
        ),
        (
            "?of=strategy&accessed=2026-02-30",
            400,
            "“2026-02-30” is no day",
        ),
    ] {
        let reply = server.get(&format!("/cite{query}"), &[]);
        assert_eq!(reply.status, status, "{query}");
        let page = text(&reply);
        assert!(page.contains(said), "{query}: {page}");
        assert_eq!(
            page.contains(r#"content="noindex""#),
            !query.is_empty(),
            "{query}"
        );
    }
    let page = server.get("/cite?of=strategy/II.2.p2", &[]);
    assert!(!text(&page).contains("leave the day out"));
    let file = server.get("/strategy/II.2.p2.bib?accessed=2026-11-28", &[]);
    assert!(text(&file).contains("urldate = {2026-11-28}"));
    assert_eq!(server.get("/strategy.ris?accessed=today", &[]).status, 400);
    assert!(!text(&server.get("/strategy.bib", &[])).contains("urldate"));
}
