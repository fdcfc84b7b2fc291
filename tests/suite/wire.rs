//! A server on a port of its own, and a client that hides nothing: bytes out, bytes in.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use lectern::serve::{Limits, run};
use lectern::site::Site;
use socket2::{Domain, Socket, Type};
use tokio::net::TcpSocket;
use tokio::runtime::Builder;
use tokio::sync::oneshot;

use crate::support::fixture_site;

/// How long a test waits for what must come. Only a failing test waits that long.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Bytes a narrow socket holds, more or less.
const NARROW: u32 = 4096;

/// Limits that no test reaches: to be narrowed one at a time.
pub const UNLIMITED: Limits = Limits {
    connections: 512,
    header_bytes: 16 * 1024,
    header_time: Duration::from_mins(10),
    idle_time: Duration::from_mins(10),
    stall_time: Duration::from_mins(10),
    stop_time: Duration::from_mins(10),
};

/// A server in this process; dropping it tells it to stop.
pub struct Server {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    ended: Receiver<std::io::Result<()>>,
}

impl Server {
    pub fn start(limits: Limits) -> Self {
        Self::on(TcpSocket::new_v4().unwrap(), limits, fixture_site())
    }

    /// One of another site than the fixture.
    pub fn of(site: Site) -> Self {
        Self::on(TcpSocket::new_v4().unwrap(), Limits::default(), site)
    }

    /// One whose sockets hold so little that a large page does not fit: it must be read to be
    /// sent. Its clients are to be `Client::narrow`.
    pub fn narrow(limits: Limits) -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_send_buffer_size(NARROW).unwrap();
        Self::on(socket, limits, fixture_site())
    }

    fn on(socket: TcpSocket, limits: Limits, site: Site) -> Self {
        let (stop, stopped) = oneshot::channel::<()>();
        let (at, address) = channel();
        let (end, ended) = channel();
        thread::spawn(move || {
            let runtime = Builder::new_current_thread().enable_all().build().unwrap();
            let result = runtime.block_on(async {
                socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
                let listener = socket.listen(1024).unwrap();
                at.send(listener.local_addr().unwrap()).unwrap();
                let stop = async { drop(stopped.await) };
                run(Arc::new(site), listener, limits, stop).await
            });
            // Nobody listens if the test is over.
            let _ = end.send(result);
        });
        let address = address.recv_timeout(PATIENCE).unwrap();
        Self {
            address,
            stop: Some(stop),
            ended,
        }
    }

    pub fn client(&self) -> Client {
        Client::to(self.address)
    }

    /// Asks on a connection of its own; `headers` are whole lines without their ends.
    pub fn ask(&self, method: &str, path: &str, headers: &[&str]) -> Reply {
        let mut client = self.client();
        client.send(&request(method, path, headers));
        client.reply(method)
    }

    pub fn get(&self, path: &str, headers: &[&str]) -> Reply {
        self.ask("GET", path, headers)
    }

    pub fn tell_to_stop(&mut self) {
        drop(self.stop.take());
    }

    /// What `run` returned, once it has.
    pub fn ended(&self) -> std::io::Result<()> {
        self.ended
            .recv_timeout(PATIENCE)
            .expect("the server has ended")
    }
}

/// A request as it goes over the wire.
pub fn request(method: &str, path: &str, headers: &[&str]) -> String {
    let mut request = format!("{method} {path} HTTP/1.1\r\nHost: test\r\n");
    for header in headers {
        request.push_str(header);
        request.push_str("\r\n");
    }
    request + "\r\n"
}

/// One connection.
pub struct Client {
    pub stream: TcpStream,
    /// Bytes that came after the last reply.
    rest: Vec<u8>,
}

impl Client {
    pub fn to(address: SocketAddr) -> Self {
        Self::over(TcpStream::connect(address).unwrap())
    }

    /// One whose socket holds very little of what it has not read.
    pub fn narrow(server: &Server) -> Self {
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        socket.set_recv_buffer_size(NARROW as usize).unwrap();
        socket.connect(&server.address.into()).unwrap();
        Self::over(socket.into())
    }

    fn over(stream: TcpStream) -> Self {
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        Self {
            stream,
            rest: Vec::new(),
        }
    }

    pub fn send(&mut self, bytes: &str) {
        self.stream.write_all(bytes.as_bytes()).unwrap();
    }

    /// The next reply. The method tells whether a body follows.
    pub fn reply(&mut self, method: &str) -> Reply {
        let end = loop {
            if let Some(at) = self.rest.windows(4).position(|four| four == b"\r\n\r\n") {
                break at + 4;
            }
            assert!(
                self.read_more(),
                "the head of a reply, not {:?}",
                String::from_utf8_lossy(&self.rest)
            );
        };
        let head = String::from_utf8(self.rest.drain(..end).collect()).unwrap();
        let mut reply = Reply::parse(&head);
        let has_body = method != "HEAD" && reply.status != 304;
        let length = if has_body {
            reply
                .header("content-length")
                .expect("a length")
                .parse()
                .unwrap()
        } else {
            0
        };
        while self.rest.len() < length {
            assert!(self.read_more(), "a body of {length} bytes");
        }
        reply.body = self.rest.drain(..length).collect();
        reply
    }

    /// All that comes until the server closes.
    pub fn until_closed(&mut self) -> Vec<u8> {
        while self.read_more() {}
        std::mem::take(&mut self.rest)
    }

    /// False if the server has closed. A reset is a close as well: the server may close while it
    /// has not read all that was sent.
    fn read_more(&mut self) -> bool {
        let mut bytes = [0; 16 * 1024];
        match self.stream.read(&mut bytes) {
            Ok(0) => false,
            Ok(count) => {
                self.rest.extend_from_slice(&bytes[..count]);
                true
            }
            Err(error) if error.kind() == ErrorKind::ConnectionReset => false,
            Err(error) => panic!("the server neither answers nor closes: {error}"),
        }
    }
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    fn parse(head: &str) -> Self {
        let mut lines = head.trim_end().split("\r\n");
        let status = lines
            .next()
            .unwrap()
            .split(' ')
            .nth(1)
            .unwrap()
            .parse()
            .unwrap();
        let headers = lines
            .map(|line| line.split_once(": ").unwrap_or((line, "")))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        Self {
            status,
            headers,
            body: Vec::new(),
        }
    }

    /// The only value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(known, _)| known == name);
        let value = values.next().map(|(_, value)| value.as_str());
        assert!(values.next().is_none(), "{name} comes once");
        value
    }

    /// All headers but the date, in order of name.
    pub fn headers(&self) -> Vec<(&str, &str)> {
        let mut headers: Vec<_> = self
            .headers
            .iter()
            .filter(|(name, _)| name != "date")
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        headers.sort_unstable();
        headers
    }
}

/// Waits until `condition` gives something.
pub fn eventually<T>(what: &str, mut condition: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = condition() {
            return found;
        }
        assert!(Instant::now() < deadline, "in time: {what}");
        thread::yield_now();
    }
}
