//! Programs over the wire: errors that they can read, scripts of other sites, and sites that no search
//! engine should list.

use std::sync::Arc;

use lectern::site::{Indexing, Site};
use serde_json::{Value, json};

use crate::support::{PAGE, library_of, scholarly_files};
use crate::wire::{Reply, Server, shared_server};

fn problem(reply: &Reply) -> Value {
    assert_eq!(
        reply.header("content-type"),
        Some("application/problem+json")
    );
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    serde_json::from_slice(&reply.body).unwrap()
}

const JSON: &str = "Accept: application/json";

#[test]
fn address_of_no_data_is_a_problem_with_what_may_have_been_meant() {
    let reply = shared_server().get("/strategy/II.2.p9.json", &[]);
    assert_eq!(reply.status, 404);
    let told = problem(&reply);
    assert_eq!(
        (&told["detail"], &told["suggestions"][0]),
        (
            &json!("II.2 has 3 paragraphs."),
            &json!({"title": "2. The Principle of Sovereignty", "url": "/strategy/II.2.p3.json"})
        )
    );
    assert_eq!(told["instance"], "/strategy/II.2.p9.json");
    let reply = shared_server().get("/terms/soverignty.json", &[]);
    assert_eq!(
        problem(&reply)["suggestions"][0]["url"],
        "/terms/sovereignty.json"
    );
    let reply = shared_server().get("/editions.xml", &[]);
    assert_eq!(problem(&reply)["suggestions"][0]["url"], "/editions");
}

#[test]
fn whole_problem() {
    let reply = shared_server().get("/nothing/like/it.csv", &[]);
    assert_eq!(
        String::from_utf8(reply.body).unwrap(),
        r#"{
  "type": "/api#error-not-found",
  "title": "Not found",
  "status": 404,
  "detail": "There is no page at this address.",
  "instance": "/nothing/like/it.csv"
}
"#
    );
}

#[test]
fn who_prefers_json_gets_it_for_every_error_and_nobody_else() {
    let server = shared_server();
    for (method, path, status) in [
        ("GET", "/nowhere", 404),
        ("GET", "/%zz", 404),
        ("GET", "/compare?first=nothing&second=nothing", 400),
        ("POST", PAGE, 405),
    ] {
        let page = server.ask(method, path, &[]);
        let told = server.ask(method, path, &[JSON]);
        assert_eq!([page.status, told.status], [status; 2], "{path}");
        assert_eq!(
            page.header("content-type"),
            Some("text/html; charset=utf-8"),
            "{path}"
        );
        assert_eq!(problem(&told)["status"], status, "{path}");
        assert_eq!(told.header("allow"), page.header("allow"));
    }
    // There is no other form of a page that is there.
    let page = server.get(PAGE, &[JSON]);
    assert_eq!(
        page.header("content-type"),
        Some("text/html; charset=utf-8")
    );
}

#[test]
fn scripts_of_other_sites_may_read_data_and_no_pages() {
    let server = shared_server();
    let open = |path: &str, headers: &[&str]| {
        let reply = server.get(path, headers);
        let allowed = reply
            .header("access-control-allow-origin")
            .map(str::to_owned);
        let exposed = reply
            .header("access-control-expose-headers")
            .map(str::to_owned);
        (reply.status, allowed, exposed)
    };
    let all = || (Some("*".to_owned()), Some("ETag".to_owned()));
    for (path, status) in [
        ("/strategy.json", 200),
        ("/strategy/II.2.p1.md", 200),
        ("/strategy.bib", 200),
        ("/data/links.csv", 200),
        ("/library.epub", 200),
        ("/search.json?q=a", 200),
        ("/search/suggest?q=a", 200),
        ("/openapi.json", 200),
        ("/editions.atom", 200),
        ("/healthz", 200),
        // What leads to data and what is said in their place can be read as well.
        ("/strategy/II.2.json", 308),
        ("/Strategy.json", 308),
        ("/nothing.json", 404),
    ] {
        let (allowed, exposed) = all();
        assert_eq!(open(path, &[]), (status, allowed, exposed), "{path}");
    }
    for path in [
        "/",
        "/strategy",
        "/search?q=a",
        "/api",
        "/nowhere",
        "/strategy/II.2",
    ] {
        let (_, allowed, exposed) = open(path, &[JSON]);
        assert_eq!((allowed, exposed), (None, None), "{path}");
    }
    let tag = server.get("/strategy.json", &[]);
    let tag = format!("If-None-Match: {}", tag.header("etag").unwrap());
    let (allowed, exposed) = all();
    assert_eq!(open("/strategy.json", &[&tag]), (304, allowed, exposed));
}

#[test]
fn browsers_may_ask_before_a_script_does() {
    let server = shared_server();
    let asked = [
        "Origin: https://other.example",
        "Access-Control-Request-Method: GET",
    ];
    for path in ["/strategy.json", "/strategy/ii.2.json", "/nothing.json"] {
        let reply = server.ask("OPTIONS", path, &asked);
        assert_eq!(reply.status, 204, "{path}");
        for (name, value) in [
            ("access-control-allow-origin", "*"),
            ("access-control-allow-methods", "GET, HEAD"),
            ("access-control-allow-headers", "*"),
            ("access-control-max-age", "86400"),
            ("allow", "GET, HEAD, OPTIONS"),
        ] {
            assert_eq!(reply.header(name), Some(value), "{path} {name}");
        }
        assert_eq!(reply.body, b"", "{path}");
    }
    let page = server.ask("OPTIONS", PAGE, &asked);
    assert_eq!(page.status, 405);
    assert_eq!(page.header("allow"), Some("GET, HEAD"));
    assert_eq!(page.header("access-control-allow-origin"), None);
    let posted = server.ask("POST", "/strategy.json", &[]);
    assert_eq!(posted.status, 405);
    assert_eq!(posted.header("allow"), Some("GET, HEAD, OPTIONS"));
    assert_eq!(problem(&posted)["title"], "Method not allowed");
}

#[test]
fn site_that_is_not_for_all_says_so_with_every_answer() {
    let site = Site::new(library_of(&scholarly_files()), None);
    let server = Server::of(&Arc::new(site.with_indexing(Indexing::Refused)));
    for (method, path) in [
        ("GET", "/"),
        ("GET", "/house.json"),
        ("GET", "/nowhere"),
        ("GET", "/robots.txt"),
        ("POST", "/"),
        ("OPTIONS", "/house.json"),
    ] {
        let reply = server.ask(method, path, &[]);
        assert_eq!(
            reply.header("x-robots-tag"),
            Some("noindex, nofollow"),
            "{method} {path}"
        );
    }
    let robots = server.get("/robots.txt", &[]);
    assert_eq!(robots.body, b"User-agent: *\nDisallow: /\n");
    assert_eq!(shared_server().get("/", &[]).header("x-robots-tag"), None);
}
