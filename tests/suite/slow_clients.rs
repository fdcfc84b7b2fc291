//! Clients that take their time: none may keep what others need.

use std::io::{Read, Write};
use std::net::Shutdown;
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use lectern::serve::Limits;

use crate::support::{LARGE, PAGE, SHORT, real};
use crate::wire::{Client, PATIENCE, Server, UNLIMITED, eventually, request};

/// A time that a test waits for. A machine that is busy elsewhere may let it pass between two steps
/// of an honest client: what such a client is promised is tried until it has been kept once.
const BRIEF: Duration = Duration::from_millis(200);

#[test]
fn client_that_says_nothing_is_cut() {
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
    let mut client = eventually("a client is answered in time", || {
        let mut client = server.client();
        client.get_if_kept(SHORT).map(|_| client)
    });
    // The second request of a connection, one byte at a time: no byte may buy time for the next.
    let mut drip = client.stream.try_clone().unwrap();
    let dripping = thread::spawn(move || {
        let deadline = Instant::now() + PATIENCE;
        let mut bytes = b"GET / HTTP/1.1\r\nX: "
            .iter()
            .chain(std::iter::repeat(&b'x'));
        while drip.write_all(&[*bytes.next().unwrap()]).is_ok() {
            assert!(Instant::now() < deadline, "a client that drips is not cut");
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
fn idle_connection_is_kept_then_closed() {
    let server = Server::start(Limits {
        idle_time: BRIEF,
        ..UNLIMITED
    });
    let mut client = eventually("a connection is kept for three requests", || {
        let mut client = server.client();
        for _ in 0..3 {
            assert_eq!(client.get_if_kept(SHORT)?.status, 200);
        }
        Some(client)
    });
    assert_eq!(client.until_closed(), b"");
}

#[test]
fn idle_connection_is_not_held_to_the_time_for_headers() {
    let server = Server::start(Limits {
        header_time: BRIEF,
        ..UNLIMITED
    });
    eventually("a connection is idle for longer", || {
        let mut client = server.client();
        client.get_if_kept(SHORT)?;
        // Since then, two other clients have come one after the other and were cut.
        assert_eq!(server.client().until_closed(), b"");
        assert_eq!(server.client().until_closed(), b"");
        client.get_if_kept(SHORT)
    });
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
fn client_that_never_reads_is_cut() {
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
fn client_that_reads_slowly_gets_all() {
    let stall_time = BRIEF * 5;
    let server = Server::narrow(Limits {
        stall_time,
        ..UNLIMITED
    });
    let whole = real().body(LARGE).as_bytes();
    eventually("a slow client gets all", || {
        let mut client = Client::narrow(&server);
        client.send(&request("GET", LARGE, &["Connection: close"]));
        // Slower in all than the limit, but never so between two reads.
        let mut read = Vec::new();
        let mut piece = vec![0; whole.len() / 100];
        let begun = Instant::now();
        while begun.elapsed() < stall_time + BRIEF && read.len() < whole.len() {
            let count = client.stream.read(&mut piece).ok()?;
            read.extend_from_slice(&piece[..count]);
            thread::sleep(BRIEF / 10);
        }
        read.extend(client.until_closed());
        read.ends_with(whole).then_some(())
    });
}

#[test]
fn stop_does_not_wait_for_a_client_that_never_reads() {
    let mut server = Server::narrow(Limits {
        stop_time: BRIEF,
        ..UNLIMITED
    });
    let stuck = stuck(&server);
    server.tell_to_stop();
    server.wait_until_ended();
    drop(stuck);
}

#[test]
fn client_too_many_waits_while_all_others_are_at_work() {
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
        assert!(answered.try_recv().is_err(), "the third does not wait");
    }
    drop(second);
    assert_eq!(answered.recv_timeout(PATIENCE), Ok(200));
    waiting.join().unwrap().unwrap();
}

/// A server with two places, both of them taken by clients whose connections are known to be taken.
fn full_server(clients: impl Fn(&Server) -> [Client; 2]) -> (Server, [Client; 2]) {
    let server = Server::narrow(Limits {
        connections: 2,
        spare_time: Duration::ZERO,
        ..UNLIMITED
    });
    let clients = clients(&server);
    (server, clients)
}

#[test]
fn client_that_is_idle_for_the_longest_gives_way() {
    let (server, [mut first, mut second]) = full_server(|server| {
        [(); 2].map(|()| {
            let mut client = server.client();
            assert_eq!(client.get_if_kept(SHORT).unwrap().status, 200);
            client
        })
    });
    // The second has been idle for longer now.
    assert_eq!(first.get_if_kept(SHORT).unwrap().status, 200);
    let mut third = server.client();
    assert_eq!(third.get_if_kept(SHORT).unwrap().status, 200);
    assert_eq!(second.until_closed(), b"");
    assert_eq!(first.get_if_kept(SHORT).unwrap().status, 200);
}

#[test]
fn silent_dripping_and_never_reading_clients_give_way() {
    let silent: fn(&Server) -> Client = Server::client;
    let dripping = |server: &Server| {
        let mut client = server.client();
        client.send("GET / HTTP/1.1\r\nX: ");
        client
    };
    for hostile in [silent, dripping, stuck] {
        let (server, [mut first, mut second]) =
            full_server(|server| [(); 2].map(|()| hostile(server)));
        // They stay, so that each takes the place of another.
        let mut honest = [(); 4].map(|()| {
            let mut honest = server.client();
            assert_eq!(honest.get_if_kept(SHORT).unwrap().status, 200);
            honest
        });
        assert_eq!(honest[3].get_if_kept(SHORT).unwrap().status, 200);
        first.until_closed();
        second.until_closed();
    }
}

#[test]
fn client_that_closes_its_side_after_asking_gets_its_answers() {
    let server = Server::start(UNLIMITED);
    for _ in 0..20 {
        let mut client = server.client();
        client.send(&(request("GET", "/search?q=privacy", &[]) + &request("GET", LARGE, &[])));
        client.stream.shutdown(Shutdown::Write).unwrap();
        assert_eq!(client.reply("GET").status, 200);
        assert!(client.reply("GET").body == real().body(LARGE).as_bytes());
        assert_eq!(client.until_closed(), b"");
    }
}

/// The socket of the server may hold the whole page, that of the client little of it: so what the server has
/// written says nothing of what was read.
#[test]
fn client_that_reads_slowly_gets_all_that_the_kernel_could_hold() {
    let stall_time = BRIEF * 5;
    let server = Server::start(Limits {
        stall_time,
        idle_time: BRIEF,
        ..UNLIMITED
    });
    let whole = real().body(LARGE).as_bytes();
    eventually("a slow client gets all", || {
        let mut client = Client::narrow(&server);
        client.send(&request("GET", LARGE, &[]));
        let mut read = Vec::new();
        let mut piece = vec![0; whole.len() / 60];
        let begun = Instant::now();
        while begun.elapsed() < stall_time * 2 && read.len() < whole.len() {
            let count = client.stream.read(&mut piece).ok()?;
            read.extend_from_slice(&piece[..count]);
            thread::sleep(BRIEF / 10);
        }
        read.extend(client.until_closed());
        read.ends_with(whole).then_some(())
    });
}
