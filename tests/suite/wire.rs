//! A server on a port of its own, and a client that hides nothing: bytes out, bytes in.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, LazyLock, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use lectern::serve::{Entrance, Limits, Options, run};
use lectern::site::Site;
use socket2::{Domain, Socket, Type};
use tokio::net::TcpSocket;
use tokio::runtime::Builder;
use tokio::sync::oneshot;

use crate::support::real;

/// How long a test waits for what must come. Only a failing test waits that long.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// Bytes a narrow socket holds, more or less.
const NARROW: u32 = 4096;

/// Limits that no test reaches: to be narrowed one at a time.
pub const UNLIMITED: Limits = Limits {
    connections: 512,
    spare_time: Duration::from_mins(10),
    header_bytes: 16 * 1024,
    header_time: Duration::from_mins(10),
    idle_time: Duration::from_mins(10),
    stall_time: Duration::from_mins(10),
    grace_time: Duration::from_mins(10),
    stop_time: Duration::from_mins(10),
};

/// A server of the real site, for all tests that only ask.
pub fn shared_server() -> &'static Server {
    static SERVER: LazyLock<Server> = LazyLock::new(|| Server::of(&real().site));
    &SERVER
}

/// A server in this process; dropping it tells it to stop.
pub struct Server {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    /// A mutex only because the server that tests share has to be `Sync`.
    ended: Mutex<Receiver<()>>,
}

impl Server {
    /// One of the real site for a test of its own. It keeps no pages, and so renders none in the
    /// background either: that work would be lost with it.
    pub fn start(limits: Limits) -> Self {
        let options = Options {
            limits,
            cache_bytes: 0,
        };
        Self::on(TcpSocket::new_v4().unwrap(), options, &real().site)
    }

    /// One of any site, as it is served to the public.
    pub fn of(site: &Arc<Site>) -> Self {
        let options = Options {
            limits: UNLIMITED,
            ..Options::default()
        };
        Self::on(TcpSocket::new_v4().unwrap(), options, site)
    }

    /// One whose sockets hold so little that a large page does not fit: it must be read to be
    /// sent. Its clients are to be `Client::narrow`.
    pub fn narrow(limits: Limits) -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_send_buffer_size(NARROW).unwrap();
        let options = Options {
            limits,
            cache_bytes: 0,
        };
        Self::on(socket, options, &real().site)
    }

    fn on(socket: TcpSocket, options: Options, site: &Arc<Site>) -> Self {
        socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let address = socket.local_addr().unwrap();
        Self::entered(address, options, site, move || {
            socket.listen(1024).unwrap().into()
        })
    }

    /// One that clients reach by an entrance, which is made within its runtime.
    pub fn entered(
        address: SocketAddr,
        options: Options,
        site: &Arc<Site>,
        entrance: impl FnOnce() -> Entrance + Send + 'static,
    ) -> Self {
        let (stop, stopped) = oneshot::channel::<()>();
        let (listening, listens) = channel();
        let (end, ended) = channel();
        let site = Arc::clone(site);
        thread::spawn(move || {
            let runtime = Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let entrance = entrance();
                listening.send(()).unwrap();
                run(site, entrance, options, async { drop(stopped.await) }).await;
            });
            // Nobody waits for it if the test is over.
            let _ = end.send(());
        });
        listens.recv_timeout(PATIENCE).unwrap();
        Self {
            address,
            stop: Some(stop),
            ended: Mutex::new(ended),
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

    /// Waits until it has ended.
    pub fn wait_until_ended(&self) {
        let ended = self.ended.lock().unwrap();
        ended.recv_timeout(PATIENCE).expect("the server has ended");
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
pub struct Client<S = TcpStream> {
    pub stream: S,
    /// Bytes that came after the last reply.
    rest: Vec<u8>,
}

impl Client {
    pub fn to(address: SocketAddr) -> Self {
        Self::over(patient(TcpStream::connect(address).unwrap()))
    }

    /// One whose socket holds very little of what it has not read.
    pub fn narrow(server: &Server) -> Self {
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        socket.set_recv_buffer_size(NARROW as usize).unwrap();
        socket.connect(&server.address.into()).unwrap();
        Self::over(patient(socket.into()))
    }
}

/// A stream that waits no longer than a test does.
pub fn patient(stream: TcpStream) -> TcpStream {
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.set_write_timeout(Some(PATIENCE)).unwrap();
    stream
}

impl<S: Read + Write> Client<S> {
    pub fn over(stream: S) -> Self {
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
        let reply = self.reply_if_kept(method);
        reply.unwrap_or_else(|| panic!("no reply, but {:?}", String::from_utf8_lossy(&self.rest)))
    }

    /// The same; `None` if the server closes the connection first.
    pub fn reply_if_kept(&mut self, method: &str) -> Option<Reply> {
        let end = loop {
            if let Some(at) = self.rest.windows(4).position(|four| four == b"\r\n\r\n") {
                break at + 4;
            }
            if !self.read_more() {
                return None;
            }
        };
        let head = String::from_utf8(self.rest.drain(..end).collect()).unwrap();
        let mut reply = Reply::parse(&head);
        let has_body = method != "HEAD" && ![204, 304].contains(&reply.status);
        let length = match reply.header("content-length") {
            Some(length) if has_body => length.parse().unwrap(),
            None if has_body => panic!("no length"),
            _ => 0,
        };
        while self.rest.len() < length {
            if !self.read_more() {
                return None;
            }
        }
        reply.body = self.rest.drain(..length).collect();
        Some(reply)
    }

    /// Asks for a page; `None` if the server closes the connection before it has answered.
    pub fn get_if_kept(&mut self, path: &str) -> Option<Reply> {
        let request = request("GET", path, &[]);
        self.stream.write_all(request.as_bytes()).ok()?;
        self.reply_if_kept("GET")
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
            Err(error)
                if [ErrorKind::ConnectionReset, ErrorKind::UnexpectedEof]
                    .contains(&error.kind()) =>
            {
                false
            }
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
        assert!(values.next().is_none(), "{name} comes twice");
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

/// Tries until `attempt` gives something: for what nothing tells of, and for what a machine that is
/// busy elsewhere may be too slow for at first.
pub fn eventually<T>(what: &str, mut attempt: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = attempt() {
            return found;
        }
        assert!(Instant::now() < deadline, "in time: {what}");
        // Leaves the machine to what is waited for.
        thread::sleep(Duration::from_millis(1));
    }
}
