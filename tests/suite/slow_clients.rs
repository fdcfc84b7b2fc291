//! Clients that take their time: none may keep what others need.

use std::io::{Read, Write};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use lectern::serve::Limits;

use crate::support::{LARGE, PAGE, SHORT};
use crate::wire::{Client, PATIENCE, Server, UNLIMITED, request};

const BRIEF: Duration = Duration::from_millis(200);

#[test]
fn a_client_that_says_nothing_is_cut() {
    let server = Server::start(Limits {
        header_time: BRIEF,
        ..UNLIMITED
    });
    assert_eq!(server.client().until_closed(), b"");
}

#[test]
fn headers_that_drip_are_cut() {
    let server = Server::start(Limits {
        header_time: BRIEF,
        ..UNLIMITED
    });
    let mut client = server.client();
    client.send(&request("GET", SHORT, &[]));
    assert_eq!(client.reply("GET").status, 200);
    // The second request of a connection, one byte at a time: no byte may buy time for the next.
    let mut drip = client.stream.try_clone().unwrap();
    let dripping = thread::spawn(move || {
        drip.write_all(b"GET / HTTP/1.1\r\nX: ").unwrap();
        let deadline = Instant::now() + PATIENCE;
        while drip.write_all(b"x").is_ok() {
            assert!(
                Instant::now() < deadline,
                "the server cuts a client that drips"
            );
            thread::sleep(BRIEF / 20);
        }
    });
    assert_eq!(client.until_closed(), b"");
    dripping.join().unwrap();
}

#[test]
fn headers_in_pieces_are_fine_while_there_is_time() {
    let server = Server::start(UNLIMITED);
    let mut client = server.client();
    for piece in request("GET", SHORT, &[]).as_bytes().chunks(3) {
        client.stream.write_all(piece).unwrap();
        client.stream.flush().unwrap();
        thread::yield_now();
    }
    assert_eq!(client.reply("GET").status, 200);
}

#[test]
fn an_idle_connection_is_kept_then_closed() {
    let server = Server::start(Limits {
        idle_time: BRIEF,
        ..UNLIMITED
    });
    let mut client = server.client();
    for _ in 0..3 {
        client.send(&request("GET", SHORT, &[]));
        assert_eq!(client.reply("GET").status, 200);
    }
    assert_eq!(client.until_closed(), b"");
}

#[test]
fn an_idle_connection_is_not_held_to_the_time_for_headers() {
    let server = Server::start(Limits {
        header_time: BRIEF,
        ..UNLIMITED
    });
    let mut client = server.client();
    client.send(&request("GET", SHORT, &[]));
    client.reply("GET");
    // That much later, another client has been cut already.
    assert_eq!(server.client().until_closed(), b"");
    assert_eq!(server.client().until_closed(), b"");
    client.send(&request("GET", SHORT, &[]));
    assert_eq!(client.reply("GET").status, 200);
}

/// A client that asks for a large page, of which it reads no more than a byte: so the answer is
/// under way, and stuck.
fn stuck(server: &Server) -> Client {
    let mut client = Client::narrow(server);
    client.send(&request("GET", LARGE, &[]));
    client.stream.read_exact(&mut [0]).unwrap();
    client
}

#[test]
fn a_client_that_never_reads_is_cut() {
    let server = Server::narrow(Limits {
        stall_time: BRIEF,
        connections: 1,
        ..UNLIMITED
    });
    let stuck = stuck(&server);
    // There is one place, and it is taken until the stuck client is cut.
    assert_eq!(server.get(SHORT, &[]).status, 200);
    drop(stuck);
}

#[test]
fn a_client_that_reads_slowly_gets_all() {
    let stall_time = BRIEF * 5;
    let server = Server::narrow(Limits {
        stall_time,
        ..UNLIMITED
    });
    let whole = server.get(LARGE, &[]).body;
    let mut client = Client::narrow(&server);
    client.send(&request("GET", LARGE, &["Connection: close"]));
    // Slower in all than the limit, but never so between two reads.
    let mut read = Vec::new();
    let mut piece = vec![0; whole.len() / 100];
    let begun = Instant::now();
    while begun.elapsed() < stall_time + BRIEF && read.len() < whole.len() {
        let count = client.stream.read(&mut piece).unwrap();
        read.extend_from_slice(&piece[..count]);
        thread::sleep(BRIEF / 10);
    }
    read.extend(client.until_closed());
    assert!(read.ends_with(&whole), "{} bytes", read.len());
}

#[test]
fn a_server_told_to_stop_does_not_wait_for_a_client_that_never_reads() {
    let mut server = Server::narrow(Limits {
        stop_time: BRIEF,
        ..UNLIMITED
    });
    let stuck = stuck(&server);
    server.tell_to_stop();
    server.ended().unwrap();
    drop(stuck);
}

#[test]
fn a_client_too_many_waits_its_turn() {
    let server = Server::start(Limits {
        connections: 2,
        ..UNLIMITED
    });
    let mut first = server.client();
    let mut second = server.client();
    for client in [&mut first, &mut second] {
        client.send(&request("GET", PAGE, &[]));
        assert_eq!(client.reply("GET").status, 200);
    }
    let mut third = server.client();
    third.send(&request("GET", PAGE, &[]));
    let (answer, answered) = channel();
    let waiting = thread::spawn(move || answer.send(third.reply("GET").status));
    // Others are served meanwhile; the third is not.
    for _ in 0..50 {
        first.send(&request("GET", PAGE, &[]));
        assert_eq!(first.reply("GET").status, 200);
        assert!(answered.try_recv().is_err(), "the third waits");
    }
    drop(second);
    assert_eq!(answered.recv_timeout(PATIENCE), Ok(200));
    waiting.join().unwrap().unwrap();
}
