//! The content is read anew while it is served.

use std::fs::{File, OpenOptions, create_dir_all, remove_file, rename, write};
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::{OpenOptionsExt, symlink};
use std::process::ChildStderr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::command_line::{Folder, Running, lectern, output};
use crate::wire::{Client, Reply, eventually, request};

const SITE: &str = include_str!("../../starter/site.toml");
const ABOUT: &str = include_str!("../../starter/pages/about.md");

/// The page of the document's only section.
const SECTION: &str = "/a/sections/one";

/// A document of one sentence.
fn document(sentence: &str) -> String {
    format!(
        "+++\nid = \"a\"\ntitle = \"A\"\nrights = \"None.\"\nprovenance = \"A test.\"\n+++\n\n\
         ## One {{#one .section ref=1}}\n\n{sentence}\n"
    )
}

/// A site whose document is the sentence.
fn site(name: &str, sentence: &str) -> Folder {
    let document = document(sentence);
    let files = [
        ("site.toml", SITE),
        ("pages/about.md", ABOUT),
        ("a.md", document.as_str()),
    ];
    Folder::with(name, &files)
}

/// A server of a folder that it watches.
fn watching(folder: &str) -> Running {
    Running::start(lectern(&[
        "--listen",
        "127.0.0.1:0",
        "--watch",
        "--content",
        folder,
    ]))
}

fn get(running: &Running, path: &str) -> Reply {
    let mut client = Client::to(running.address);
    client.send(&request("GET", path, &["Connection: close"]));
    client.reply("GET")
}

fn body(running: &Running, path: &str) -> String {
    String::from_utf8(get(running, path).body).unwrap()
}

/// Waits until the section says this.
fn until_it_says(running: &Running, sentence: &str) {
    eventually(sentence, || {
        body(running, SECTION).contains(sentence).then_some(())
    });
}

/// The first line of a log that says this.
fn line_of(log: &mut BufReader<ChildStderr>, said: &str) -> String {
    let mut lines = log.lines().map(Result::unwrap);
    lines.find(|line| line.contains(said)).unwrap()
}

#[test]
fn hangup_has_the_content_read_anew() {
    let folder = site("hangup", "Old words.");
    let mut running = Running::start(lectern(&[
        "--listen",
        "127.0.0.1:0",
        "--content",
        folder.path(),
    ]));
    let before = get(&running, SECTION);
    write(folder.0.join("a.md"), document("New words.")).unwrap();
    running.signal("HUP");
    until_it_says(&running, "New words.");
    let after = get(&running, SECTION);
    assert_ne!(before.header("etag"), after.header("etag"));
    running.signal("TERM");
    let (status, _, log) = running.ended();
    assert_eq!(status.code(), Some(0));
    assert!(log.contains("the content was read anew"), "{log}");
}

#[test]
fn hangup_changes_nothing_where_the_content_is_built_in() {
    let mut running = Running::start(lectern(&["--listen", "127.0.0.1:0"]));
    let mut log = BufReader::new(running.child.stderr.take().unwrap());
    running.signal("HUP");
    let line = line_of(&mut log, "nothing to read anew");
    assert!(line.contains("WARN"), "{line}");
    assert_eq!(get(&running, "/healthz").body, b"ok\n");
}

#[test]
#[cfg(target_os = "linux")]
fn closed_terminal_ends_the_program_like_any_stop() {
    const NOCTTY: i32 = 0o400;
    let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
    grantpt(&terminal).unwrap();
    unlockpt(&terminal).unwrap();
    let name = ptsname(&terminal, Vec::new()).unwrap();
    let own: File = OpenOptions::new()
        .read(true)
        .write(true)
        .custom_flags(NOCTTY)
        .open(name.to_str().unwrap())
        .unwrap();
    let mut command = lectern(&["--listen", "127.0.0.1:0"]);
    command.stdin(own);
    let mut running = Running::start(command);
    drop(terminal);
    running.signal("HUP");
    let (status, _, log) = running.ended();
    assert_eq!(status.code(), Some(0));
    assert!(log.contains("stopped"), "{log}");
}

