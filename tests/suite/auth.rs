//! A site for a closed group: who has no password is told nothing.

use std::fs::write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lectern::serve::{Entrance, Guard, Options};
use tokio::net::{TcpListener, TcpSocket};

use crate::command_line::lectern;
use crate::support::{PAGE, font, real, style};
use crate::wire::{Reply, Server, UNLIMITED};

/// `anna` has the password `correct horse`, `béa` has `à demain`; the costs are the lowest that there are, so that
/// tests are quick.
fn passwords() -> String {
    format!(
        "# the reading group\n\nanna:{}\nbéa:{}\r\n",
        bcrypt::hash("correct horse", 4).unwrap(),
        bcrypt::hash("à demain", 4).unwrap(),
    )
}

struct File(PathBuf);

impl File {
    fn with(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("lectern-{name}-{}", std::process::id()));
        write(&path, text).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn guard(file: &File) -> Arc<Guard> {
    Arc::new(Guard::new(file.0.clone()).unwrap())
}

fn closed(guard: &Arc<Guard>) -> Server {
    let socket = TcpSocket::new_v4().unwrap();
    let loopback: SocketAddr = "127.0.0.1:0".parse().unwrap();
    socket.bind(loopback).unwrap();
    let address = socket.local_addr().unwrap();
    let guard = Arc::clone(guard);
    let options = Options {
        limits: UNLIMITED,
        ..Options::default()
    };
    Server::entered(address, options, &real().site, move || {
        let listener: TcpListener = socket.listen(1024).unwrap();
        Entrance::from(listener).guarded(guard)
    })
}

fn basic(name: &str, password: &str) -> String {
    let encoded = STANDARD.encode(format!("{name}:{password}"));
    format!("Authorization: Basic {encoded}")
}

fn anna() -> String {
    basic("anna", "correct horse")
}

fn text(reply: &Reply) -> &str {
    std::str::from_utf8(&reply.body).unwrap()
}

/// The headers that protect any answer, and those of a refusal.
const REFUSED: &[(&str, &str)] = &[
    ("cache-control", "no-store"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
    ("referrer-policy", "same-origin"),
    (
        "www-authenticate",
        "Basic realm=\"Lectern\", charset=\"UTF-8\"",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-robots-tag", "noindex, nofollow"),
];

#[test]
fn who_has_no_password_is_told_nothing() {
    let file = File::with("closed", &passwords());
    let server = closed(&guard(&file));
    let whole = server.get("/nowhere", &[]);
    assert_eq!(whole.status, 401);
    let own = ["content-length", "content-security-policy", "content-type"];
    let headers = whole.headers().into_iter();
    let headers: Vec<_> = headers.filter(|(name, _)| !own.contains(name)).collect();
    assert_eq!(headers, REFUSED);
    assert_eq!(
        whole.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    insta::assert_snapshot!("refusal", text(&whole));
    // What is there and what is not are told apart by nothing.
    let assets = [style(), font()];
    let pages = ["/", PAGE, "/strategy/II.2.p2", "/strategy/ii.2"];
    let others = [
        "/metrics",
        "/search?q=privacy",
        "/%zz",
        "/healthz/",
        "/HEALTHZ",
        "//healthz",
    ];
    for path in [&pages[..], &assets, &others].concat() {
        let reply = server.get(path, &[]);
        assert_eq!((reply.status, &reply.body), (401, &whole.body), "{path}");
        assert_eq!(reply.headers(), whole.headers(), "{path}");
    }
    for method in ["HEAD", "POST", "OPTIONS", "BREW", "PROPFIND"] {
        assert_eq!(
            server.ask(method, "/healthz/x", &[]).status,
            401,
            "{method}"
        );
    }
    for header in ["If-Match: \"x\"", "If-None-Match: *", "Range: bytes=0-1"] {
        assert_eq!(server.get(PAGE, &[header]).status, 401, "{header}");
    }
    // Nor by what broke the protocol.
    let mut client = server.client();
    client.send("GET / HTTP/1.1\r\nHost: a b\r\n\r\n");
    let broken = client.reply("GET");
    assert_eq!(
        (broken.status, broken.header("www-authenticate")),
        (400, None)
    );
    assert!(!text(&broken).contains("Strategy"), "{}", text(&broken));
}

#[test]
fn style_of_the_refusal_is_the_one_that_its_policy_allows() {
    let file = File::with("policy", &passwords());
    let reply = closed(&guard(&file)).get("/", &[]);
    let page = text(&reply);
    let (_, rest) = page.split_once("<style>").unwrap();
    let (style, _) = rest.split_once("</style>").unwrap();
    let hash = STANDARD.encode(<sha2::Sha256 as sha2::Digest>::digest(style));
    let policy = reply.header("content-security-policy").unwrap();
    let expected = format!(
        "default-src 'none'; style-src 'sha256-{hash}'; form-action 'none'; base-uri 'none'; \
         frame-ancestors 'none'"
    );
    assert_eq!(policy, expected);
}

#[test]
fn programs_are_refused_with_a_problem() {
    let file = File::with("problem", &passwords());
    let server = closed(&guard(&file));
    let problem = "{\n  \"type\": \"about:blank\",\n  \"title\": \"Unauthorized\",\n  \"status\": 401,\n  \
                   \"detail\": \"This site is for a closed group. A name and a password lead to it.\"\n}\n";
    for (path, header) in [
        ("/strategy.json", "Origin: https://other.example"),
        ("/nowhere.json", "Accept: */*"),
        (PAGE, "Accept: application/json"),
    ] {
        let reply = server.get(path, &[header]);
        assert_eq!((reply.status, text(&reply)), (401, problem), "{path}");
        let media_type = reply.header("content-type");
        assert_eq!(media_type, Some("application/problem+json"), "{path}");
        assert_eq!(reply.header("access-control-allow-origin"), None, "{path}");
    }
}

#[test]
fn who_has_one_reads_the_site_and_only_his_device_keeps_it() {
    let file = File::with("open", &passwords());
    let server = closed(&guard(&file));
    let bea = basic("béa", "à demain");
    for line in [&anna(), &bea, &anna()] {
        let reply = server.get(PAGE, &[line]);
        assert_eq!(reply.status, 200);
        assert!(reply.body == real().body(PAGE).as_bytes());
        assert_eq!(reply.header("cache-control"), Some("private, no-cache"));
    }
    let kept = server.get(style(), &[&anna()]);
    let policy = "private, max-age=31536000, immutable";
    assert_eq!(kept.header("cache-control"), Some(policy));
    let missing = server.get("/nowhere", &[&anna()]);
    assert_eq!(
        (missing.status, missing.header("cache-control")),
        (404, Some("no-store"))
    );
    // Scripts of other sites read nothing of a closed one.
    for method in ["GET", "OPTIONS"] {
        let data = server.ask(
            method,
            "/strategy.json",
            &[&anna(), "Origin: https://other.example"],
        );
        let headers = data.headers().into_iter();
        let mut cors = headers.filter(|(name, _)| name.starts_with("access-control"));
        assert_eq!(cors.next(), None, "{method}");
    }
    let held = format!(
        "If-None-Match: {}",
        server.get(PAGE, &[&anna()]).header("etag").unwrap()
    );
    assert_eq!(server.get(PAGE, &[&anna(), &held]).status, 304);
}

#[test]
fn wrong_names_and_passwords_are_refused() {
    let file = File::with("wrong", &passwords());
    let server = closed(&guard(&file));
    assert_eq!(server.get(PAGE, &[&anna()]).status, 200);
    for line in [
        basic("anna", "wrong"),
        basic("anna", ""),
        basic("anna", "correct horse "),
        basic("Anna", "correct horse"),
        basic("béa", "correct horse"),
        basic("nobody", "correct horse"),
        basic("", ""),
        "Authorization: Basic".to_owned(),
        "Authorization: Basic !!!".to_owned(),
        "Authorization: Bearer YW5uYTpjb3JyZWN0IGhvcnNl".to_owned(),
    ] {
        assert_eq!(server.get(PAGE, &[&line]).status, 401, "{line}");
    }
    assert_eq!(server.get(PAGE, &[&anna(), &anna()]).status, 401);
}

#[test]
fn health_and_robots_are_for_all() {
    let file = File::with("health", &passwords());
    let server = closed(&guard(&file));
    for (method, body) in [("GET", "ok\n"), ("HEAD", "")] {
        let health = server.ask(method, "/healthz", &[]);
        assert_eq!((health.status, text(&health)), (200, body));
    }
    for header in ["X: y", "If-Match: \"x\""] {
        let robots = server.get("/robots.txt", &[header]);
        assert_eq!(
            (robots.status, text(&robots)),
            (200, "User-agent: *\nDisallow: /\n")
        );
    }
    assert_eq!(server.ask("POST", "/healthz", &[]).status, 401);
    assert_eq!(server.ask("POST", "/robots.txt", &[]).status, 401);
}

/// A check of this cost takes some hundredths of a second, and sixteen wait.
#[test]
fn flood_of_wrong_passwords_is_sent_away_while_known_readers_pass() {
    let costly = bcrypt::hash("slow", 8).unwrap();
    let file = File::with("flood", &format!("{}carl:{costly}\n", passwords()));
    let server = closed(&guard(&file));
    assert_eq!(server.get(PAGE, &[&anna()]).status, 200);
    let statuses = thread::scope(|scope| {
        let flood: Vec<_> = (0..60)
            .map(|at| {
                scope.spawn({
                    let server = &server;
                    move || {
                        let reply = server.get(PAGE, &[&basic("carl", &at.to_string())]);
                        (reply.status, reply.header("retry-after").map(str::to_owned))
                    }
                })
            })
            .collect();
        for _ in 0..20 {
            assert_eq!(server.get(PAGE, &[&anna()]).status, 200);
        }
        let flood = flood.into_iter().map(|one| one.join().unwrap());
        flood.collect::<Vec<_>>()
    });
    let busy = (503, Some("1".to_owned()));
    assert!(
        statuses
            .iter()
            .all(|one| *one == busy || *one == (401, None)),
        "{statuses:?}"
    );
    assert!(statuses.contains(&busy), "{statuses:?}");
    assert!(statuses.contains(&(401, None)), "{statuses:?}");
}

#[test]
fn new_passwords_count_from_a_reload_on() {
    let file = File::with("reload", &passwords());
    let guard = guard(&file);
    let server = closed(&guard);
    assert_eq!(server.get(PAGE, &[&anna()]).status, 200);
    write(
        &file.0,
        format!("anna:{}\n", bcrypt::hash("new", 4).unwrap()),
    )
    .unwrap();
    assert_eq!(server.get(PAGE, &[&anna()]).status, 200);
    guard.reload().unwrap();
    assert_eq!(server.get(PAGE, &[&anna()]).status, 401);
    assert_eq!(server.get(PAGE, &[&basic("béa", "à demain")]).status, 401);
    assert_eq!(server.get(PAGE, &[&basic("anna", "new")]).status, 200);
    // A file that is wrong changes nothing.
    write(&file.0, "anna\n").unwrap();
    assert!(guard.reload().is_err());
    assert_eq!(server.get(PAGE, &[&basic("anna", "new")]).status, 200);
}

#[test]
fn what_is_wrong_with_a_file_is_said_by_line() {
    let right = bcrypt::hash("x", 4).unwrap();
    let costly = right.replacen("$04$", "$17$", 1);
    let file = File::with(
        "faulty",
        &format!(
            "anna:{right}\nbéa\n:{right}\ncarl:$apr1$x$y\ndora:plain words\nemil:$2y$10$short\n\
             fay:{costly}\nanna:{right}\n"
        ),
    );
    let output = lectern(&["--listen", "127.0.0.1:0", "--auth", file.path()]);
    let output = { output }.output().unwrap();
    let told = String::from_utf8(output.stderr)
        .unwrap()
        .replace(file.path(), "FILE");
    assert_eq!(
        told,
        "error: FILE:2: the line has no name with `:` and a hash behind it\n\
         error: FILE:3: there is no name before the `:`\n\
         error: FILE:4: the hash of `carl` is not bcrypt; make it anew with: htpasswd -B FILE carl\n\
         error: FILE:5: the hash of `dora` is not bcrypt; make it anew with: htpasswd -B FILE dora\n\
         error: FILE:6: the hash of `emil` is not whole; make it anew with: htpasswd -B FILE emil\n\
         error: FILE:7: the hash of `fay` has a cost of 17, which is not from 4 to 15; \
         make it anew with: htpasswd -B FILE fay\n\
         error: FILE:8: `anna` has a password above already\n"
    );
    assert_eq!(output.status.code(), Some(1));
    let empty = File::with("empty", "# nobody\n");
    for (path, expected) in [
        (
            empty.path(),
            "error: nobody has a password in `FILE`; add somebody with: htpasswd -B FILE NAME\n",
        ),
        (
            "/nowhere/at/all",
            "error: cannot read passwords from `FILE`: no such file\n",
        ),
    ] {
        let output = lectern(&["--listen", "127.0.0.1:0", "--auth", path]);
        let output = { output }.output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(told.replace(path, "FILE"), expected);
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn passwords_in_the_clear_are_a_choice() {
    let file = File::with("clear", &passwords());
    let arguments = ["--listen", "0.0.0.0:0", "--auth", file.path()];
    let output = lectern(&arguments).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    let (before, rest) = told.split_once("0.0.0.0:").unwrap();
    let rest = rest.trim_start_matches(|sign: char| sign.is_ascii_digit());
    assert_eq!(
        format!("{before}0.0.0.0:0{rest}"),
        "error: everybody on the way could read the passwords, as 0.0.0.0:0 is open to other machines and there \
         is no TLS: give --tls-cert and --tls-key, or listen on 127.0.0.1; if a proxy adds TLS, name it with \
         --trust-proxy; to take the risk, give --auth-without-tls\n"
    );
    assert_eq!(output.status.code(), Some(1));
    for taken in [
        &["--auth-without-tls"][..],
        &["--trust-proxy", "10.0.0.0/8"],
    ] {
        let running = crate::command_line::Running::start({
            let mut command = lectern(&arguments);
            command.args(taken);
            command
        });
        assert!(
            running
                .line
                .starts_with("Lectern is running at http://0.0.0.0:")
        );
    }
}
