//! What Prometheus is told.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;

use crate::command_line::{Running, lectern, output};
use crate::support::style;
use crate::wire::{Client, Reply, eventually, request};

/// A server of the content built in, and where its metrics are.
struct Counted {
    running: Running,
    metrics: SocketAddr,
}

impl Counted {
    fn start(options: &[&str]) -> Self {
        let own = ["--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0"];
        let mut running = Running::start(lectern(&[&own[..], options].concat()));
        let log = BufReader::new(running.child.stderr.take().unwrap());
        let mut lines = log.lines().map(Result::unwrap);
        let told = lines.find_map(|line| {
            let (_, rest) = line.split_once("metrics are at http://")?;
            Some(rest.strip_suffix("/metrics")?.to_owned())
        });
        // The log is read to its end, or it would be lost and told to be.
        std::thread::spawn(move || lines.for_each(drop));
        Self {
            running,
            metrics: told.unwrap().parse().unwrap(),
        }
    }

    fn ask(&self, method: &str, path: &str, headers: &[&str]) -> Reply {
        let headers = [headers, &["Connection: close"]].concat();
        let mut client = Client::to(self.running.address);
        client.send(&request(method, path, &headers));
        client.reply(method)
    }

    fn scrape(&self, method: &str, path: &str) -> Reply {
        let mut client = Client::to(self.metrics);
        client.send(&request(method, path, &[]));
        client.reply(method)
    }

    fn told(&self) -> String {
        String::from_utf8(self.scrape("GET", "/metrics").body).unwrap()
    }
}

/// The value of a sample, by its name with its labels.
fn value(told: &str, sample: &str) -> u64 {
    let mut lines = told.lines();
    let value = lines.find_map(|line| line.strip_prefix(sample)?.strip_prefix(' '));
    value.unwrap_or("0").parse().unwrap()
}

/// The same text where what depends on the machine and the clock is left out.
fn without_times(told: &str) -> String {
    let lines = told.lines().map(|line| {
        let (sample, _) = line.rsplit_once(' ').unwrap();
        let is_sample = !line.starts_with('#');
        let depends = sample.contains("_seconds") && !sample.contains("_count");
        let depends = depends && !sample.contains("+Inf");
        if is_sample && depends {
            format!("{sample} …\n")
        } else if sample.starts_with("lectern_build_info") {
            "lectern_build_info{version=\"…\"} 1\n".to_owned()
        } else {
            format!("{line}\n")
        }
    });
    lines.collect()
}

#[test]
fn requests_are_told_by_kind_and_status() {
    // No page is kept, so that none is made that nobody asked for.
    let counted = Counted::start(&["--cache-mb", "0"]);
    let asked = [
        ("GET", "/", 200),
        ("GET", "/about", 200),
        ("HEAD", "/about", 200),
        ("POST", "/about", 405),
        ("GET", "/strategy/II.2.json", 308),
        ("GET", "/strategy/principles/sovereignty.json", 200),
        ("OPTIONS", "/strategy/principles/sovereignty.json", 204),
        ("GET", "/search", 200),
        ("GET", "/search?q=privacy", 200),
        ("GET", "/search.json?q=sovereignty", 200),
        ("GET", "/search/suggest?q=pri", 200),
        ("GET", style(), 200),
        ("GET", "/healthz", 200),
        ("GET", "/nothing", 404),
        ("GET", "/static/changes", 404),
    ];
    for (method, path, status) in asked {
        assert_eq!(counted.ask(method, path, &[]).status, status, "{path}");
    }
    let mut client = Client::to(counted.running.address);
    client.send("GET /about HTTP/1.1\r\n\r\n");
    assert_eq!(client.reply("GET").status, 400);
    drop(client);
    let told = eventually("all connections have ended", || {
        let told = counted.told();
        (value(&told, "lectern_connections_open") == 0).then_some(told)
    });
    assert_well_formed(&told);
    insta::assert_snapshot!("metrics", without_times(&told));
    let held = counted.ask("GET", "/about", &[]);
    let tag = format!("If-None-Match: {}", held.header("etag").unwrap());
    assert_eq!(counted.ask("GET", "/about", &[&tag]).status, 304);
    let told = counted.told();
    let sample = "lectern_requests_total{route=\"page\",status=\"304\"}";
    assert_eq!(value(&told, sample), 1, "{told}");
}

