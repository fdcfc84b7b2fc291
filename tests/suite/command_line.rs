//! The program as its user meets it: standard output, standard error, exit code.

use std::fs::{create_dir_all, read_to_string, remove_dir_all};
use std::io::{BufRead, BufReader, Read};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::SystemTime;

use lectern::library::Date;
use serde_json::Value;

use crate::support::PAGE;
use crate::wire::{Client, eventually, request};

pub fn lectern(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lectern"));
    command.args(arguments);
    for name in [
        "LECTERN_LISTEN",
        "LECTERN_CONTENT",
        "LECTERN_LOG",
        "LECTERN_LOG_ONE_IN",
        "LECTERN_BASE_URL",
        "LECTERN_CACHE_MB",
        "LECTERN_METRICS",
        "LECTERN_WATCH",
        "LECTERN_NOINDEX",
        "LECTERN_SOCKET_MODE",
        "LECTERN_AUTH",
        "LECTERN_AUTH_WITHOUT_TLS",
        "LECTERN_TLS_CERT",
        "LECTERN_TLS_KEY",
        "LECTERN_TRUST_PROXY",
        "LISTEN_FDS",
        "LISTEN_PID",
        "NOTIFY_SOCKET",
    ] {
        command.env_remove(name);
    }
    command
}

pub fn output(arguments: &[&str]) -> Output {
    lectern(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).unwrap()
}

/// A program that serves; it is ended when the test is.
pub struct Running {
    pub child: Child,
    pub address: SocketAddr,
    /// What it printed to say so.
    pub line: String,
}

impl Running {
    pub fn start(mut command: Command) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap())
            .read_line(&mut line)
            .unwrap();
        let address = line
            .strip_prefix("Lectern is running at http")
            .and_then(|rest| {
                rest.trim_start_matches('s')
                    .strip_prefix("://")?
                    .split_once('/')
            })
            .map(|(address, _)| address)
            .expect("the line that says where");
        let address = address.parse().unwrap();
        Self {
            child,
            address,
            line,
        }
    }

    fn get(&self, path: &str) -> u16 {
        self.ask(path).0
    }

    /// The status, and where it leads on to.
    fn ask(&self, path: &str) -> (u16, Option<String>) {
        let mut client = Client::to(self.address);
        client.send(&request("GET", path, &[]));
        let reply = client.reply("GET");
        (reply.status, reply.header("location").map(str::to_owned))
    }

    pub fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-s", name, &id])
                .status()
                .unwrap()
                .success()
        );
    }

    /// Its exit status and the rest of its output.
    pub fn ended(&mut self) -> (ExitStatus, String, String) {
        let status = eventually("the program ends", || self.child.try_wait().unwrap());
        let (mut out, mut err) = (String::new(), String::new());
        self.child
            .stdout
            .take()
            .unwrap()
            .read_to_string(&mut out)
            .unwrap();
        self.child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut err)
            .unwrap();
        (status, out, err)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn program_serves_until_a_signal_and_ends_with_0() {
    for (arguments, signal) in [
        (&["--listen", "127.0.0.1:0"][..], "TERM"),
        (&["serve", "--listen", "127.0.0.1:0"][..], "INT"),
    ] {
        let mut running = Running::start(lectern(arguments));
        assert_eq!(
            running.line,
            format!("Lectern is running at http://{}/\n", running.address)
        );
        assert_eq!(running.get(PAGE), 200);
        running.signal(signal);
        let (status, out, _) = running.ended();
        assert_eq!(status.code(), Some(0), "{signal}");
        assert_eq!(out, "", "one line on standard output, and no more");
    }
}

#[test]
fn signal_right_after_the_start_is_not_lost() {
    let mut running = Running::start(lectern(&["--listen", "127.0.0.1:0"]));
    running.signal("TERM");
    assert_eq!(running.ended().0.code(), Some(0));
}