#[test]
fn saved_change_is_served() {
    let folder = site("saved", "Old words.");
    let running = watching(folder.path());
    let file = folder.0.join("a.md");
    until_it_says(&running, "Old words.");
    write(&file, document("Saved in place.")).unwrap();
    until_it_says(&running, "Saved in place.");
    // As editors do that fear to lose the old before they have the new.
    let draft = folder.0.join(".a.md.draft");
    write(&draft, document("Renamed to its place.")).unwrap();
    rename(&draft, &file).unwrap();
    until_it_says(&running, "Renamed to its place.");
    let other = document("Another.").replace("id = \"a\"", "id = \"b\"");
    write(folder.0.join("b.md"), other).unwrap();
    eventually("a new file is served", || {
        (get(&running, "/b").status == 200).then_some(())
    });
    remove_file(folder.0.join("b.md")).unwrap();
    eventually("a removed file is not", || {
        (get(&running, "/b").status == 404).then_some(())
    });
}

#[test]
fn folder_that_another_takes_the_place_of_is_served() {
    let folder = Folder::with("swapped", &[("keep", "")]);
    for (name, sentence) in [("first", "First words."), ("second", "Second words.")] {
        let release = folder.0.join(name);
        create_dir_all(release.join("pages")).unwrap();
        write(release.join("site.toml"), SITE).unwrap();
        write(release.join("pages/about.md"), ABOUT).unwrap();
        write(release.join("a.md"), document(sentence)).unwrap();
    }
    let (current, next) = (folder.0.join("current"), folder.0.join("next"));
    symlink("first", &current).unwrap();
    let running = watching(current.to_str().unwrap());
    until_it_says(&running, "First words.");
    symlink("second", &next).unwrap();
    rename(&next, &current).unwrap();
    until_it_says(&running, "Second words.");
    // What is there now is watched too, and may be replaced in its turn.
    write(folder.0.join("second/a.md"), document("Third words.")).unwrap();
    until_it_says(&running, "Third words.");
    rename(folder.0.join("second"), folder.0.join("old")).unwrap();
    rename(folder.0.join("first"), folder.0.join("second")).unwrap();
    until_it_says(&running, "First words.");
}

/// Of this the system does not tell: nothing changes in the folder itself.
#[test]
fn file_behind_a_link_is_watched() {
    let (folder, other) = (
        site("linked", "Old words."),
        Folder::with("other", &[("a", "")]),
    );
    let file = other.0.join("a");
    rename(folder.0.join("a.md"), &file).unwrap();
    symlink(&file, folder.0.join("a.md")).unwrap();
    let running = watching(folder.path());
    until_it_says(&running, "Old words.");
    write(&file, document("New words.")).unwrap();
    until_it_says(&running, "New words.");
}

#[test]
fn broken_content_leaves_the_last_good_site() {
    let folder = site("broken", "Good words.");
    let mut running = watching(folder.path());
    let file = folder.0.join("a.md");
    assert_eq!(body(&running, "/healthz"), "ok\n");
    write(&file, document("Bad words.[^none]")).unwrap();
    let told = eventually("the fault is told", || {
        let health = get(&running, "/healthz");
        assert_eq!(health.status, 200);
        let told = String::from_utf8(health.body).unwrap();
        (told != "ok\n").then_some(told)
    });
    assert!(
        told.starts_with("degraded: 1 error in the content since ")
            && told.ends_with(" GMT; the last good site is served\n"),
        "{told}"
    );
    assert!(body(&running, SECTION).contains("Good words."));
    write(&file, document("Mended words.")).unwrap();
    until_it_says(&running, "Mended words.");
    assert_eq!(body(&running, "/healthz"), "ok\n");
    running.signal("TERM");
    let (_, _, log) = running.ended();
    let told: Vec<&str> = log.lines().filter(|one| one.contains("ERROR")).collect();
    let [told] = told.as_slice() else {
        panic!("not one line: {log}");
    };
    assert!(
        told.contains("the last good site is still served"),
        "{told}"
    );
    assert!(
        told.contains("1 error, first ") && told.contains("a.md:"),
        "{told}"
    );
}

