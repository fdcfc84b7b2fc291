//! Where the texts come from: what is told of their issuers and publication, and their captures.

use serde_json::json;

use crate::support::{all, real, words};

/// A fact of the page about a document, a value each.
fn fact(path: &str, name: &str) -> Vec<String> {
    let page = real().page(path);
    let rows = all(&page, ".facts > div");
    let row = rows.into_iter().find(|row| {
        let mut names = row.child_elements();
        names.next().is_some_and(|first| words(first) == name)
    });
    let row = row.unwrap_or_else(|| panic!("{path} tells no “{name}”"));
    row.child_elements().skip(1).map(words).collect()
}

#[test]
fn joint_issuer_is_told_with_its_source_and_as_absent_from_our_copy() {
    let issuers = fact("/strategy", "Issued by");
    assert_eq!(issuers.len(), 2);
    assert!(issuers[0].starts_with("Ministry of Foreign Affairs"));
    let joint = "Cyberspace Administration of China (not named in our copy; source: Xinhua";
    assert!(issuers[1].starts_with(joint), "{}", issuers[1]);
    let data = real().data("/strategy.json");
    let told = &data["joint_issuers"][0];
    assert_eq!(told["name"], "Cyberspace Administration of China");
    assert!(told["source"].as_str().unwrap().starts_with("Xinhua"));
    assert_eq!(real().data("/research.json")["joint_issuers"], json!([]));
}

#[test]
fn volume_and_pages_are_said_to_be_those_of_the_chinese_version() {
    let venue = fact("/research", "Chinese version");
    let told = "Strategic Study of CAE, 2016, volume 18, issue 6, pages 13–16";
    assert_eq!(venue, [told]);
    let data = real().data("/research.json");
    assert_eq!(data["venue"]["version"], "Chinese version");
}
