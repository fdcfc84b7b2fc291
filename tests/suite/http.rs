//! Methods, paths and headers.

use lectern::serve::Limits;
use lectern::site::Route;

use crate::support::{LARGE, MOVED, PAGE, SHORT, real};
use crate::wire::{Server, UNLIMITED, request, shared_server};

#[test]
fn every_route_is_served_as_it_is_rendered() {
    let server = shared_server();
    for (path, (route, resource)) in real().resources() {
        if matches!(route, Route::Discovery(_)) {
            // They name the host that was asked.
            continue;
        }
        let reply = server.get(path, &[]);
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(
            reply.header("content-type"),
            Some(resource.media_type),
            "{path}"
        );
        assert!(reply.body == resource.body, "{path}");
    }
}

#[test]
fn every_answer_carries_the_headers_that_protect_the_reader() {
    let server = shared_server();
    for (method, path) in [
        ("GET", PAGE),
        ("GET", "/nowhere"),
        ("POST", PAGE),
        ("GET", "/healthz"),
        ("GET", MOVED.0),
    ] {
        let reply = server.ask(method, path, &[]);
        let headers = reply.headers();
        for expected in [
            (
                "content-security-policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            ),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("referrer-policy", "same-origin"),
            ("x-content-type-options", "nosniff"),
        ] {
            assert!(headers.contains(&expected), "{method} {path}: {expected:?}");
        }
        assert!(
            reply.header("permissions-policy").is_some(),
            "{method} {path}"
        );
    }
}

#[test]
fn other_methods_are_refused_on_every_path() {
    let server = shared_server();
    let page = real().site.error_page(405, "Method Not Allowed").unwrap();
    let others = ["POST", "PUT", "DELETE", "PATCH", "TRACE"];
    for path in [PAGE, MOVED.0, "/search?q=a", "/nowhere", "//evil.example/"] {
        for method in others.into_iter().chain(["OPTIONS"]) {
            let reply = server.ask(method, path, &[]);
            assert_eq!(reply.status, 405, "{method} {path}");
            assert_eq!(reply.header("allow"), Some("GET, HEAD"));
            assert_eq!(reply.header("cache-control"), Some("no-store"));
            assert_eq!(reply.body, page.body);
        }
    }
    for path in [
        "/healthz",
        "/search.json?q=a",
        "/search/suggest?q=a",
        "/opensearch.xml",
    ] {
        for method in others {
            let reply = server.ask(method, path, &[]);
            assert_eq!(reply.status, 405, "{method} {path}");
            assert_eq!(reply.header("allow"), Some("GET, HEAD, OPTIONS"));
            assert_eq!(reply.header("cache-control"), Some("no-store"));
        }
    }
    assert_eq!(server.ask("OPTIONS", "*", &[]).status, 405);
    assert_eq!(server.ask("CONNECT", "evil.example:443", &[]).status, 405);
}

#[test]
fn head_is_get_without_the_body() {
    let server = shared_server();
    for path in [PAGE, LARGE, SHORT, "/nowhere", MOVED.0, "/healthz"] {
        for accept in ["Accept-Encoding: identity", "Accept-Encoding: gzip"] {
            let get = server.get(path, &[accept]);
            let mut client = server.client();
            client.send(&request("HEAD", path, &[accept, "Connection: close"]));
            let head = client.reply("HEAD");
            assert_eq!(client.until_closed(), b"", "{path}");
            assert_eq!(head.status, get.status, "{path}");
            let mut headers = head.headers();
            headers.retain(|&header| header != ("connection", "close"));
            assert_eq!(headers, get.headers(), "{path}");
        }
    }
}

#[test]
fn query_changes_no_page() {
    let server = shared_server();
    let plain = server.get(PAGE, &[]);
    let asked = server.get(&format!("{PAGE}?a=b&c=%zz"), &[]);
    assert_eq!(asked.status, 200);
    assert_eq!(asked.body, plain.body);
}

#[test]
fn path_that_leads_on_is_a_permanent_redirect() {
    let reply = shared_server().get(MOVED.0, &[]);
    assert_eq!(reply.status, 308);
    assert_eq!(reply.header("location"), Some(MOVED.1));
    assert_eq!(reply.header("cache-control"), Some("no-cache"));
    assert_eq!(reply.body, b"");
}

#[test]
fn slash_too_many_is_taken_off_if_that_leads_somewhere() {
    let server = shared_server();
    for (path, location) in [
        (format!("{PAGE}/"), PAGE),
        (format!("{PAGE}/?q=1"), PAGE),
        ("//".to_owned(), "/"),
        (format!("{}/", MOVED.0), MOVED.1),
    ] {
        let reply = server.get(&path, &[]);
        assert_eq!(reply.status, 308, "{path}");
        assert_eq!(reply.header("location"), Some(location), "{path}");
    }
}

#[test]
fn redirect_keeps_a_query_that_is_read_there() {
    let server = shared_server();
    for (path, location) in [
        ("/search/?q=x", "/search?q=x"),
        ("/Search?q=a+%26%20b&page=2", "/search?q=a+%26%20b&page=2"),
        ("/search.json/?q=x", "/search.json?q=x"),
        ("/search/suggest/?q=x", "/search/suggest?q=x"),
        (
            "/compare/?first=strategy-I&second=research-1",
            "/compare?first=strategy-I&second=research-1",
        ),
        ("/terms/?q=x", "/terms"),
        ("/strategy/ii.2.P2?q=x", "/strategy/II.2.p2"),
    ] {
        let reply = server.get(path, &[]);
        assert_eq!(reply.status, 308, "{path}");
        assert_eq!(reply.header("location"), Some(location), "{path}");
    }
}

#[test]
fn no_path_leads_off_the_site() {
    let server = shared_server();
    for path in [
        "//evil.example/",
        "//evil.example",
        "///evil.example/",
        "/%2fevil.example/",
        "/%2Fevil.example%2f",
        "/\\evil.example/",
        "/nowhere/",
        "/http://evil.example/",
        "/.//evil.example/",
        "/%0d%0aX:1/",
    ] {
        let reply = server.get(path, &[]);
        assert_eq!(reply.status, 404, "{path}");
        assert_eq!(reply.header("location"), None, "{path}");
    }
}

#[test]
fn unknown_path_gets_the_sites_own_page() {
    let reply = shared_server().get("/nowhere", &["Accept-Encoding: gzip, br"]);
    assert_eq!(reply.status, 404);
    assert_eq!(
        reply.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    assert_eq!(reply.header("etag"), None);
    assert_eq!(reply.body, real().site.not_found("/nowhere").unwrap().body);
}

#[test]
fn needless_escapes_make_no_difference() {
    let server = shared_server();
    let escaped = format!("/%{:02x}{}", PAGE.as_bytes()[1], &PAGE[2..]);
    assert_eq!(server.get(&escaped, &[]).body, server.get(PAGE, &[]).body);
}

#[test]
fn broken_escapes_lead_nowhere() {
    let server = shared_server();
    for path in [
        "/%",
        "/%4",
        "/%zz",
        "/%ff%fe",
        "/%00",
        "/%C3",
        "/strategy%",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/../x",
    ] {
        let reply = server.get(path, &[]);
        assert_eq!(reply.status, 404, "{path}");
        assert_eq!(
            reply.header("content-type"),
            Some("text/html; charset=utf-8"),
            "{path}"
        );
    }
}

#[test]
fn health_is_told_and_never_kept() {
    let reply = shared_server().get("/healthz", &[]);
    assert_eq!(reply.status, 200);
    assert_eq!(
        reply.header("content-type"),
        Some("text/plain; charset=utf-8")
    );
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    assert_eq!(reply.body, b"ok\n");
}

#[test]
fn requests_sent_at_once_are_answered_in_order() {
    let server = shared_server();
    let mut client = server.client();
    let paths = [LARGE, SHORT, "/nowhere", LARGE, PAGE, "/healthz"];
    let requests: String = paths.iter().map(|path| request("GET", path, &[])).collect();
    client.send(&requests);
    for path in paths {
        let reply = client.reply("GET");
        assert!(reply.body == server.get(path, &[]).body, "{path}");
    }
}

#[test]
fn headers_beyond_the_limit_are_refused() {
    let server = Server::start(Limits {
        header_bytes: 8192,
        ..UNLIMITED
    });
    let header = |bytes: usize| format!("X: {}", "x".repeat(bytes));
    assert_eq!(server.get(SHORT, &[&header(7000)]).status, 200);
    assert_eq!(server.get(SHORT, &[&header(8192)]).status, 431);
    assert_eq!(
        server.get(&format!("/{}", "x".repeat(8192)), &[]).status,
        414
    );
}
