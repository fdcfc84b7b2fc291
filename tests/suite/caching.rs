//! What readers may keep, and how they ask whether it is still good.

use crate::support::{LARGE, PAGE, SHORT, font, style};
use crate::wire::{eventually, request, shared_server};

#[test]
fn pages_are_asked_for_again_and_fingerprinted_files_never() {
    let server = shared_server();
    for (path, policy) in [
        (PAGE, "no-cache"),
        (SHORT, "no-cache"),
        (style(), "public, max-age=31536000, immutable"),
        (font(), "public, max-age=31536000, immutable"),
    ] {
        assert_eq!(
            server.get(path, &[]).header("cache-control"),
            Some(policy),
            "{path}"
        );
    }
}

#[test]
fn page_that_is_held_is_not_sent_again() {
    let server = shared_server();
    for path in [PAGE, LARGE, SHORT, style(), font()] {
        for accept in ["Accept-Encoding: identity", "Accept-Encoding: gzip"] {
            let full = server.get(path, &[accept]);
            let tag = full.header("etag").unwrap();
            for held in [tag, &format!("W/{tag}"), &format!("\"a,b\", {tag}"), "*"] {
                for method in ["GET", "HEAD"] {
                    let mut client = server.client();
                    let held = format!("If-None-Match: {held}");
                    client.send(&request(
                        method,
                        path,
                        &[accept, &held, "Connection: close"],
                    ));
                    let reply = client.reply(method);
                    assert_eq!(client.until_closed(), b"");
                    assert_eq!(reply.status, 304, "{path} {held}");
                    for name in ["etag", "vary", "cache-control"] {
                        assert_eq!(reply.header(name), full.header(name), "{path} {name}");
                    }
                    for name in ["content-encoding", "content-type"] {
                        assert_eq!(reply.header(name), None, "{path} {name}");
                    }
                    // If the length is told, it is that of what was not sent, not 0.
                    let length = reply.header("content-length");
                    assert!(
                        length.is_none() || length == full.header("content-length"),
                        "{path}"
                    );
                }
            }
        }
    }
}

#[test]
fn page_that_is_sent_plain_to_who_takes_gzip_alone_may_be_held_too() {
    let server = shared_server();
    let gzip_alone = "Accept-Encoding: gzip, identity;q=0";
    for path in [SHORT, font(), PAGE] {
        let full = server.get(path, &[gzip_alone]);
        assert_eq!(full.status, 200, "{path}");
        let held = format!("If-None-Match: {}", full.header("etag").unwrap());
        assert_eq!(server.get(path, &[gzip_alone, &held]).status, 304, "{path}");
    }
}

#[test]
fn page_that_is_not_held_is_sent() {
    let server = shared_server();
    let tag = server.get(PAGE, &[]).header("etag").unwrap().to_owned();
    for held in [
        "\"other\"".to_owned(),
        tag.replace('"', ""),
        tag.replace('"', "'"),
        String::new(),
    ] {
        let reply = server.get(PAGE, &[&format!("If-None-Match: {held}")]);
        assert_eq!(reply.status, 200, "{held}");
    }
}

#[test]
fn tags_on_several_lines_all_count() {
    let server = shared_server();
    let tag = server.get(PAGE, &[]).header("etag").unwrap().to_owned();
    let reply = server.get(
        PAGE,
        &["If-None-Match: \"other\"", &format!("If-None-Match: {tag}")],
    );
    assert_eq!(reply.status, 304);
}

#[test]
fn copy_in_gzip_stays_good_when_brotli_is_ready() {
    let server = shared_server();
    let gzip = server.get(PAGE, &["Accept-Encoding: gzip"]);
    let both = "Accept-Encoding: gzip, br";
    eventually("brotli", || {
        (server.get(PAGE, &[both]).header("content-encoding") == Some("br")).then_some(())
    });
    let tag = gzip.header("etag").unwrap();
    let reply = server.get(PAGE, &[both, &format!("If-None-Match: {tag}")]);
    assert_eq!(reply.status, 304);
    assert_eq!(reply.header("etag"), Some(tag));
    // But not for who would not take it.
    let reply = server.get(
        PAGE,
        &["Accept-Encoding: br", &format!("If-None-Match: {tag}")],
    );
    assert_eq!(reply.status, 200);
}
