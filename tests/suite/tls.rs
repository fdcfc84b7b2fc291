//! HTTPS of the server's own.

use std::fs::{create_dir_all, remove_dir_all, write};
use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use hyper::client::conn::http2::{Builder as Http2, SendRequest};
use hyper::{Request, StatusCode};
use hyper_util::rt::{TokioExecutor, TokioIo};
use lectern::serve::{Entrance, Limits, Options, Tls};
use tokio::net::TcpSocket;
use tokio::runtime::Builder;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use crate::command_line::lectern;
use crate::support::{LARGE, PAGE, SHORT, real};
use crate::wire::{Client, PATIENCE, Server, UNLIMITED, eventually, patient, request};

const BRIEF: Duration = Duration::from_millis(200);

/// A certificate and its key, in files of their own.
struct Pair {
    folder: PathBuf,
    certificate: CertificateDer<'static>,
}

impl Pair {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("lectern-{name}-{}", std::process::id()));
        let _ = remove_dir_all(&folder);
        create_dir_all(&folder).unwrap();
        let mut pair = Self {
            folder,
            certificate: CertificateDer::from(Vec::new()),
        };
        pair.renew();
        pair
    }

    /// Puts another certificate with another key into the same files.
    fn renew(&mut self) {
        let made = rcgen::generate_simple_self_signed(vec!["test".to_owned()]).unwrap();
        self.certificate = made.cert.der().clone();
        write(self.file("cert.pem"), made.cert.pem()).unwrap();
        write(self.file("key.pem"), made.signing_key.serialize_pem()).unwrap();
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn tls(&self) -> Tls {
        Tls::new(self.file("cert.pem"), self.file("key.pem")).unwrap()
    }

    /// A client that trusts this certificate, and offers these versions of HTTP.
    fn client(&self, versions: &[&[u8]]) -> Arc<ClientConfig> {
        let mut roots = RootCertStore::empty();
        roots.add(self.certificate.clone()).unwrap();
        let config = ClientConfig::builder_with_provider(Arc::new(default_provider()));
        let config = config.with_safe_default_protocol_versions().unwrap();
        let mut config = config.with_root_certificates(roots).with_no_client_auth();
        config.alpn_protocols = versions.iter().map(|name| name.to_vec()).collect();
        Arc::new(config)
    }

    /// A connection that speaks HTTP/1.1.
    fn connect(&self, stream: TcpStream) -> Client<StreamOwned<ClientConnection, TcpStream>> {
        let config = self.client(&[b"http/1.1"]);
        let name = ServerName::try_from("test").unwrap();
        let connection = ClientConnection::new(config, name).unwrap();
        Client::over(StreamOwned::new(connection, patient(stream)))
    }

    fn connected(&self, server: &Server) -> Client<StreamOwned<ClientConnection, TcpStream>> {
        self.connect(TcpStream::connect(server.address).unwrap())
    }
}

impl Drop for Pair {
    fn drop(&mut self) {
        let _ = remove_dir_all(&self.folder);
    }
}

fn server(tls: &Tls, limits: Limits) -> Server {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_send_buffer_size(4096).unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let address = socket.local_addr().unwrap();
    let tls = tls.clone();
    let options = Options {
        limits,
        cache_bytes: 0,
    };
    Server::entered(address, options, &real().site, move || {
        Entrance::from(socket.listen(1024).unwrap()).inside(tls)
    })
}

#[test]
fn https_sends_what_http_sends_and_asks_to_be_kept_to() {
    let pair = Pair::new("https");
    let server = server(&pair.tls(), UNLIMITED);
    let mut client = pair.connected(&server);
    client.send(&request("GET", PAGE, &[]));
    let reply = client.reply("GET");
    assert!(reply.body == real().body(PAGE).as_bytes());
    let plain = crate::wire::shared_server().get(PAGE, &[]);
    let mut expected = plain.headers();
    expected.push(("strict-transport-security", "max-age=63072000"));
    expected.sort_unstable();
    assert_eq!(reply.headers(), expected);
    client.send(&request("GET", "/opensearch.xml", &[]));
    let file = String::from_utf8(client.reply("GET").body).unwrap();
    assert!(file.contains("\"https://test/search?q="), "{file}");
    // As in the clear, what breaks the protocol is answered.
    client.send("GET / HTTP/1.1\r\n\r\n");
    assert_eq!(client.reply("GET").status, 400);
    assert_eq!(client.until_closed(), b"");
}

