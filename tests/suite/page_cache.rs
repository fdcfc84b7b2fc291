//! What readers get is the same whether a page was kept, is just being made, or had to be made again.

use std::future::pending;
use std::net::SocketAddr;
use std::sync::Arc;

use lectern::serve::{Options, run};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use crate::support::{LARGE, real};
use crate::wire::{Client, Server, request};

#[test]
fn clients_that_ask_at_once_get_the_same_page() {
    // A server of its own, which has not made the page yet.
    let server = Server::of(&real().site);
    let mut clients: Vec<Client> = (0..32).map(|_| server.client()).collect();
    for client in &mut clients {
        client.send(&request("GET", LARGE, &[]));
    }
    let mut replies = clients.iter_mut().map(|client| client.reply("GET"));
    let first = replies.next().unwrap();
    assert_eq!(first.status, 200);
    assert!(first.body == real().body(LARGE).as_bytes());
    for reply in replies {
        assert_eq!(reply.headers(), first.headers());
        assert!(reply.body == first.body);
    }
}

/// A server that stops when the runtime is dropped.
fn server_with_cache(bytes: usize) -> (Runtime, SocketAddr) {
    let runtime = Runtime::new().unwrap();
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap();
    let options = Options {
        cache_bytes: bytes as u64,
        ..Options::default()
    };
    runtime.spawn(run(Arc::clone(&real().site), listener, options, pending()));
    (runtime, address)
}

#[test]
fn evicted_page_is_made_again_with_the_same_tag() {
    const CACHE: usize = 1 << 20;
    // Twice as much as is kept, so that some of it has to be made again in the second round.
    let mut length = 0;
    let pages: Vec<(&str, &str)> = real()
        .pages()
        .take_while(|(_, page)| {
            let wanted = length < 2 * CACHE;
            length += page.len();
            wanted
        })
        .collect();
    assert!(length >= 2 * CACHE, "{length} bytes would all be kept");

    let (_runtime, address) = server_with_cache(CACHE);
    let round = || {
        let ask = |&(path, page): &(&str, &str)| {
            let mut client = Client::to(address);
            client.send(&request("GET", path, &["Connection: close"]));
            let reply = client.reply("GET");
            assert!(reply.body == page.as_bytes(), "{path}");
            (path.to_owned(), reply.header("etag").unwrap().to_owned())
        };
        pages.iter().map(ask).collect::<Vec<_>>()
    };
    assert_eq!(round(), round());
}