#[test]
fn second_signal_ends_the_wait() {
    // A busy machine may let the deadline pass before the second signal comes.
    eventually("a second signal comes before the deadline", || {
        let mut running = Running::start(lectern(&["--listen", "127.0.0.1:0"]));
        let mut client = Client::to(running.address);
        client.send("GET / HTTP/1.1\r\n");
        assert_eq!(running.get(PAGE), 200);
        running.signal("INT");
        eventually("it stops", || TcpStream::connect(running.address).err());
        // The client is amid its headers, and would be waited for until the deadline.
        running.signal("INT");
        let (status, _, err) = running.ended();
        assert_eq!(status.code(), Some(0));
        assert!(err.contains("stopping"), "{err}");
        (!err.contains("cutting connections")).then_some(())
    });
}

#[test]
fn environment_says_what_flags_say() {
    let mut command = lectern(&[]);
    command
        .env("LECTERN_LISTEN", "127.0.0.1:0")
        .env("LECTERN_LOG", "json");
    let mut running = Running::start(command);
    assert_eq!(running.get("/healthz"), 200);
    running.signal("TERM");
    let (_, _, err) = running.ended();
    assert!(err.starts_with('{'), "{err}");

    let mut command = lectern(&["check"]);
    command
        .env("LECTERN_LISTEN", "127.0.0.1:0")
        .env("LECTERN_CONTENT", "no/such/folder");
    let output = command.output().unwrap();
    assert_eq!(
        text(&output.stderr),
        "error: cannot read content from `no/such/folder`: no such folder\n"
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn site_for_few_is_listed_nowhere() {
    let tag = |arguments: &[&str], environment: Option<&str>| {
        let mut command = lectern(&[&["--listen", "127.0.0.1:0"], arguments].concat());
        if let Some(value) = environment {
            command.env("LECTERN_NOINDEX", value);
        }
        let running = Running::start(command);
        let mut client = Client::to(running.address);
        client.send(&request("GET", "/healthz", &[]));
        let reply = client.reply("GET");
        reply.header("x-robots-tag").map(str::to_owned)
    };
    let refused = Some("noindex, nofollow".to_owned());
    assert_eq!(tag(&["--noindex"], None), refused);
    assert_eq!(tag(&[], Some("1")), refused);
    assert_eq!(tag(&[], Some("true")), refused);
    assert_eq!(tag(&[], Some("0")), None);
    assert_eq!(tag(&[], None), None);
    let mut command = lectern(&[]);
    let output = command.env("LECTERN_NOINDEX", "perhaps").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn each_request_is_one_line_of_json() {
    let mut running = Running::start(lectern(&["--listen", "127.0.0.1:0", "--log", "json"]));
    let paths = [PAGE, "/healthz?q=secret", "/na\u{9b}ve%0A\"\\", "/%1B"];
    for path in paths {
        running.get(path);
    }
    running.signal("TERM");
    let (_, _, err) = running.ended();
    assert!(!err.contains("secret"));
    assert!(err.chars().all(|c| c == '\n' || !c.is_control()), "{err:?}");
    let lines: Vec<Value> = err
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let requests: Vec<&Value> = lines
        .iter()
        .filter(|line| line["message"] == "request")
        .collect();
    let logged: Vec<&str> = requests
        .iter()
        .map(|line| line["path"].as_str().unwrap())
        .collect();
    assert_eq!(logged, [PAGE, "/healthz", "/na%C2%9Bve%0A\"\\", "/%1B"]);
    assert_eq!(requests[1]["method"], "GET");
    assert_eq!(requests[1]["status"], 200);
    assert_eq!(requests[1]["bytes"], 3);
    assert!(requests[1]["micros"].is_u64());
    assert_eq!(requests[2]["status"], 404);
}

#[test]
fn each_request_is_one_line_of_text() {
    let mut running = Running::start(lectern(&["--listen", "127.0.0.1:0"]));
    running.get("/healthz");
    running.signal("TERM");
    let (_, _, err) = running.ended();
    let line = err.lines().find(|line| line.contains("/healthz")).unwrap();
    assert!(
        line.contains("INFO request method=GET path=\"/healthz\" status=200 bytes=3 micros="),
        "{line}"
    );
}

#[test]
fn port_in_use_is_told() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = output(&["--listen", &address]);
    assert_eq!(
        text(&output.stderr),
        format!(
            "error: cannot listen on {address}: address already in use; choose another with --listen\n"
        )
    );
    assert_eq!(text(&output.stdout), "");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn address_of_another_machine_is_told() {
    let output = output(&["--listen", "192.0.2.1:0"]);
    assert_eq!(
        text(&output.stderr),
        "error: cannot listen on 192.0.2.1:0: this machine has no such address; choose another with --listen\n"
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn bad_usage_ends_with_2() {
    let output = output(&["--listen", "here"]);
    assert_eq!(
        text(&output.stderr),
        "error: invalid value 'here' for '--listen <ADDRESS>': \
         not an address and a port, such as 127.0.0.1:8080 or [::1]:8080, \
         nor a socket, such as unix:/run/lectern.sock\n\n\
         For more information, try '--help'.\n"
    );
    assert_eq!(output.status.code(), Some(2));
    for arguments in [
        &["--log", "xml"][..],
        &["--cache-mb", "much"],
        &["--lisen", "x"],
        &["--base-url", "example.org"],
        &["check", "--base-url", "https://example.org/"],
        &["chek"],
        &["check", "--listen", "127.0.0.1:0"],
    ] {
        let output = self::output(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).starts_with("error: "), "{arguments:?}");
    }
}

#[test]
fn base_url_that_cannot_be_is_bad_usage() {
    let output = output(&["--base-url", "https://example.org/?q"]);
    assert_eq!(
        text(&output.stderr),
        "error: invalid value 'https://example.org/?q' for '--base-url <URL>': \
         a base URL ends with the path of the home page, without `?` or `#`\n\n\
         For more information, try '--help'.\n"
    );
    assert_eq!(output.status.code(), Some(2));
    let mut command = lectern(&[]);
    command.env("LECTERN_BASE_URL", "ftp://example.org/");
    let output = command.output().unwrap();
    assert_eq!(
        text(&output.stderr),
        "error: invalid value 'ftp://example.org/' for '--base-url <URL>': \
         not a web address, such as https://example.org/\n\n\
         For more information, try '--help'.\n"
    );
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn site_answers_below_its_base() {
    let base = "https://example.org/some/prefix/";
    let running = Running::start(lectern(&["--listen", "127.0.0.1:0", "--base-url", base]));
    assert!(
        running.line.ends_with("/some/prefix/\n"),
        "{}",
        running.line
    );
    for (path, status, location) in [
        ("/some/prefix/", 200, None),
        ("/some/prefix/strategy", 200, None),
        ("/some/%70refix/strategy", 200, None),
        ("/some/prefix/favicon.ico", 200, None),
        ("/some/prefix/healthz", 200, None),
        ("/healthz", 200, None),
        ("/some/prefix", 308, Some("/some/prefix/")),
        ("/some/prefix/strategy/", 308, Some("/some/prefix/strategy")),
        (
            "/some/prefix/strategy/ii.2.p3",
            308,
            Some("/some/prefix/strategy/II.2.p3"),
        ),
        (
            "/some/prefix/compare?first=strategy-II.2&second=research-2.2.1",
            303,
            Some("/some/prefix/compare/strategy-II.2/research-2.2.1"),
        ),
        (
            "/some/prefix/compare/STRATEGY-i/research-3.9",
            308,
            Some("/some/prefix/compare/strategy-I/research-3.9"),
        ),
        ("/some/prefix/compare/strategy-I/research-3.9", 200, None),
        ("/some/prefix/nowhere", 404, None),
        ("/some/prefix/%zz", 404, None),
        ("/some/prefixes/strategy", 404, None),
        ("/strategy", 404, None),
        ("/", 404, None),
    ] {
        let (got, to) = running.ask(path);
        assert_eq!((got, to.as_deref()), (status, location), "{path}");
    }
}

#[test]
fn missing_folder_is_told() {
    for arguments in [
        &["--content", "no/such/folder"][..],
        &["check", "--content", "no/such/folder"],
    ] {
        let output = output(arguments);
        assert_eq!(
            text(&output.stderr),
            "error: cannot read content from `no/such/folder`: no such folder\n"
        );
        assert_eq!(output.status.code(), Some(1));
    }
    let output = output(&["check", "--content", "Cargo.toml"]);
    assert_eq!(
        text(&output.stderr),
        "error: cannot read content from `Cargo.toml`: not a folder\n"
    );
}

/// A folder for one test, which is removed with it.
pub struct Folder(pub PathBuf);

impl Folder {
    /// A folder with these files in it; none at all if there are none.
    pub fn with(name: &str, files: &[(&str, &str)]) -> Self {
        let folder = std::env::temp_dir().join(format!("lectern-{}-{name}", std::process::id()));
        let _ = remove_dir_all(&folder);
        for (name, text) in files {
            let path = folder.join(name);
            create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        Self(folder)
    }

    pub fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }

    /// What a program printed, with the folder by a name that is always the same.
    fn named(&self, printed: &[u8]) -> String {
        text(printed).replace(self.path(), "DIR")
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = remove_dir_all(&self.0);
    }
}

#[test]
fn new_site_serves_and_overwrites_nothing() {
    let folder = Folder::with("new", &[]);
    let begun = SystemTime::now();
    let made = output(&["new", folder.path()]);
    assert_eq!(
        folder.named(&made.stdout),
        "a new site is in DIR; serve it with: lectern serve --content DIR\n"
    );
    let settings = read_to_string(Path::new(folder.path()).join("site.toml")).unwrap();
    let days = [begun, SystemTime::now()].map(|moment| Date::of(moment).unwrap());
    let is_dated = |day: &Date| settings.contains(&format!("edition_date = {day}\n"));
    assert!(days.iter().any(is_dated), "{settings}");
    let checked = output(&["check", "--content", folder.path()]);
    assert_eq!(text(&checked.stderr), "");
    assert_eq!(checked.status.code(), Some(0));
    let again = output(&["new", folder.path()]);
    assert_eq!(
        folder.named(&again.stderr),
        "error: `DIR` is not empty; choose a new folder\n"
    );
    assert_eq!(again.status.code(), Some(1));
    let running = Running::start({
        let mut command = lectern(&[
            "serve",
            "--listen",
            "127.0.0.1:0",
            "--content",
            folder.path(),
        ]);
        command.current_dir(env!("CARGO_MANIFEST_DIR"));
        command
    });
    assert_eq!(running.get("/first/1.p1"), 200);
}

#[test]
fn adopted_text_is_written_once_and_a_dry_run_writes_nothing() {
    let folder = Folder::with("adopt", &[]);
    let arguments = ["adopt", "tests/texts/nizam.md", "--into", folder.path()];
    let dry = output(&[&arguments[..], &["--dry-run"]].concat());
    assert_eq!(dry.status.code(), Some(0), "{}", text(&dry.stderr));
    assert!(text(&dry.stdout).contains("+id = \"nizam\"\n"));
    assert!(!folder.0.exists());

    let adopted = output(&arguments);
    assert_eq!(adopted.status.code(), Some(0), "{}", text(&adopted.stderr));
    assert!(folder.named(&adopted.stdout).ends_with(
        "all that was done to the words stands in DIR/adopted; serve with: lectern serve --content DIR\n"
    ));
    let checked = output(&["check", "--content", folder.path()]);
    assert_eq!(text(&checked.stderr), "");
    assert_eq!(checked.status.code(), Some(0));
    assert!(
        folder
            .read("adopted/nizam.md")
            .starts_with("# What became of nizam.md\n")
    );

    let document = folder.read("nizam.md");
    let again = output(&arguments);
    assert_eq!(
        text(&again.stderr),
        "error: `nizam.md` is there already; choose another `--id`, or move it away\n"
    );
    assert_eq!(again.status.code(), Some(1));
    assert_eq!(folder.read("nizam.md"), document);

    let two = output(&[
        "adopt",
        "a.md",
        "b.md",
        "--id",
        "c",
        "--into",
        folder.path(),
    ]);
    assert_eq!(two.status.code(), Some(2));
}

/// The smallest site, with two things that are probably not as they were meant.
const WARNED: [(&str, &str); 3] = [
    ("site.toml", include_str!("../../starter/site.toml")),
    (
        "a.md",
        "+++\nid = \"a\"\ntitle = \"A\"\nrights = \"None.\"\nprovenance = \"A test.\"\n+++\n\n\
         ## One {#one .section ref=1}\n\nSee [the terms](/terms) and [all](/about).\n",
    ),
    ("termsx.toml", ""),
];

#[test]
fn what_is_probably_not_meant_is_a_warning() {
    let folder = Folder::with("warned", &WARNED);
    let checked = output(&["check", "--content", folder.path()]);
    insta::assert_snapshot!("warnings", folder.named(&checked.stderr));
    assert_eq!(checked.status.code(), Some(0));
    let mut running = Running::start(lectern(&[
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--content",
        folder.path(),
    ]));
    assert_eq!(running.get("/a/1"), 308);
    running.signal("TERM");
    let (_, _, log) = running.ended();
    let warned = log.lines().filter(|line| line.contains("WARN")).count();
    assert_eq!(warned, 4, "{log}");
}

#[test]
fn programs_read_what_is_wrong() {
    let faulty = WARNED.map(|(name, text)| (name, text.replace("{#one .section ref=1}", "")));
    let faulty = faulty.each_ref().map(|(name, text)| (*name, text.as_str()));
    let folder = Folder::with("faulty", &faulty);
    let check = |format| output(&["check", "--content", folder.path(), "--format", format]);
    let sarif = check("json");
    assert_eq!(sarif.status.code(), Some(1));
    assert_eq!(text(&sarif.stderr), "");
    let log: Value = serde_json::from_slice(&sarif.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    insta::assert_snapshot!("sarif", folder.named(&sarif.stdout));
    insta::assert_snapshot!("github", folder.named(&check("github").stdout));
    // What is sound is an empty log.
    let sound = output(&["check", "--format", "json"]);
    assert_eq!(sound.status.code(), Some(0));
    let log: Value = serde_json::from_slice(&sound.stdout).unwrap();
    assert_eq!(log["runs"][0]["results"], Value::Array(Vec::new()));
}

#[test]
fn sound_content_is_counted() {
    let output = output(&["check", "--content", "tests/sites/scholarly"]);
    assert_eq!(
        text(&output.stdout),
        "the content is sound: 2 documents, 6 sections, 8 paragraphs, 4 links, 3 silences, 4 terms \
         and 2 actors\n"
    );
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(self::output(&["check"]).status.code(), Some(0));
}

#[test]
#[cfg(target_os = "linux")]
fn output_that_goes_nowhere_is_a_failure() {
    let full = std::fs::File::create("/dev/full").unwrap();
    let output = lectern(&["check"]).stdout(full).output().unwrap();
    assert_eq!(
        text(&output.stderr),
        "error: cannot write to standard output: no space left on device\n"
    );
    assert_eq!(output.status.code(), Some(1));
}

/// The log then says where the server is.
#[test]
#[cfg(target_os = "linux")]
fn output_that_goes_nowhere_does_not_keep_from_serving() {
    let full = std::fs::File::create("/dev/full").unwrap();
    let mut command = lectern(&["--listen", "127.0.0.1:0"]);
    let mut child = command.stdout(full).stderr(Stdio::piped()).spawn().unwrap();
    let mut log = BufReader::new(child.stderr.take().unwrap()).lines();
    let line = log.next().unwrap().unwrap();
    assert!(line.contains("cannot write to standard output"), "{line}");
    let address = line.split("address=").nth(1).unwrap();
    let mut client = Client::to(address.split(' ').next().unwrap().parse().unwrap());
    assert_eq!(client.get_if_kept(PAGE).unwrap().status, 200);
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn bad_content_is_reported_and_not_served() {
    let empty = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("empty");
    let _ = remove_dir_all(&empty);
    create_dir_all(&empty).unwrap();
    let folder = empty.to_str().unwrap();
    let checked = output(&["check", "--content", folder]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(!checked.stderr.is_empty() && checked.stdout.is_empty());
    let served = output(&["--listen", "127.0.0.1:0", "--content", folder]);
    assert_eq!(served.status.code(), Some(1));
    assert_eq!(text(&served.stderr), text(&checked.stderr));
    assert_eq!(text(&served.stdout), "");
}

/// Where there are fewer file descriptors than clients, that must end neither the program nor the
/// service.
#[test]
#[cfg(unix)]
fn running_out_of_file_descriptors_passes() {
    let mut command = Command::new("sh");
    command.args([
        "-c",
        "ulimit -n 20; exec \"$0\" --listen 127.0.0.1:0",
        env!("CARGO_BIN_EXE_lectern"),
    ]);
    let mut running = Running::start(command);
    let mut clients: Vec<Client> = (0..30).map(|_| Client::to(running.address)).collect();
    clients[0].send(&request("GET", PAGE, &[]));
    assert_eq!(clients[0].reply("GET").status, 200);
    // The longest silent of them give way.
    assert_eq!(running.get(PAGE), 200);
    drop(clients);
    running.signal("TERM");
    let (status, _, log) = running.ended();
    assert_eq!(status.code(), Some(0));
    assert!(log.contains("client cut reason="), "{log}");
}

#[test]
#[cfg(unix)]
fn log_tells_of_one_request_in_so_many_or_of_none() {
    for (arguments, told) in [(["--log-one-in", "3"], 2), (["--log", "off"], 0)] {
        let arguments = [["--listen", "127.0.0.1:0"], arguments].concat();
        let mut running = Running::start(lectern(&arguments));
        for _ in 0..6 {
            assert_eq!(running.get(PAGE), 200);
        }
        running.signal("TERM");
        let (_, _, log) = running.ended();
        assert_eq!(log.matches(" request method=").count(), told, "{log}");
        assert_eq!(log.is_empty(), told == 0, "{log}");
    }
}

#[test]
fn hash_is_printed_as_sha256sum_writes_it() {
    let printed = output(&["hash", "strategy/II.2.p3", "strategy"]);
    let lines = text(&printed.stdout);
    assert_eq!(text(&printed.stderr), "");
    let words = output(&["hash", "--words", "strategy/II.2.p3"]);
    let hash = lectern::site::hash::sha256(&words.stdout);
    assert!(
        lines.starts_with(&format!("{hash}  strategy/II.2.p3\n")),
        "{lines}"
    );
    assert!(lines.ends_with("  strategy\n"), "{lines}");
    assert_eq!(lines.lines().count(), 2);
}

#[test]
fn hash_of_nothing_names_what_was_meant() {
    let printed = output(&["hash", "strategy/II.2.p3", "strategy/II.2.p33"]);
    assert_eq!(printed.status.code(), Some(1));
    assert_eq!(text(&printed.stdout), "", "nothing is printed in part");
    assert_eq!(
        text(&printed.stderr),
        "error: there is no `strategy/II.2.p33`; did you mean `strategy/II.2.p3`?\n"
    );
}
