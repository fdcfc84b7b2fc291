//! What proxies say of a request, and which of them are believed.

use lectern::serve::{Entrance, Options, TrustedProxy};
use tokio::net::TcpSocket;

use crate::support::real;
use crate::wire::{Server, UNLIMITED};

/// A server whose only proxies are in this network.
fn behind(network: &str) -> Server {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let address = socket.local_addr().unwrap();
    let proxy: TrustedProxy = network.parse().unwrap();
    let options = Options {
        limits: UNLIMITED,
        cache_bytes: 0,
    };
    Server::entered(address, options, &real().site, move || {
        Entrance::from(socket.listen(1024).unwrap()).trusting(vec![proxy])
    })
}

/// The origin that a file of whole addresses names.
fn origin(server: &Server, headers: &[&str]) -> String {
    let reply = server.get("/opensearch.xml", headers);
    let text = String::from_utf8(reply.body).unwrap();
    let (_, rest) = text.split_once("template=\"").unwrap();
    rest.split_once("/search?").unwrap().0.to_owned()
}

#[test]
fn trusted_proxy_says_by_what_scheme_and_host_readers_come() {
    let server = behind("127.0.0.0/8");
    for (headers, expected) in [
        (&[][..], "http://test"),
        (&["X-Forwarded-Proto: https"], "https://test"),
        (
            &[
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: texts.example:8443",
            ],
            "https://texts.example:8443",
        ),
        // The last proxy in a row is the one that is believed.
        (
            &[
                "X-Forwarded-Proto: https, http",
                "X-Forwarded-Host: evil.example, texts.example",
            ],
            "http://texts.example",
        ),
        (
            &["Forwarded: for=192.0.2.1;proto=https;host=\"texts.example\""],
            "https://texts.example",
        ),
        (
            &[
                "Forwarded: proto=http;host=evil.example",
                "X-Forwarded-Proto: https",
            ],
            "https://test",
        ),
        (
            &["X-Forwarded-Proto: javascript", "X-Forwarded-Host: a/b"],
            "http://test",
        ),
        (&["X-Forwarded-Host: u@evil.example"], "http://test"),
    ] {
        assert_eq!(origin(&server, headers), expected, "{headers:?}");
    }
}

#[test]
fn nobody_else_is_believed() {
    let server = behind("10.0.0.0/8");
    for headers in [
        &["X-Forwarded-Proto: https", "X-Forwarded-Host: evil.example"][..],
        &["Forwarded: proto=https;host=evil.example"],
    ] {
        assert_eq!(origin(&server, headers), "http://test", "{headers:?}");
        assert_eq!(origin(crate::wire::shared_server(), headers), "http://test");
    }
}

#[test]
fn bad_networks_are_bad_usage() {
    let output = crate::command_line::lectern(&["--trust-proxy", "10.0.0.0/8,proxy"]).output();
    let output = output.unwrap();
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "error: invalid value 'proxy' for '--trust-proxy <NETWORK>': not an address or a network, such as \
         10.0.0.5, 10.0.0.0/8 or fd00::/8, nor `unix`\n\nFor more information, try '--help'.\n"
    );
    assert_eq!(output.status.code(), Some(2));
}
