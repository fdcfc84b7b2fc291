//! Sockets in the file system, and what systemd does for a service.

#![cfg(unix)]

use std::fs::{create_dir_all, metadata, remove_dir_all, write};
use std::io::{BufRead, BufReader, Read};
use std::net::{Shutdown, TcpListener};
use std::os::fd::OwnedFd;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixDatagram, UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use lectern::serve::{Limits, ListenAddress, Options, bind};

use crate::support::{LARGE, PAGE, SHORT, real};
use crate::wire::{Client, PATIENCE, Server, UNLIMITED, eventually, request};

/// A folder for sockets, which goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("lectern-{name}-{}", std::process::id()));
        let _ = remove_dir_all(&folder);
        create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = remove_dir_all(&self.0);
    }
}

fn unix_client(path: &PathBuf) -> Client<UnixStream> {
    let stream = UnixStream::connect(path).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.set_write_timeout(Some(PATIENCE)).unwrap();
    Client::over(stream)
}

fn listening_at(path: &Path) -> Command {
    let mut command = crate::command_line::lectern(&[]);
    command.arg("--listen");
    command.arg(format!("unix:{}", path.display()));
    command
}

/// A program and the first line that it says.
struct Told {
    child: Child,
    line: String,
}

impl Told {
    fn start(mut command: Command) -> Self {
        let command = command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.as_mut().unwrap());
        out.read_line(&mut line).unwrap();
        Self { child, line }
    }

    fn stop(&mut self) {
        let id = self.child.id().to_string();
        let told = Command::new("kill").args(["-s", "TERM", &id]).status();
        assert!(told.unwrap().success());
        let ended = eventually("the program ends", || self.child.try_wait().unwrap());
        assert_eq!(ended.code(), Some(0));
    }
}