#[test]
fn client_that_closes_its_side_in_either_way_gets_its_answers() {
    let pair = Pair::new("tls-half");
    let server = server(&pair.tls(), UNLIMITED);
    for says_so in [true, false] {
        let mut client = pair.connected(&server);
        client.send(&(request("GET", PAGE, &[]) + &request("GET", LARGE, &[])));
        if says_so {
            client.stream.conn.send_close_notify();
        }
        client.stream.flush().unwrap();
        client.stream.sock.shutdown(Shutdown::Write).unwrap();
        assert_eq!(client.reply("GET").status, 200);
        assert!(client.reply("GET").body == real().body(LARGE).as_bytes());
        assert_eq!(client.until_closed(), b"");
    }
}

#[test]
fn who_speaks_no_tls_or_nothing_is_let_go() {
    let pair = Pair::new("no-tls");
    let limits = Limits {
        header_time: BRIEF,
        ..UNLIMITED
    };
    let server = server(&pair.tls(), limits);
    let mut plain = server.client();
    plain.send(&request("GET", PAGE, &[]));
    let told = plain.until_closed();
    assert!(!told.starts_with(b"HTTP"), "{told:?}");
    assert_eq!(server.client().until_closed(), b"");
    let mut begun = server.client();
    begun.stream.write_all(&[22, 3, 1]).unwrap();
    assert_eq!(begun.until_closed(), b"");
}

#[test]
fn client_inside_tls_that_never_reads_is_cut() {
    let pair = Pair::new("tls-stuck");
    let limits = Limits {
        stall_time: BRIEF,
        connections: 1,
        ..UNLIMITED
    };
    let server = server(&pair.tls(), limits);
    let narrow = Client::narrow(&server).stream;
    let mut stuck = pair.connect(narrow);
    stuck.send(&request("GET", LARGE, &[]));
    stuck.stream.read_exact(&mut [0]).unwrap();
    // There is one place, and it is taken until the stuck client is cut.
    assert_eq!(
        pair.connected(&server).get_if_kept(SHORT).unwrap().status,
        200
    );
    drop(stuck);
}

#[test]
fn certificate_is_replaced_while_the_server_runs() {
    let mut pair = Pair::new("renewed");
    let tls = pair.tls();
    let server = server(&tls, UNLIMITED);
    let mut early = pair.connected(&server);
    assert_eq!(early.get_if_kept(PAGE).unwrap().status, 200);
    assert!(!tls.reload().unwrap(), "nothing has changed");
    // A certificate without its key, as between two writes.
    let key = std::fs::read(pair.file("key.pem")).unwrap();
    pair.renew();
    let new_key = std::fs::read(pair.file("key.pem")).unwrap();
    write(pair.file("key.pem"), key).unwrap();
    let told = tls.reload().unwrap_err().to_string();
    assert!(told.contains("does not belong to"), "{told}");
    assert!(!tls.reload().unwrap(), "it is told once");
    write(pair.file("key.pem"), new_key).unwrap();
    assert!(tls.reload().unwrap());
    assert_eq!(
        pair.connected(&server).get_if_kept(PAGE).unwrap().status,
        200
    );
    assert_eq!(early.get_if_kept(PAGE).unwrap().status, 200);
}