#[test]
fn folder_that_is_gone_leaves_the_last_good_site() {
    let folder = site("gone", "Good words.");
    let away = folder.0.with_extension("away");
    let running = watching(folder.path());
    rename(&folder.0, &away).unwrap();
    eventually("the fault is told", || {
        body(&running, "/healthz")
            .starts_with("degraded: ")
            .then_some(())
    });
    assert!(body(&running, SECTION).contains("Good words."));
    rename(&away, &folder.0).unwrap();
    eventually("all is well", || {
        (body(&running, "/healthz") == "ok\n").then_some(())
    });
}

/// Twenty times the content changes under clients that ask as fast as they can, on connections that they keep
/// and on new ones: each is answered, with one content or another.
#[test]
fn no_request_is_dropped_while_the_content_changes() {
    let folder = site("stream", "Words 0.");
    let running = Running::start(lectern(&[
        "--listen",
        "127.0.0.1:0",
        "--content",
        folder.path(),
    ]));
    let (is_over, answered) = (AtomicBool::new(false), AtomicUsize::new(0));
    let asks = |mut client: Client, keeps: bool| {
        while !is_over.load(Ordering::Relaxed) {
            let reply = client.get_if_kept(SECTION).expect("an answer");
            let page = String::from_utf8(reply.body.clone()).unwrap();
            assert_eq!(reply.status, 200, "{page}");
            assert!(
                page.contains("Words ") && page.trim_end().ends_with("</html>"),
                "{page}"
            );
            answered.fetch_add(1, Ordering::Relaxed);
            if !keeps {
                client = Client::to(running.address);
            }
        }
    };
    thread::scope(|scope| {
        let clients: Vec<_> = [true, true, false]
            .map(|keeps| scope.spawn(move || asks(Client::to(running.address), keeps)))
            .into();
        for round in 1..=20 {
            let before = answered.load(Ordering::Relaxed);
            let sentence = format!("Words {round}.");
            write(folder.0.join("a.md"), document(&sentence)).unwrap();
            running.signal("HUP");
            until_it_says(&running, &sentence);
            eventually("all go on", || {
                let now = answered.load(Ordering::Relaxed);
                (now > before + 3
                    || clients
                        .iter()
                        .any(std::thread::ScopedJoinHandle::is_finished))
                .then_some(())
            });
        }
        is_over.store(true, Ordering::Relaxed);
    });
}

/// Reloads are among what is counted.
#[test]
fn metrics_tell_of_good_and_failed_reloads() {
    let folder = site("counted", "Words 0.");
    let mut running = Running::start(lectern(&[
        "--listen",
        "127.0.0.1:0",
        "--metrics",
        "127.0.0.1:0",
        "--content",
        folder.path(),
    ]));
    let mut log = BufReader::new(running.child.stderr.take().unwrap());
    let line = line_of(&mut log, "metrics are at ");
    let (_, address) = line.split_once("http://").unwrap();
    let address = address.strip_suffix("/metrics").unwrap().parse().unwrap();
    let told = || {
        let mut client = Client::to(address);
        client.send(&request("GET", "/metrics", &[]));
        String::from_utf8(client.reply("GET").body).unwrap()
    };
    let until = |good: u8, failed: u8, is_good: u8| {
        let wanted = [
            format!("lectern_reloads_total{{outcome=\"good\"}} {good}\n"),
            format!("lectern_reloads_total{{outcome=\"failed\"}} {failed}\n"),
            format!("lectern_last_reload_successful {is_good}\n"),
        ];
        eventually("reloads are counted", || {
            let told = told();
            wanted.iter().all(|line| told.contains(line)).then_some(())
        });
    };
    until(0, 0, 1);
    running.signal("HUP");
    until(1, 0, 1);
    write(folder.0.join("a.md"), document("Bad words.[^none]")).unwrap();
    running.signal("HUP");
    until(1, 1, 0);
    write(folder.0.join("a.md"), document("Good words.")).unwrap();
    running.signal("HUP");
    until(2, 1, 1);
}

