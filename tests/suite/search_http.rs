//! Searches over real sockets: where they lead, what is refused, and that nothing breaks them.

use lectern::site::render;
use proptest::prelude::{ProptestConfig, Strategy, prop_oneof};
use proptest::proptest;
use serde_json::Value;

use crate::support::{embedded, library_of, sound_files, without_hashes};
use crate::wire::{Reply, Server};

fn server() -> Server {
    Server::of(render(embedded()))
}

fn text(reply: &Reply) -> String {
    String::from_utf8(reply.body.clone()).unwrap()
}

#[test]
fn a_query_of_one_meaning_leads_there() {
    let server = server();
    for (query, place) in [
        ("II.2", "/strategy/principles/sovereignty"),
        (
            "strategy/II.2.p3",
            "/strategy/principles/sovereignty#II.2.p3",
        ),
        ("Fang+task+5", "/research/tasks/free-and-orderly-cyberspace"),
        ("%20ii.2%20", "/strategy/principles/sovereignty"),
    ] {
        let reply = server.get(&format!("/search?q={query}"), &[]);
        assert_eq!(reply.status, 303, "{query}");
        assert_eq!(reply.header("location"), Some(place), "{query}");
    }
    let several = server.get("/search?q=principle+2", &[]);
    assert_eq!(several.status, 200);
    assert!(text(&several).contains("several meanings"));
}

#[test]
fn what_is_no_sensible_query_is_answered_all_the_same() {
    let server = server();
    let quotes = "%22".repeat(499);
    let operators = "-a+OR+".repeat(80);
    let cases = [
        ("", "Search the texts"),
        ("*", "needs two letters"),
        ("%22%22", "no word to look for"),
        ("-", "no word to look for"),
        ("doc:nothing", "There is no document “nothing”"),
        ("kind:verse+peace", "There is no kind “verse”"),
        ("%00%01privacy%7F", "no text and were passed over"),
        ("%ff%fe", "no text and were passed over"),
        ("%zz%", "No section of the texts has this"),
        ("Snowden", "No section of the texts has this"),
        ("soverignty+principle", "Showing results for"),
        (&quotes, "no word to look for"),
        (&operators, "Only the first 24 words"),
    ];
    for (query, expected) in cases {
        let reply = server.get(&format!("/search?q={query}"), &[]);
        assert_eq!(reply.status, 200, "{query}");
        assert!(
            text(&reply).contains(expected),
            "{query} does not say {expected}"
        );
    }
}

#[test]
fn a_query_that_is_too_long_is_refused() {
    let server = server();
    let longest = "é".repeat(500);
    let encoded: String = form_urlencoded::byte_serialize(longest.as_bytes()).collect();
    assert_eq!(server.get(&format!("/search?q={encoded}"), &[]).status, 200);
    let page = server.get(&format!("/search?q={encoded}a"), &[]);
    assert_eq!(page.status, 400);
    assert!(text(&page).contains("500 characters are the most"));
    let data = server.get(&format!("/search.json?q={encoded}a"), &[]);
    assert_eq!(data.status, 400);
    let data: Value = serde_json::from_slice(&data.body).unwrap();
    assert_eq!(data["error"], "a query has at most 500 characters");
    let offered = server.get(&format!("/search/suggest?q={encoded}a"), &[]);
    assert_eq!(offered.status, 200);
}

#[test]
fn pages_of_results() {
    let server = server();
    let page =
        |number: &str| text(&server.get(&format!("/search?q=cyberspace&page={number}"), &[]));
    assert!(page("2").contains("<ol class=\"results\" start=\"11\">"));
    // A page that is not there is the nearest that is.
    assert_eq!(page("0"), page("1"));
    assert_eq!(page("x"), page("1"));
    assert_eq!(page("18446744073709551615"), page("99"));
    let data = server.get("/search.json?q=cyberspace&page=2", &[]);
    let data: Value = serde_json::from_slice(&data.body).unwrap();
    assert_eq!(data["results"].as_array().unwrap().len(), 10);
    assert!(data["total"].as_u64().unwrap() > 20);
}

#[test]
fn results_are_left_out_of_search_engines_and_nothing_else() {
    let server = server();
    let asked = |path: &str| text(&server.get(path, &[])).contains("content=\"noindex\"");
    assert!(asked("/search?q=privacy") && asked("/search?q=Snowden"));
    assert!(!asked("/") && !asked("/search") && !asked("/terms"));
}

#[test]
fn a_browser_learns_where_to_search() {
    let server = server();
    let reply = server.get("/opensearch.xml", &[]);
    assert_eq!(
        reply.header("content-type"),
        Some("application/opensearchdescription+xml")
    );
    insta::assert_snapshot!(text(&reply));
    let mut client = server.client();
    client.send("GET /opensearch.xml HTTP/1.1\r\nHost: a\"><b\r\n\r\n");
    let reply = client.reply("GET");
    assert!(!text(&reply).contains("><b"), "a host is taken as it comes");
}

#[test]
fn the_whole_answer_of_a_small_site() {
    let server = Server::of(render(library_of(&sound_files())));
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

#[test]
fn other_methods_are_refused() {
    let server = server();
    for path in [
        "/search?q=a",
        "/search.json?q=a",
        "/search/suggest?q=a",
        "/opensearch.xml",
    ] {
        assert_eq!(server.ask("POST", path, &[]).status, 405, "{path}");
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
    let library = embedded();
    let search = lectern::search::Search::of(&library);
    let queries = proptest::collection::vec(sign(), 0..40).prop_map(|signs| signs.concat());
    let config = ProptestConfig {
        cases: 1500,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(query in queries)| {
        let answer = search.answer(&library, &query, &(0..10));
        let _ = search.suggest(&library, &query);
        assert!(answer.results.len() <= answer.total.min(10));
        let falling = answer.results.windows(2).all(|pair| pair[0].score >= pair[1].score);
        assert!(falling, "{query}: results out of order");
        for found in &answer.results {
            let apart = found.hits.windows(2).all(|pair| pair[0].end < pair[1].start);
            assert!(apart, "{query}: hits out of order");
        }
    });
}