#[test]
fn files_that_are_no_certificate_and_key_are_told() {
    let (pair, other) = (Pair::new("told"), Pair::new("told-other"));
    let file = |name: &str, text: &str| {
        let path = pair.file(name);
        write(&path, text).unwrap();
        path
    };
    let (certificate, key) = (pair.file("cert.pem"), pair.file("key.pem"));
    let locked =
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n";
    let locked = file("locked.pem", locked);
    let words = file("words.pem", "words\n");
    let cut = file("cut.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n");
    let absent = pair.file("absent.pem");
    for (certificate, key, expected) in [
        (
            &absent,
            &key,
            "cannot read the certificate from `DIR/absent.pem`: no such file",
        ),
        (
            &certificate,
            &absent,
            "cannot read the private key from `DIR/absent.pem`: no such file",
        ),
        (
            &words,
            &key,
            "`DIR/words.pem` holds no certificate, which would begin with `-----BEGIN CERTIFICATE-----`",
        ),
        (
            &certificate,
            &certificate,
            "`DIR/cert.pem` holds no private key, which would begin with `-----BEGIN PRIVATE KEY-----`",
        ),
        (
            &certificate,
            &locked,
            "the private key in `DIR/locked.pem` is locked with a password; unlock it with: \
             openssl pkey -in DIR/locked.pem -out NEW",
        ),
        (
            &certificate,
            &other.file("key.pem"),
            "the private key in `OTHER/key.pem` does not belong to the certificate in `DIR/cert.pem`, which \
             has to be the first of its file",
        ),
        (
            &cut,
            &key,
            "`DIR/cut.pem` is no sound PEM: a section has no `-----END …-----`",
        ),
    ] {
        let mut command = lectern(&["--listen", "127.0.0.1:0", "--tls-cert"]);
        let output = command
            .arg(certificate)
            .arg("--tls-key")
            .arg(key)
            .output()
            .unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        let told = told.replace(other.folder.to_str().unwrap(), "OTHER");
        let told = told.replace(pair.folder.to_str().unwrap(), "DIR");
        assert_eq!(told, format!("error: {expected}\n"));
        assert_eq!(output.status.code(), Some(1));
    }
    let output = lectern(&["--tls-cert", "cert.pem"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}

/// A connection that speaks HTTP/2; what drives it goes on in the background.
async fn http2(pair: &Pair, address: SocketAddr) -> SendRequest<Body> {
    narrow_http2(pair, address, 1 << 20).await
}

/// The same for a client that takes no more than this of an answer before it reads.
async fn narrow_http2(pair: &Pair, address: SocketAddr, window: u32) -> SendRequest<Body> {
    let stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let connector = TlsConnector::from(pair.client(&[b"h2", b"http/1.1"]));
    let name = ServerName::try_from("test").unwrap();
    let stream = connector.connect(name, stream).await.unwrap();
    assert_eq!(stream.get_ref().1.alpn_protocol(), Some(&b"h2"[..]));
    let (sender, connection) = Http2::new(TokioExecutor::new())
        .initial_stream_window_size(window)
        .handshake(TokioIo::new(stream))
        .await
        .unwrap();
    tokio::spawn(async move { drop(connection.await) });
    sender
}

fn asked(method: &str, path: &str) -> Request<Body> {
    let builder = Request::builder()
        .method(method)
        .uri(format!("https://test{path}"));
    builder.body(Body::empty()).unwrap()
}

type Whole = (StatusCode, Vec<(String, String)>, Vec<u8>);

async fn whole(sender: &mut SendRequest<Body>, request: Request<Body>) -> Whole {
    let reply = sender.send_request(request).await.unwrap();
    let (head, body) = reply.into_parts();
    let headers = head.headers.iter().filter(|(name, _)| *name != "date");
    let headers =
        headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
    let mut headers: Vec<_> = headers.collect();
    headers.sort_unstable();
    let body = to_bytes(Body::new(body), usize::MAX).await.unwrap();
    (head.status, headers, body.to_vec())
}

fn within_a_runtime(test: impl Future<Output = ()>) {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async { tokio::time::timeout(PATIENCE, test).await.unwrap() });
}

#[test]
fn http2_sends_the_same() {
    let pair = Pair::new("h2");
    let server = server(&pair.tls(), UNLIMITED);
    let mut first = pair.connected(&server);
    first.send(&request("GET", PAGE, &[]));
    let expected = first.reply("GET");
    let expected: Vec<_> = expected
        .headers()
        .into_iter()
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .collect();
    within_a_runtime(async {
        let mut sender = http2(&pair, server.address).await;
        let (status, headers, body) = whole(&mut sender, asked("GET", PAGE)).await;
        assert_eq!((status, headers), (StatusCode::OK, expected));
        assert!(body == real().body(PAGE).as_bytes());
        let (_, _, file) = whole(&mut sender, asked("GET", "/opensearch.xml")).await;
        let file = String::from_utf8(file).unwrap();
        assert!(file.contains("\"https://test/search?q="), "{file}");
        for (method, path, status) in [
            ("HEAD", PAGE, 200),
            ("GET", "/nowhere", 404),
            ("GET", "/About/", 308),
            ("POST", PAGE, 405),
            ("BREW", PAGE, 501),
            ("OPTIONS", "/opensearch.xml", 204),
        ] {
            let (given, _, _) = whole(&mut sender, asked(method, path)).await;
            assert_eq!(given, status, "{method} {path}");
        }
        // Many at once, more than are worked on at once.
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..40 {
            let mut sender = sender.clone();
            all.spawn(async move { whole(&mut sender, asked("GET", LARGE)).await });
        }
        for (status, _, body) in all.join_all().await {
            assert_eq!(status, StatusCode::OK);
            assert!(body == real().body(LARGE).as_bytes());
        }
        let mut long = asked("GET", PAGE);
        let value = "x".repeat(17_000).parse().unwrap();
        long.headers_mut().insert("x-long", value);
        let refused = sender.send_request(long).await;
        let too_large = StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE;
        assert!(refused.map_or(true, |reply| reply.status() == too_large));
    });
}

#[test]
fn http2_client_that_is_idle_is_let_go_and_may_come_again() {
    let pair = Pair::new("h2-idle");
    let limits = Limits {
        idle_time: BRIEF,
        ..UNLIMITED
    };
    let server = server(&pair.tls(), limits);
    within_a_runtime(async {
        let mut sender = http2(&pair, server.address).await;
        while !sender.is_closed() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        assert!(sender.send_request(asked("GET", PAGE)).await.is_err());
        let mut sender = http2(&pair, server.address).await;
        // A busy machine may let the time pass before the request is sent.
        let _ = sender.send_request(asked("GET", PAGE)).await;
    });
}

#[test]
fn http2_client_that_never_reads_is_cut() {
    let pair = Pair::new("h2-stuck");
    let limits = Limits {
        idle_time: BRIEF,
        stall_time: BRIEF,
        connections: 1,
        ..UNLIMITED
    };
    let server = server(&pair.tls(), limits);
    within_a_runtime(async {
        let mut sender = narrow_http2(&pair, server.address, 4096).await;
        // Its window holds less than the page, and nothing of it is read.
        let stuck = sender.send_request(asked("GET", LARGE)).await.unwrap();
        let body = stuck.into_body();
        while !sender.is_closed() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        assert!(to_bytes(Body::new(body), usize::MAX).await.is_err());
    });
}

#[test]
fn http2_requests_under_way_are_answered_at_the_stop() {
    let pair = Pair::new("h2-stop");
    let mut server = server(&pair.tls(), UNLIMITED);
    let address = server.address;
    within_a_runtime(async {
        let mut sender = http2(&pair, address).await;
        let begun = sender.send_request(asked("GET", LARGE)).await.unwrap();
        server.tell_to_stop();
        while TcpStream::connect(address).is_ok() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        let body = to_bytes(Body::new(begun.into_body()), usize::MAX)
            .await
            .unwrap();
        assert!(body == real().body(LARGE).as_bytes());
    });
    server.wait_until_ended();
}

#[test]
fn program_says_https() {
    let pair = Pair::new("program");
    let mut command = lectern(&["--listen", "127.0.0.1:0", "--tls-cert"]);
    command
        .arg(pair.file("cert.pem"))
        .arg("--tls-key")
        .arg(pair.file("key.pem"));
    let running = crate::command_line::Running::start(command);
    let place = format!("Lectern is running at https://{}/\n", running.address);
    assert_eq!(running.line, place);
    eventually("it answers", || {
        let mut client = pair.connect(TcpStream::connect(running.address).ok()?);
        (client.get_if_kept("/healthz")?.body == b"ok\n").then_some(())
    });
}