#[test]
fn content_built_in_cannot_be_watched() {
    let refused = output(&["--listen", "127.0.0.1:0", "--watch"]);
    assert_eq!(refused.status.code(), Some(2));
    let said = String::from_utf8(refused.stderr).unwrap();
    let expected = "error: --watch needs --content DIR: the content built in does not change\n";
    assert!(said.starts_with(expected), "{said}");
}

/// What has come on a connection once this is in it.
fn until_it_came(client: &mut Client, wanted: &str) -> String {
    let mut came = Vec::new();
    while !String::from_utf8_lossy(&came).contains(wanted) {
        let mut piece = [0; 1024];
        let count = client.stream.read(&mut piece).unwrap();
        assert_ne!(
            count,
            0,
            "closed after {:?}",
            String::from_utf8_lossy(&came)
        );
        came.extend_from_slice(&piece[..count]);
    }
    String::from_utf8(came).unwrap()
}

/// The version that a page has, if it awaits another.
fn version(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once(r#"<script src="/static/watch.js" data-version=""#)?;
    Some(rest.split_once('"')?.0)
}

#[test]
fn open_page_learns_that_it_has_changed() {
    let folder = site("events", "Old words.");
    let mut running = watching(folder.path());
    let page = body(&running, SECTION);
    let old = version(&page).unwrap();
    assert_eq!(version(&body(&running, "/nothing")), Some(old));
    let script = get(&running, "/static/watch.js");
    assert_eq!(script.status, 200);
    assert_eq!(script.header("cache-control"), Some("no-store"));
    assert_eq!(script.header("x-content-type-options"), Some("nosniff"));
    let mut client = Client::to(running.address);
    client.send(&request("GET", "/static/changes", &[]));
    let came = until_it_came(&mut client, &format!("data: {old}\n\n"));
    assert!(
        came.contains("content-type: text/event-stream\r\n"),
        "{came}"
    );
    write(folder.0.join("a.md"), document("New words.")).unwrap();
    let came = until_it_came(&mut client, "\n\n");
    until_it_says(&running, "New words.");
    let page = body(&running, SECTION);
    let new = version(&page).unwrap();
    assert_ne!(old, new);
    assert!(came.contains(&format!("data: {new}\n\n")), "{came}");
    // Who awaits a change does not hold the stop.
    running.signal("TERM");
    client.until_closed();
    let (status, _, log) = running.ended();
    assert_eq!(status.code(), Some(0));
    assert!(!log.contains("at the deadline"), "{log}");
}

#[test]
fn page_awaits_nothing_where_nobody_watches() {
    let folder = site("unwatched", "Words.");
    let running = Running::start(lectern(&[
        "--listen",
        "127.0.0.1:0",
        "--content",
        folder.path(),
    ]));
    assert!(!body(&running, SECTION).contains("watch"));
    assert_eq!(get(&running, "/static/watch.js").status, 404);
    assert_eq!(get(&running, "/static/changes").status, 404);
}

#[test]
fn watched_site_below_a_path_leads_to_its_own_script() {
    let folder = site("below", "Words.");
    let running = Running::start(lectern(&[
        "--listen",
        "127.0.0.1:0",
        "--watch",
        "--content",
        folder.path(),
        "--base-url",
        "https://example.org/texts/",
    ]));
    let page = body(&running, "/texts/a/sections/one");
    assert!(
        page.contains(r#"<script src="/texts/static/watch.js" "#),
        "{page}"
    );
    assert_eq!(get(&running, "/texts/static/watch.js").status, 200);
    assert_eq!(get(&running, "/static/watch.js").status, 404);
}
