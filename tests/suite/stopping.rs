//! How the server ends.

use std::io::Read;
use std::net::TcpStream;
use std::time::Duration;

use lectern::serve::Limits;

use crate::support::{LARGE, PAGE, real};
use crate::wire::{Client, Server, UNLIMITED, eventually, request};

const BRIEF: Duration = Duration::from_millis(200);

#[test]
fn server_without_clients_ends_at_once() {
    let mut server = Server::start(UNLIMITED);
    server.tell_to_stop();
    server.wait_until_ended();
}

#[test]
fn idle_clients_are_let_go_at_once_and_silent_ones_soon() {
    let mut server = Server::start(Limits {
        grace_time: BRIEF,
        ..UNLIMITED
    });
    let mut idle = server.client();
    idle.send(&request("GET", PAGE, &[]));
    idle.reply("GET");
    let mut silent = server.client();
    // Its connection is taken once a later one is answered.
    assert_eq!(server.get(PAGE, &[]).status, 200);
    server.tell_to_stop();
    server.wait_until_ended();
    assert_eq!(idle.until_closed(), b"");
    assert_eq!(silent.until_closed(), b"");
}

fn wait_until_new_clients_are_refused(server: &Server) {
    eventually("new clients are refused", || {
        TcpStream::connect(server.address).err()
    });
}

#[test]
fn answer_under_way_is_sent_to_its_end() {
    let mut server = Server::narrow(UNLIMITED);
    let whole = real().body(LARGE).as_bytes();
    let mut client = Client::narrow(&server);
    client.send(&request("GET", LARGE, &[]));
    client.stream.read_exact(&mut [0]).unwrap();
    server.tell_to_stop();
    wait_until_new_clients_are_refused(&server);
    assert!(client.until_closed().ends_with(whole));
    server.wait_until_ended();
}

#[test]
fn request_that_has_begun_is_answered() {
    let mut server = Server::start(UNLIMITED);
    let mut client = server.client();
    client.send("GET /healthz HTTP/1.1\r\n");
    assert_eq!(server.get(PAGE, &[]).status, 200);
    server.tell_to_stop();
    wait_until_new_clients_are_refused(&server);
    client.send("Host: test\r\n\r\n");
    let reply = client.reply("GET");
    assert_eq!(reply.body, b"ok\n");
    assert_eq!(reply.header("connection"), Some("close"));
    assert_eq!(client.until_closed(), b"");
    server.wait_until_ended();
}

#[test]
fn client_amid_its_headers_does_not_hold_the_stop() {
    let mut server = Server::start(Limits {
        grace_time: BRIEF,
        ..UNLIMITED
    });
    let mut new = server.client();
    new.send("GET / HTTP/1.1\r\nX: ");
    let mut kept = server.client();
    assert_eq!(kept.get_if_kept(PAGE).unwrap().status, 200);
    kept.send("GET / HTTP/1.1\r\nX: ");
    assert_eq!(server.get(PAGE, &[]).status, 200);
    server.tell_to_stop();
    server.wait_until_ended();
    assert_eq!(new.until_closed(), b"");
    assert_eq!(kept.until_closed(), b"");
}

/// As at a restart under load: clients have connected, some of them are still waiting to be taken, and none has
/// asked yet.
#[test]
fn clients_that_connected_before_the_stop_are_answered() {
    for _ in 0..5 {
        let mut server = Server::start(UNLIMITED);
        let mut clients: Vec<Client> = (0..50).map(|_| server.client()).collect();
        server.tell_to_stop();
        for client in &mut clients {
            client.send(&request("GET", PAGE, &[]));
            let reply = client.reply("GET");
            assert_eq!(reply.status, 200);
            assert_eq!(client.until_closed(), b"");
        }
        server.wait_until_ended();
    }
}
