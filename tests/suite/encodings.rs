//! Which bytes a page is sent as.

use std::io::{Read, Write};

use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};

use crate::support::{LARGE, PAGE, SHORT, font, style};
use crate::wire::{Reply, Server, eventually, shared_server};

/// Brotli is made in the background once a page has been asked for.
fn in_brotli(server: &Server, path: &str) -> Reply {
    eventually("brotli", || {
        let reply = server.get(path, &["Accept-Encoding: br"]);
        (reply.header("content-encoding") == Some("br")).then_some(reply)
    })
}

fn gunzip(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut plain).unwrap();
    plain
}

fn unbrotli(bytes: &[u8]) -> Vec<u8> {
    let mut plain = brotli::DecompressorWriter::new(Vec::new(), 4096);
    plain.write_all(bytes).unwrap();
    plain.into_inner().unwrap()
}

fn hash(body: &[u8]) -> String {
    let hash = Sha256::digest(body);
    let half = u128::from_be_bytes(hash[..16].try_into().unwrap());
    format!("\"{half:032x}\"")
}

#[test]
fn every_encoding_is_the_same_page_with_a_tag_of_its_own() {
    let server = shared_server();
    for path in [PAGE, LARGE, style()] {
        let plain = server.get(path, &[]);
        let gzip = server.get(path, &["Accept-Encoding: gzip"]);
        let brotli = in_brotli(server, path);
        assert_eq!(plain.header("content-encoding"), None);
        assert_eq!(gzip.header("content-encoding"), Some("gzip"));
        assert!(gunzip(&gzip.body) == plain.body, "{path}");
        assert!(unbrotli(&brotli.body) == plain.body, "{path}");
        assert!(
            gzip.body.len() < plain.body.len() && brotli.body.len() < plain.body.len(),
            "{path}"
        );
        for reply in [plain, gzip, brotli] {
            assert_eq!(
                reply.header("etag"),
                Some(hash(&reply.body).as_str()),
                "{path}"
            );
            assert_eq!(reply.header("vary"), Some("accept-encoding"), "{path}");
        }
    }
}

#[test]
fn client_chooses_the_encoding() {
    let server = shared_server();
    in_brotli(server, PAGE);
    for (accept, encoding) in [
        ("gzip, deflate, br, zstd", Some("br")),
        ("gzip, br;q=0.9", Some("gzip")),
        ("br;q=0, *", Some("gzip")),
        ("gzip;q=0", None),
        ("identity, gzip;q=0.5", None),
        ("identity;q=0, br;q=0.1", Some("br")),
        ("*;q=0", None),
        ("gzip;q=nonsense", None),
        ("", None),
    ] {
        let reply = server.get(PAGE, &[&format!("Accept-Encoding: {accept}")]);
        assert_eq!(reply.status, 200, "{accept}");
        assert_eq!(reply.header("content-encoding"), encoding, "{accept}");
    }
}

#[test]
fn what_would_not_be_shorter_is_sent_as_it_is() {
    let server = shared_server();
    in_brotli(server, LARGE);
    for path in [SHORT, font(), "/strategy.epub"] {
        let reply = server.get(path, &["Accept-Encoding: br, gzip"]);
        assert_eq!(reply.header("content-encoding"), None, "{path}");
        assert_eq!(reply.header("vary"), None, "{path}");
    }
}