impl Drop for Told {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn program_listens_on_a_socket_and_removes_it_at_the_end() {
    let folder = Folder::new("socket");
    let path = folder.path("lectern.sock");
    let mut command = listening_at(&path);
    command.args(["--socket-mode", "600"]);
    let mut running = Told::start(command);
    let place = format!("Lectern is running at unix:{}\n", path.display());
    assert_eq!(running.line, place);
    assert_eq!(metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let mut client = unix_client(&path);
    client.send(&request("GET", "/healthz", &[]));
    let reply = client.reply("GET");
    assert_eq!((reply.status, reply.body.as_slice()), (200, &b"ok\n"[..]));
    running.stop();
    assert!(!path.exists());
}

#[test]
fn socket_of_a_server_that_is_gone_is_replaced() {
    let folder = Folder::new("stale");
    let path = folder.path("lectern.sock");
    drop(UnixListener::bind(&path).unwrap());
    assert!(path.exists());
    let mut running = Told::start(listening_at(&path));
    assert_eq!(unix_client(&path).get_if_kept(PAGE).unwrap().status, 200);
    running.stop();
}

#[test]
fn socket_of_another_server_and_files_are_left_alone() {
    let folder = Folder::new("taken");
    let taken = folder.path("taken.sock");
    let listener = UnixListener::bind(&taken).unwrap();
    let file = folder.path("file");
    write(&file, "words").unwrap();
    for (path, why) in [
        (&taken, "address already in use"),
        (&file, "something that is no socket is there"),
        (&folder.path("none/lectern.sock"), "no such folder"),
    ] {
        let output = listening_at(path).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        let place = path.display();
        let expected =
            format!("error: cannot listen on unix:{place}: {why}; choose another with --listen\n");
        assert_eq!(told, expected);
        assert_eq!(output.status.code(), Some(1));
    }
    assert_eq!(std::fs::read(&file).unwrap(), b"words");
    drop(listener);
    assert!(taken.exists());
}

#[test]
fn permissions_without_a_socket_are_bad_usage() {
    let arguments = ["--socket-mode", "660", "--listen", "127.0.0.1:0"];
    let output = crate::command_line::lectern(&arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    let expected = "--socket-mode is for a Unix socket: --listen unix:/run/lectern.sock";
    assert!(told.contains(expected), "{told}");
}

#[test]
fn bad_mode_is_bad_usage() {
    for mode in ["8", "1777", "rw"] {
        let output = crate::command_line::lectern(&["--socket-mode", mode]);
        assert_eq!({ output }.output().unwrap().status.code(), Some(2));
    }
}

/// A server in this process, on a socket in a folder of its own.
fn server(name: &str, limits: Limits) -> (Folder, PathBuf, Server) {
    let folder = Folder::new(name);
    let path = folder.path("lectern.sock");
    let address: ListenAddress = format!("unix:{}", path.display()).parse().unwrap();
    let nowhere = "127.0.0.1:0".parse().unwrap();
    let options = Options {
        limits,
        cache_bytes: 0,
    };
    let server = Server::entered(nowhere, options, &real().site, move || {
        bind(&address, None).unwrap().into()
    });
    (folder, path, server)
}

const BRIEF: Duration = Duration::from_millis(200);

/// More than a socket in the file system holds.
const LARGER: &str = "/library.json";

#[test]
fn limits_hold_on_a_socket_too() {
    let limits = Limits {
        header_time: BRIEF,
        stall_time: BRIEF,
        connections: 1,
        ..UNLIMITED
    };
    let (_folder, path, _server) = server("limits", limits);
    assert_eq!(unix_client(&path).until_closed(), b"");
    // The one place is taken by a client that never reads, until it is cut.
    let mut stuck = unix_client(&path);
    stuck.send(&request("GET", LARGER, &[]));
    stuck.stream.read_exact(&mut [0]).unwrap();
    assert_eq!(unix_client(&path).get_if_kept(SHORT).unwrap().status, 200);
    let whole = real().body(LARGER).as_bytes();
    assert!(!stuck.until_closed().ends_with(whole));
}

#[test]
fn client_on_a_socket_that_closes_its_side_gets_its_answers() {
    let (_folder, path, mut server) = server("half", UNLIMITED);
    let mut client = unix_client(&path);
    client.send(&(request("GET", PAGE, &[]) + &request("GET", LARGE, &[])));
    client.stream.shutdown(Shutdown::Write).unwrap();
    assert_eq!(client.reply("GET").status, 200);
    assert!(client.reply("GET").body == real().body(LARGE).as_bytes());
    assert_eq!(client.until_closed(), b"");
    // Who has connected before the stop is answered.
    let mut early = unix_client(&path);
    server.tell_to_stop();
    early.send(&request("GET", PAGE, &[]));
    assert_eq!(early.reply("GET").status, 200);
    server.wait_until_ended();
    assert!(!path.exists());
}

/// As systemd starts a service: the sockets are open from descriptor 3 on.
fn activated(socket: OwnedFd) -> Command {
    let mut command = Command::new("sh");
    command.args([
        "-c",
        "exec 3<&0 </dev/null; LISTEN_FDS=1 LISTEN_PID=$$ exec \"$0\"",
        env!("CARGO_BIN_EXE_lectern"),
    ]);
    command.stdin(socket);
    command
}

#[test]
fn sockets_of_systemd_are_used() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let mut running = Told::start(activated(listener.into()));
    let place = format!("Lectern is running at http://{address}/\n");
    assert_eq!(running.line, place);
    assert_eq!(Client::to(address).get_if_kept(PAGE).unwrap().status, 200);
    running.stop();

    let folder = Folder::new("activated");
    let path = folder.path("lectern.sock");
    let listener = UnixListener::bind(&path).unwrap();
    let mut running = Told::start(activated(listener.into()));
    let place = format!("Lectern is running at unix:{}\n", path.display());
    assert_eq!(running.line, place);
    assert_eq!(unix_client(&path).get_if_kept(PAGE).unwrap().status, 200);
    running.stop();
    assert!(path.exists(), "the socket is systemd's");
}

#[test]
fn systemd_is_told_of_the_start_and_the_end() {
    let folder = Folder::new("notified");
    let path = folder.path("notify.sock");
    let told = UnixDatagram::bind(&path).unwrap();
    told.set_read_timeout(Some(PATIENCE)).unwrap();
    let mut command = crate::command_line::lectern(&["--listen", "127.0.0.1:0"]);
    command.env("NOTIFY_SOCKET", &path);
    let mut running = Told::start(command);
    let next = || {
        let mut bytes = [0; 256];
        let length = told.recv(&mut bytes).unwrap();
        String::from_utf8(bytes[..length].to_vec()).unwrap()
    };
    assert_eq!(next(), "READY=1\n");
    running.stop();
    assert_eq!(next(), "STOPPING=1\n");
}
