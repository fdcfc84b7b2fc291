//! The protocol over a real socket, a line a case, by the sections of RFC 9110 (semantics) and RFC 9112
//! (HTTP/1.1).

use crate::support::PAGE;
use crate::wire::{Client, Reply, request, shared_server};

/// The section, what is sent, and what comes back.
///
/// In what is sent, `|` ends a line, `{tag}` is the entity tag of the page as it is, `{gzip}` that of the page as
/// gzip. What comes back is the status of each reply, then `keep` or `close` for the connection, and
/// behind semicolons headers of the last reply; one without a value is not there.
type Case = (&'static str, &'static str, &'static str);

#[rustfmt::skip]
const METHODS: &[Case] = &[
    ("9110 9.3.1", "GET /about HTTP/1.1|Host: a||", "200 keep"),
    ("9110 9.3.2", "HEAD /about HTTP/1.1|Host: a||", "200 keep"),
    ("9110 9.1", "get /about HTTP/1.1|Host: a||", "501 keep"),
    ("9110 9.1", "BREW /about HTTP/1.1|Host: a||", "501 keep"),
    ("9110 9.1", "PROPFIND / HTTP/1.1|Host: a||", "501 keep"),
    ("9110 9.1", "A!#$%&'*+-.^_`~9 / HTTP/1.1|Host: a||", "501 keep"),
    ("9110 9.3.3", "POST /about HTTP/1.1|Host: a||", "405 keep; allow: GET, HEAD"),
    ("9110 9.3.4", "PUT /about HTTP/1.1|Host: a||", "405 keep; allow: GET, HEAD"),
    ("9110 9.3.5", "DELETE /about HTTP/1.1|Host: a||", "405 keep; allow: GET, HEAD"),
    ("9110 9.3.6", "CONNECT a:443 HTTP/1.1|Host: a||", "405 keep; allow: GET, HEAD"),
    ("9110 9.3.7", "OPTIONS /about HTTP/1.1|Host: a||", "405 keep; allow: GET, HEAD"),
    ("9110 9.3.7", "OPTIONS * HTTP/1.1|Host: a||", "405 keep; allow: GET, HEAD"),
    ("9110 9.3.7", "OPTIONS /opensearch.xml HTTP/1.1|Host: a||", "204 keep; allow: GET, HEAD, OPTIONS"),
    ("9110 9.3.8", "TRACE /about HTTP/1.1|Host: a||", "405 keep; allow: GET, HEAD"),
    ("5789 2", "PATCH /about HTTP/1.1|Host: a||", "405 keep; allow: GET, HEAD"),
    ("9110 15.5.6", "POST /nowhere HTTP/1.1|Host: a||", "405 keep; allow: GET, HEAD"),
];

#[rustfmt::skip]
const TARGETS: &[Case] = &[
    ("9112 3.2.1", "GET / HTTP/1.1|Host: a||", "200 keep"),
    ("9112 3.2.1", "GET /nowhere HTTP/1.1|Host: a||", "404 keep"),
    ("9112 3.2.1", "GET /about?a=b HTTP/1.1|Host: a||", "200 keep"),
    ("9112 3.2.1", "GET /? HTTP/1.1|Host: a||", "200 keep"),
    ("9112 3.2.1", "GET about HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2.1", "GET ?q=a HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2", "GET /about#top HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2", "GET /about?a#b HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2", "GET http://a/about#top HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2", "GET /a b HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2", "GET  / HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2", "GET /  HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2", "GET /\u{1}x HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2", "GET /\u{7f} HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2", "GET * HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2.2", "GET http://a/about HTTP/1.1|Host: a||", "200 keep"),
    ("9112 3.2.2", "GET HTTP://a/about HTTP/1.1|Host: a||", "200 keep"),
    ("9112 3.2.2", "GET https://a/about HTTP/1.1|Host: a||", "200 keep"),
    ("9112 3.2.2", "GET http://a HTTP/1.1|Host: a||", "200 keep"),
    ("9112 3.2.2", "GET http://a/about HTTP/1.1|Host: b||", "200 keep"),
    ("9112 3.2.2", "GET ftp://a/about HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2.2", "GET http://u@a/about HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2.2", "GET http://a:99999/about HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2.2", "GET http:///about HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2.2", "GET http://a/about HTTP/1.1||", "400 close"),
    ("9112 3.2.3", "GET a:443 HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2.3", "CONNECT a HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2.3", "CONNECT /about HTTP/1.1|Host: a||", "400 close"),
    ("9112 3.2.4", "OPTIONS about HTTP/1.1|Host: a||", "400 close"),
    ("9110 4.2.3", "GET /%61bout HTTP/1.1|Host: a||", "200 keep"),
    ("3986 2.1", "GET /%zz HTTP/1.1|Host: a||", "404 keep"),
    ("3986 5.2.4", "GET /x/../about HTTP/1.1|Host: a||", "404 keep"),
    ("9110 15.4.9", "GET /About/ HTTP/1.1|Host: a||", "308 keep; location: /about"),
];

#[rustfmt::skip]
const HOSTS: &[Case] = &[
    ("9112 3.2", "GET / HTTP/1.1||", "400 close"),
    ("9112 3.2", "GET / HTTP/1.1|Host: a|Host: a||", "400 close"),
    ("9112 3.2", "GET / HTTP/1.1|Host: a|Host: b||", "400 close"),
    ("9112 3.2", "GET / HTTP/1.1|Host: a b||", "400 close"),
    ("9112 3.2", "GET / HTTP/1.1|Host: a/b@c||", "400 close"),
    ("9112 3.2", "GET / HTTP/1.1|Host: u@a||", "400 close"),
    ("9112 3.2", "GET / HTTP/1.1|Host: a, b||", "400 close"),
    ("9112 3.2", "GET / HTTP/1.1|Host: a:99999||", "400 close"),
    ("9112 3.2", "GET / HTTP/1.1|Host: a:0||", "400 close"),
    ("9112 3.2", "GET / HTTP/1.1|Host: a:x||", "400 close"),
    ("9112 3.2", "GET / HTTP/1.1|Host: :80||", "400 close"),
    ("9112 3.2", "GET / HTTP/1.1|Host: http://a||", "400 close"),
    ("9112 3.2", "GET / HTTP/1.1|Host: [::1||", "400 close"),
    ("9112 3.2", "GET / HTTP/1.1|Host: \u{e9}||", "400 close"),
    ("9112 3.2", "GET / HTTP/1.1|Host: a<b>||", "400 close"),
    ("9112 3.2", "GET / HTTP/1.1|Host:||", "200 keep"),
    ("9110 7.2", "GET / HTTP/1.1|Host: a.example:8080||", "200 keep"),
    ("9110 7.2", "GET / HTTP/1.1|host:a||", "200 keep"),
    ("9110 7.2", "GET / HTTP/1.1|Host: [::1]:80||", "200 keep"),
    ("9110 7.2", "GET / HTTP/1.1|Host: 127.0.0.1:80||", "200 keep"),
    ("9110 7.2", "GET / HTTP/1.1|X: y|Host: a||", "200 keep"),
    ("9112 3.2", "GET / HTTP/1.0|Host: a b||", "400 close"),
];

#[rustfmt::skip]
const VERSIONS: &[Case] = &[
    ("9112 2.3", "GET /about HTTP/1.0||", "200 close"),
    ("9112 2.3", "GET /about HTTP/1.0|Host: a||", "200 close"),
    ("9112 2.3", "GET /about http/1.1|Host: a||", "400 close"),
    ("9112 2.3", "GET /about HTTP/11|Host: a||", "400 close"),
    ("9112 2.3", "GET /about HTTP/1.1.1|Host: a||", "400 close"),
    ("9112 2.3", "GET /about HTTPS/1.1|Host: a||", "400 close"),
    ("9110 15.6.6", "GET /about HTTP/2.0|Host: a||", "505 close"),
    ("9110 15.6.6", "GET /about HTTP/3.0|Host: a||", "505 close"),
    ("9110 15.6.6", "GET /about HTTP/0.9|Host: a||", "505 close"),
    ("9110 15.6.6", "GET / HTTP/9.9||", "505 close"),
    ("9113 3.4", "PRI * HTTP/2.0||SM||", "505 close"),
    ("9112 A.1", "GET /about|", "400 close"),
    ("9112 A.1", "GET||", "400 close"),
];

#[rustfmt::skip]
const CONNECTIONS: &[Case] = &[
    ("9112 9.3", "GET /about HTTP/1.1|Host: a|Connection: keep-alive||", "200 keep"),
    ("9112 9.6", "GET /about HTTP/1.1|Host: a|Connection: close||", "200 close; connection: close"),
    ("9112 9.6", "GET /about HTTP/1.1|Host: a|Connection: x, Close||", "200 close; connection: close"),
    ("9112 9.3", "GET /about HTTP/1.0|Connection: keep-alive||", "200 keep; connection: keep-alive"),
    ("9110 7.8", "GET /about HTTP/1.1|Host: a|Connection: Upgrade|Upgrade: h2c||", "200 keep; upgrade"),
    ("9110 7.8", "GET /about HTTP/1.1|Host: a|Connection: Upgrade|Upgrade: websocket||", "200 keep; upgrade"),
    ("9112 9.3.2", "GET / HTTP/1.1|Host: a||GET /nowhere HTTP/1.1|Host: a||", "200 404 keep"),
    ("9112 9.3.2", "GET / HTTP/1.1|Host: a||BREW / HTTP/1.1|Host: a||GET / HTTP/1.1|Host: a||", "200 501 200 keep"),
    ("9112 9.3.2", "GET / HTTP/1.1|Host: a||GET / HTTP/1.1||GET / HTTP/1.1|Host: a||", "200 400 close"),
    ("9112 9.6", "GET / HTTP/1.1|Host: a|Connection: close||GET / HTTP/1.1|Host: a||", "200 close"),
    ("9112 2.2", "||GET / HTTP/1.1|Host: a||", "200 keep"),
];

#[rustfmt::skip]
const FRAMING: &[Case] = &[
    ("9112 6.3", "GET /about HTTP/1.1|Host: a|Content-Length: 0||", "200 keep"),
    ("9112 6.3", "GET /about HTTP/1.1|Host: a|Content-Length: 4||body", "200 close; connection: close"),
    ("9112 6.3", "POST /about HTTP/1.1|Host: a|Content-Length: 4||GET ", "405 close; connection: close"),
    ("9112 6.3", "POST /about HTTP/1.1|Host: a|Content-Length: 9||few", "405 close; connection: close"),
    ("9112 7.1", "POST /about HTTP/1.1|Host: a|Transfer-Encoding: chunked||0||", "405 close; connection: close"),
    ("9112 7.1", "GET /about HTTP/1.1|Host: a|Transfer-Encoding: Chunked||4|body|0||", "200 close; connection: close"),
    ("9112 7.1", "GET /about HTTP/1.1|Host: a|Transfer-Encoding: chunked||zz|", "200 close; connection: close"),
    ("9112 6.1", "GET / HTTP/1.1|Host: a|Transfer-Encoding: chunked, chunked||0||", "400 close"),
    ("9112 6.1", "GET / HTTP/1.1|Host: a|Transfer-Encoding: chunked|Transfer-Encoding: chunked||", "400 close"),
    ("9112 6.1", "GET / HTTP/1.1|Host: a|Transfer-Encoding: gzip, chunked||0||", "501 close"),
    ("9112 6.1", "GET / HTTP/1.1|Host: a|Transfer-Encoding: gzip|Transfer-Encoding: chunked||0||", "501 close"),
    ("9112 6.3", "GET / HTTP/1.1|Host: a|Transfer-Encoding: chunked, gzip||", "400 close"),
    ("9112 6.3", "GET / HTTP/1.1|Host: a|Transfer-Encoding: gzip||", "400 close"),
    ("9112 6.3", "GET / HTTP/1.1|Host: a|Transfer-Encoding: identity||", "400 close"),
    ("9112 6.3", "GET / HTTP/1.1|Host: a|Transfer-Encoding: xchunked||", "400 close"),
    ("9112 6.3", "GET / HTTP/1.1|Host: a|Transfer-Encoding:||", "400 close"),
    ("9112 6.1", "GET / HTTP/1.0|Transfer-Encoding: chunked||0||", "400 close"),
    ("9112 6.3", "GET / HTTP/1.1|Host: a|Content-Length: 5|Transfer-Encoding: chunked||0||", "400 close"),
    ("9112 6.3", "GET / HTTP/1.1|Host: a|Content-Length: 5|Content-Length: 6||", "400 close"),
    ("9112 6.3", "GET / HTTP/1.1|Host: a|Content-Length: 5, 6||", "400 close"),
    ("9112 6.3", "GET / HTTP/1.1|Host: a|Content-Length: -1||", "400 close"),
    ("9112 6.3", "GET / HTTP/1.1|Host: a|Content-Length: +1||", "400 close"),
    ("9112 6.3", "GET / HTTP/1.1|Host: a|Content-Length: 0x4||", "400 close"),
    ("9112 6.3", "GET / HTTP/1.1|Host: a|Content-Length: 4.0||", "400 close"),
    ("9112 6.3", "GET / HTTP/1.1|Host: a|Content-Length:||", "400 close"),
    ("9112 6.3", "GET / HTTP/1.1|Host: a|Content-Length: 99999999999999999999||", "400 close"),
    ("9110 10.1.1", "POST / HTTP/1.1|Host: a|Expect: 100-continue|Content-Length: 4||", "405 close"),
];

#[rustfmt::skip]
const MALFORMED: &[Case] = &[
    ("9112 5.1", "GET / HTTP/1.1|Host: a|X : y||", "400 close"),
    ("9112 5.1", "GET / HTTP/1.1|Host: a|X||", "400 close"),
    ("9112 5.1", "GET / HTTP/1.1|Host: a|: y||", "400 close"),
    ("9112 5.1", "GET / HTTP/1.1|Host: a|X\u{1}: y||", "400 close"),
    ("9112 5.1", "GET / HTTP/1.1|Host: a|X(Y): z||", "400 close"),
    ("9112 2.2", "GET / HTTP/1.1| Host: a||", "400 close"),
    ("9112 5.2", "GET / HTTP/1.1|Host: a|X: y| z||", "400 close"),
    ("9112 5.5", "GET / HTTP/1.1|Host: a|X: y\u{0}z||", "400 close"),
    ("9110 5.5", "GET / HTTP/1.1|Host: a|X: y\rz||", "400 close"),
    ("9112 2.2", "GET / HTTP/1.1\nHost: a\n\n", "200 keep"),
    ("9112 3", "\u{16}\u{3}\u{1}||", "400 close"),
    ("9112 3", "GET / HTTP/1.1 x|Host: a||", "400 close"),
    ("9112 3", "\tGET / HTTP/1.1|Host: a||", "400 close"),
    ("9112 3", "G(T / HTTP/1.1|Host: a||", "400 close"),
    ("9110 5.5", "GET / HTTP/1.1|Host: a|X: \u{e9}||", "200 keep"),
    ("9110 5.5", "GET / HTTP/1.1|Host: a|X:||", "200 keep"),
];

#[rustfmt::skip]
const CONDITIONS: &[Case] = &[
    ("9110 13.1.2", "GET /about HTTP/1.1|Host: a|If-None-Match: {tag}||", "304 keep; etag: {tag}"),
    ("9110 13.1.2", "GET /about HTTP/1.1|Host: a|If-None-Match: W/{tag}||", "304 keep; etag: {tag}"),
    ("9110 13.1.2", "GET /about HTTP/1.1|Host: a|If-None-Match: \"x\", {tag}||", "304 keep"),
    ("9110 13.1.2", "GET /about HTTP/1.1|Host: a|If-None-Match: \"x\"|If-None-Match: {tag}||", "304 keep"),
    ("9110 13.1.2", "GET /about HTTP/1.1|Host: a|If-None-Match: *||", "304 keep"),
    ("9110 13.1.2", "GET /about HTTP/1.1|Host: a|If-None-Match: \"x\"||", "200 keep; etag: {tag}"),
    ("9110 13.1.2", "GET /about HTTP/1.1|Host: a|If-None-Match: x||", "200 keep"),
    ("9110 13.1.2", "GET /about HTTP/1.1|Host: a|If-None-Match:||", "200 keep"),
    ("9110 13.1.2", "GET /about HTTP/1.1|Host: a|If-None-Match: {gzip}||", "200 keep"),
    ("9110 13.1.2", "GET /about HTTP/1.1|Host: a|Accept-Encoding: gzip|If-None-Match: {gzip}||", "304 keep; etag: {gzip}"),
    ("9110 13.1.2", "HEAD /about HTTP/1.1|Host: a|If-None-Match: {tag}||", "304 keep"),
    ("9110 13.1.2", "GET /nowhere HTTP/1.1|Host: a|If-None-Match: *||", "404 keep"),
    ("9110 13.1.1", "GET /about HTTP/1.1|Host: a|If-Match: {tag}||", "200 keep"),
    ("9110 13.1.1", "GET /about HTTP/1.1|Host: a|If-Match: {gzip}||", "200 keep"),
    ("9110 13.1.1", "GET /about HTTP/1.1|Host: a|If-Match: *||", "200 keep"),
    ("9110 13.1.1", "GET /about HTTP/1.1|Host: a|If-Match: \"x\", {tag}||", "200 keep"),
    ("9110 13.1.1", "GET /about HTTP/1.1|Host: a|If-Match: \"x\"||", "412 keep; etag; cache-control: no-store"),
    ("9110 13.1.1", "HEAD /about HTTP/1.1|Host: a|If-Match: \"x\"||", "412 keep"),
    ("9110 13.1.1", "GET /about HTTP/1.1|Host: a|If-Match: W/{tag}||", "412 keep"),
    ("9110 13.2.2", "GET /about HTTP/1.1|Host: a|If-Match: \"x\"|If-None-Match: {tag}||", "412 keep"),
    ("9110 13.2.2", "GET /about HTTP/1.1|Host: a|If-Match: {tag}|If-None-Match: {tag}||", "304 keep"),
    ("9110 13.1.1", "GET /search?q=privacy HTTP/1.1|Host: a|If-Match: \"x\"||", "412 keep"),
    ("9110 13.1.3", "GET /about HTTP/1.1|Host: a|If-Modified-Since: Sat, 01 Jan 2050 00:00:00 GMT||", "200 keep; last-modified"),
    ("9110 13.1.4", "GET /about HTTP/1.1|Host: a|If-Unmodified-Since: Sat, 01 Jan 2000 00:00:00 GMT||", "200 keep"),
];

#[rustfmt::skip]
const RANGES: &[Case] = &[
    ("9110 14.2", "GET /about HTTP/1.1|Host: a|Range: bytes=0-9||", "200 keep; accept-ranges; content-range"),
    ("9110 14.2", "GET /about HTTP/1.1|Host: a|Range: bytes=999999999-||", "200 keep"),
    ("9110 14.2", "GET /about HTTP/1.1|Host: a|Range: bytes=9-0||", "200 keep"),
    ("9110 14.2", "GET /about HTTP/1.1|Host: a|Range: bytes=0-0,2-2,4-4||", "200 keep"),
    ("9110 13.1.5", "GET /about HTTP/1.1|Host: a|Range: bytes=0-9|If-Range: {tag}||", "200 keep"),
];

#[rustfmt::skip]
const NEGOTIATION: &[Case] = &[
    ("9110 12.5.3", "GET /about HTTP/1.1|Host: a||", "200 keep; content-encoding; vary: accept-encoding"),
    ("9110 12.5.3", "GET /about HTTP/1.1|Host: a|Accept-Encoding: gzip||", "200 keep; content-encoding: gzip; etag: {gzip}"),
    ("9110 12.5.3", "GET /about HTTP/1.1|Host: a|Accept-Encoding: GZIP;q=0.5||", "200 keep; content-encoding: gzip"),
    ("9110 12.5.3", "GET /about HTTP/1.1|Host: a|Accept-Encoding: x-gzip||", "200 keep; content-encoding: gzip"),
    ("9110 12.5.3", "GET /about HTTP/1.1|Host: a|Accept-Encoding: br;q=0, *||", "200 keep; content-encoding: gzip"),
    ("9110 12.5.3", "GET /about HTTP/1.1|Host: a|Accept-Encoding: gzip;q=0||", "200 keep; content-encoding"),
    ("9110 12.5.3", "GET /about HTTP/1.1|Host: a|Accept-Encoding: identity||", "200 keep; content-encoding"),
    ("9110 12.5.3", "GET /about HTTP/1.1|Host: a|Accept-Encoding: *;q=0||", "200 keep; content-encoding"),
    ("9110 12.5.3", "GET /about HTTP/1.1|Host: a|Accept-Encoding: zstd||", "200 keep; content-encoding"),
    ("9110 12.4.2", "GET /about HTTP/1.1|Host: a|Accept-Encoding: gzip;q=2||", "200 keep; content-encoding"),
    ("9110 12.4.2", "GET /about HTTP/1.1|Host: a|Accept-Encoding: gzip;q=0.001||", "200 keep; content-encoding: gzip"),
    ("9110 12.5.1", "GET /about HTTP/1.1|Host: a|Accept: image/png||", "200 keep; content-type: text/html; charset=utf-8"),
    ("9110 12.5.1", "GET /nowhere HTTP/1.1|Host: a|Accept: application/json||", "404 keep; content-type: application/problem+json"),
    ("9110 12.5.4", "GET /about HTTP/1.1|Host: a|Accept-Language: zh||", "200 keep"),
];

/// Every case of a list; `tags` are those of the page as it is and as gzip.
fn hold(cases: &[Case]) {
    let server = shared_server();
    let tag = |accept: &str| {
        let reply = server.get(PAGE, &[accept]);
        reply.header("etag").unwrap().to_owned()
    };
    let tags = [
        tag("Accept-Encoding: identity"),
        tag("Accept-Encoding: gzip"),
    ];
    let with_tags = |text: &str| text.replace("{tag}", &tags[0]).replace("{gzip}", &tags[1]);
    for (section, sent, expected) in cases {
        let what = format!("{section}: {sent} must get {expected}");
        let mut client = server.client();
        client.send(&with_tags(&sent.replace('|', "\r\n")));
        let (line, headers) = expected.split_once(';').unwrap_or((expected, ""));
        let (statuses, fate) = line.rsplit_once(' ').unwrap();
        let reply = replies(&mut client, sent, statuses, &what);
        assert!(reply.header("x-content-type-options").is_some(), "{what}");
        for header in with_tags(headers).split("; ").map(str::trim) {
            let header = header.strip_prefix(' ').unwrap_or(header);
            match header.split_once(": ") {
                Some(("content-type", value)) => {
                    let found = reply.header("content-type").unwrap();
                    assert!(found.starts_with(value), "{what}: {found}");
                }
                Some((name, value)) => assert_eq!(reply.header(name), Some(value), "{what}"),
                None if header.starts_with("charset") || header.is_empty() => {}
                None => assert_eq!(reply.header(header), None, "{what}"),
            }
        }
        match fate {
            "keep" => {
                client.send(&request("GET", "/healthz", &[]));
                assert_eq!(client.reply("GET").body, b"ok\n", "{what}");
            }
            "close" => assert_eq!(client.until_closed(), b"", "{what}"),
            other => panic!("{other} is no fate"),
        }
    }
}

/// Reads a reply for each status; gives the last.
fn replies(client: &mut Client, sent: &str, statuses: &str, what: &str) -> Reply {
    let method = if sent.starts_with("HEAD ") {
        "HEAD"
    } else {
        "GET"
    };
    let replies = statuses.split(' ').map(|status| {
        let reply = client.reply(method);
        assert_eq!(reply.status.to_string(), status, "{what}");
        reply
    });
    replies.last().unwrap()
}

#[test]
fn methods() {
    hold(METHODS);
}

#[test]
fn targets() {
    hold(TARGETS);
}

#[test]
fn hosts() {
    hold(HOSTS);
}

#[test]
fn versions() {
    hold(VERSIONS);
}

#[test]
fn connections() {
    hold(CONNECTIONS);
}

#[test]
fn framing() {
    hold(FRAMING);
}

#[test]
fn malformed_heads() {
    hold(MALFORMED);
}

#[test]
fn conditions() {
    hold(CONDITIONS);
}

#[test]
fn ranges() {
    hold(RANGES);
}

#[test]
fn negotiation() {
    hold(NEGOTIATION);
}

#[test]
fn sizes() {
    let server = shared_server();
    let long = |bytes: usize| "x".repeat(bytes);
    let headers = |count: usize| {
        let lines = (0..count).map(|at| format!("X-{at}: y\r\n"));
        lines.collect::<String>()
    };
    for (section, head, status) in [
        (
            "9110 4.1",
            format!("GET /{} HTTP/1.1\r\nHost: a\r\n", long(8000)),
            404,
        ),
        (
            "9110 15.5.15",
            format!("GET /{} HTTP/1.1\r\nHost: a\r\n", long(17_000)),
            414,
        ),
        ("9110 15.5.15", format!("GET /{}", long(70_000)), 414),
        (
            "9110 15.5.15",
            format!("{} / HTTP/1.1\r\n", long(17_000)),
            414,
        ),
        (
            "9110 5.4",
            format!("GET / HTTP/1.1\r\nHost: a\r\nX: {}\r\n", long(8000)),
            200,
        ),
        (
            "6585 5",
            format!("GET / HTTP/1.1\r\nHost: a\r\nX: {}\r\n", long(17_000)),
            431,
        ),
        (
            "6585 5",
            format!("GET / HTTP/1.1\r\nHost: a\r\nX: {}", long(70_000)),
            431,
        ),
        (
            "6585 5",
            format!("GET / HTTP/1.1\r\nHost: a\r\n{}: y\r\n", long(17_000)),
            431,
        ),
        (
            "6585 5",
            format!("GET / HTTP/1.1\r\nHost: a\r\n{}", headers(99)),
            200,
        ),
        (
            "6585 5",
            format!("GET / HTTP/1.1\r\nHost: a\r\n{}", headers(101)),
            431,
        ),
    ] {
        let mut client = server.client();
        client.send(&format!("{head}\r\n"));
        let reply = client.reply("GET");
        assert_eq!(reply.status, status, "{section}: {}", &head[..30]);
        assert!(
            reply.header("x-content-type-options").is_some(),
            "{section}"
        );
    }
}

#[test]
fn host_that_is_asked_for_stands_in_the_files_that_name_it() {
    let server = shared_server();
    for (target, host, origin) in [
        ("/opensearch.xml", "a.example:81", "http://a.example:81"),
        (
            "http://b.example/opensearch.xml",
            "a.example",
            "http://b.example",
        ),
        (
            "https://b.example/opensearch.xml",
            "a.example",
            "https://b.example",
        ),
    ] {
        let mut client = server.client();
        client.send(&format!("GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n"));
        let body = String::from_utf8(client.reply("GET").body).unwrap();
        assert!(
            body.contains(&format!("\"{origin}/search?q=")),
            "{origin}: {body}"
        );
    }
}

#[test]
fn there_are_more_cases_than_a_hundred_and_twenty() {
    let lists = [
        METHODS,
        TARGETS,
        HOSTS,
        VERSIONS,
        CONNECTIONS,
        FRAMING,
        MALFORMED,
        CONDITIONS,
        RANGES,
        NEGOTIATION,
    ];
    let count: usize = lists.iter().map(|list| list.len()).sum();
    assert!(count >= 120, "{count}");
}