#[test]
fn pages_that_are_ready_are_told() {
    let counted = Counted::start(&[]);
    for _ in 0..3 {
        assert_eq!(counted.ask("GET", "/about", &[]).status, 200);
    }
    let told = counted.told();
    assert_eq!(value(&told, "lectern_page_cache_misses_total"), 1, "{told}");
    assert_eq!(value(&told, "lectern_page_cache_hits_total"), 2, "{told}");
    assert_eq!(value(&told, "lectern_page_cache_limit_bytes"), 256 << 20);
    assert!(value(&told, "lectern_page_cache_entries") >= 1, "{told}");
    assert!(value(&told, "lectern_page_cache_bytes") >= 1000, "{told}");
}

#[test]
fn metrics_are_at_their_own_address_alone() {
    let counted = Counted::start(&[]);
    let scraped = counted.scrape("GET", "/metrics");
    let media_type = scraped.header("content-type");
    assert_eq!(media_type, Some("text/plain; version=0.0.4; charset=utf-8"));
    assert_eq!(counted.scrape("HEAD", "/metrics").status, 200);
    assert_eq!(counted.scrape("GET", "/about").status, 404);
    let refused = counted.scrape("POST", "/metrics");
    assert_eq!(refused.status, 405);
    assert_eq!(refused.header("allow"), Some("GET, HEAD"));
    assert_eq!(counted.ask("GET", "/metrics", &[]).status, 404);
}

#[test]
fn address_of_the_metrics_that_is_taken_is_told() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let refused = output(&["--listen", "127.0.0.1:0", "--metrics", &address]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(
        String::from_utf8(refused.stderr).unwrap(),
        format!(
            "error: cannot listen on {address}: address already in use; choose another with --metrics\n"
        )
    );
}

/// Holds a text against the rules of the format: every sample belongs to a family that was told before, with
/// its meaning and its sort; samples are told once, and the buckets of a histogram add up.
fn assert_well_formed(told: &str) {
    let mut sorts: BTreeMap<&str, &str> = BTreeMap::new();
    let mut meant = "";
    let mut family = "";
    let mut samples: BTreeMap<&str, f64> = BTreeMap::new();
    assert!(told.ends_with('\n'));
    for line in told.lines() {
        if let Some(help) = line.strip_prefix("# HELP ") {
            let (name, words) = help.split_once(' ').unwrap();
            assert!(words.ends_with('.'), "{line}");
            meant = name;
        } else if let Some(sort) = line.strip_prefix("# TYPE ") {
            let (name, sort) = sort.split_once(' ').unwrap();
            assert_eq!(name, meant, "{line}");
            assert!(["counter", "gauge", "histogram"].contains(&sort), "{line}");
            assert_eq!(name.ends_with("_total"), sort == "counter", "{line}");
            assert!(sorts.insert(name, sort).is_none(), "{line}");
            family = name;
        } else {
            let (sample, value) = line.rsplit_once(' ').unwrap();
            let name = sample.split('{').next().unwrap();
            let part = name.strip_prefix(family).unwrap();
            match sorts[family] {
                "histogram" => assert!(["_bucket", "_sum", "_count"].contains(&part), "{line}"),
                _ => assert_eq!(part, "", "{line}"),
            }
            assert_labels(&sample[name.len()..]);
            let value = value.parse().unwrap();
            assert!(samples.insert(sample, value).is_none(), "{line}");
        }
    }
    assert!(sorts.len() > 15 && samples.len() > sorts.len());
    let counts = samples.iter().filter_map(|(sample, count)| {
        let (name, label) = sample.split_once("_count{")?;
        Some((name, label.strip_suffix('}')?, *count))
    });
    for (name, label, count) in counts {
        let begin = format!("{name}_bucket{{{label},le=\"");
        let buckets = samples.iter().filter_map(|(sample, value)| {
            let bound = sample.strip_prefix(&begin)?.strip_suffix("\"}")?;
            let bound = bound.replace("+Inf", "inf");
            Some((bound.parse::<f64>().unwrap(), *value))
        });
        let mut buckets: Vec<(f64, f64)> = buckets.collect();
        buckets.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert!(buckets.is_sorted_by(|a, b| a.1 <= b.1), "{name} {label}");
        assert_eq!(
            buckets.last(),
            Some(&(f64::INFINITY, count)),
            "{name} {label}"
        );
    }
}

/// `{route="page",status="200"}`, or nothing.
fn assert_labels(labels: &str) {
    if labels.is_empty() {
        return;
    }
    let inside = labels
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'));
    for label in inside.unwrap().split(',') {
        let (name, value) = label.split_once('=').unwrap();
        assert!(
            name.bytes().all(|byte| byte.is_ascii_lowercase()),
            "{label}"
        );
        let value = value
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'));
        assert!(!value.unwrap().contains(['"', '\\']), "{label}");
    }
}
