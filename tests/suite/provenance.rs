//! Where the texts come from: what is told of their issuers and publication, and their captures.

use std::collections::BTreeSet;

use lectern::library::{Document, Part, RepairKind, Section};
use lectern::study::captured::{CapturedLine, Fate, captured_lines};
use scraper::Html;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::support::{all, all_in, attribute, embedded, real, scholarly, sound, the, words};

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

/// The letters and digits of a text.
fn letters(text: &str) -> String {
    text.chars().filter(|one| one.is_alphanumeric()).collect()
}

/// The lines of a document's capture.
fn lines(document: &Document) -> Vec<CapturedLine<'_>> {
    let capture = document.metadata.capture.as_ref().unwrap();
    captured_lines(real().library(), document, capture)
}

#[test]
fn every_line_that_was_kept_leads_to_the_parts_with_its_words_in_order() {
    let library = real().library();
    for document in library.documents() {
        let mut taken: Vec<Part> = Vec::new();
        for line in lines(document) {
            let is_gone = matches!(
                line.fate,
                Fate::Blank | Fate::Repaired(RepairKind::Drop | RepairKind::Move)
            );
            assert_eq!(line.parts.is_empty(), is_gone, "line {}", line.number);
            let parts = line.parts.iter();
            let own: String = parts
                .map(|&part| letters(&library.prose(part).text))
                .collect();
            assert!(
                own.contains(&letters(line.text)) || is_gone,
                "{}",
                line.text
            );
            taken.extend(&line.parts);
        }
        taken.dedup();
        let sections = library[document.sections].iter();
        let parts: Vec<Part> = sections.flat_map(Section::parts).collect();
        assert_eq!(taken, parts, "every part comes from a line, in order");
    }
}

#[test]
fn repair_of_some_lines_of_a_range_is_told_of_those_alone() {
    let library = real().library();
    let fate = |document: usize, number: usize| {
        let document = &library.documents()[document];
        lines(document)[number - 1].fate
    };
    // A heading and the paragraph below it, in a range whose headings have new levels.
    assert_eq!(fate(0, 81), Fate::Repaired(RepairKind::Mark));
    assert_eq!(fate(0, 83), Fate::Kept);
    // Two paragraphs of 3.6, of which only the first has a run-in label.
    assert_eq!(fate(1, 111), Fate::Repaired(RepairKind::Join));
    assert_eq!(fate(1, 115), Fate::Kept);
    assert_eq!(fate(1, 119), Fate::Repaired(RepairKind::Mark));
}

#[test]
fn page_of_a_capture_shows_every_line_that_is_not_blank_as_it_is() {
    for document in real().library().documents() {
        let path = format!("/{}/capture", document.slug);
        let page = real().page(&path);
        let capture = document.metadata.capture.as_ref().unwrap();
        let written = capture.lines().filter(|(_, text)| !text.trim().is_empty());
        let shown: Vec<(String, String)> = all(&page, ".captured li")
            .into_iter()
            .map(|line| {
                let text = line.child_elements().next().unwrap();
                let text = text.text().collect::<String>();
                (attribute(line, "id").to_owned(), text)
            })
            .collect();
        let expected: Vec<(String, String)> = written
            .map(|(number, text)| (format!("line-{number}"), text.to_owned()))
            .collect();
        assert_eq!(shown, expected);
        let hash = Sha256::digest(capture.text.as_bytes());
        let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(words(the(&page, ".captured code")), hash);
        assert_eq!(real().data(&format!("{path}.json"))["sha256"], hash);
    }
}

#[test]
fn every_repair_leads_to_its_first_line() {
    for document in real().library().documents() {
        let page = real().page(&format!("/{}", document.slug));
        let links = all(&page, "[aria-labelledby='site-repairs'] td a");
        let links: Vec<&str> = links.iter().map(|link| attribute(*link, "href")).collect();
        let repairs = document.metadata.repairs.iter();
        let expected: Vec<String> = repairs
            .map(|repair| format!("/{}/capture#line-{}", document.slug, repair.first))
            .collect();
        assert_eq!(links, expected);
    }
}

#[test]
fn document_without_a_capture_has_no_page_of_one() {
    let paths: Vec<&String> = scholarly().resources().keys().collect();
    assert!(paths.iter().all(|path| !path.contains("capture")));
    assert!(scholarly().site.resolve("/house/capture").is_none());
}

#[test]
fn licence_and_contact_stand_at_the_foot_and_in_the_data() {
    let foot = |page: &Html| -> Vec<(String, String)> {
        let links = all(page, ".foot > p:last-child a").into_iter();
        links
            .map(|link| (words(link), attribute(link, "href").to_owned()))
            .collect()
    };
    let link = |words: &str, href: &str| (words.to_owned(), href.to_owned());
    let ours = foot(&real().page("/about"));
    assert_eq!(
        ours,
        [
            link("Edition 2", "/editions"),
            link("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ]
    );
    let small = foot(&sound().page("/about"));
    assert_eq!(
        small,
        [
            link("Edition 1", "/editions"),
            link("CC0", "https://example.org/cc0"),
            link("Report an error", "mailto:tests@example.org"),
        ]
    );
    for path in [
        "/strategy.json",
        "/concordance.json",
        "/terms/icann.json",
        "/actors.json",
    ] {
        let license = &real().data(path)["license"];
        assert_eq!(license["name"], "CC BY 4.0", "{path}");
        assert_eq!(license["covers"], "the work of the editors, not the texts");
    }
    assert!(scholarly().data("/house.json").get("license").is_none());
}

#[test]
fn newest_edition_is_this_one_and_tells_its_figures() {
    let library = embedded();
    let numbers: Vec<&str> = library
        .editions
        .iter()
        .map(|one| one.number.as_str())
        .collect();
    assert_eq!(numbers, ["2", "1"]);
    let page = real().page("/editions");
    let ids: BTreeSet<&str> = all(&page, "main h2")
        .iter()
        .map(|one| attribute(*one, "id"))
        .collect();
    assert_eq!(ids, BTreeSet::from(["edition-1", "edition-2"]));
    let links = library.links();
    let across = links.iter().filter(|link| library.crosses(link)).count();
    let counts = [
        links.len(),
        across,
        library.silences().len(),
        library.terms().len(),
    ];
    let tables = all(&page, "main table");
    let [figures, coverage] = tables.as_slice() else {
        panic!("{} tables", tables.len());
    };
    let last_cells = |table| {
        let rows = all_in(table, "tbody tr").into_iter();
        let cells = rows.map(|row| words(row.child_elements().last().unwrap()));
        cells.collect::<Vec<String>>()
    };
    assert_eq!(last_cells(*figures), counts.map(|count| count.to_string()));
    let data = real().data("/concordance.json");
    for (column, [document, other]) in [["strategy", "research"], ["research", "strategy"]]
        .into_iter()
        .enumerate()
    {
        let tally = &data["coverage"][document][other];
        let count = |name: &str| tally[name].as_u64().unwrap();
        let quoted = (count("words_quoted") * 200 + count("words")) / (count("words") * 2);
        let sorts = ["close", "clear", "loose", "differs", "none", "paragraphs"];
        let counted = sorts.map(|name| count(name).to_string());
        let counted = counted.into_iter().chain([format!("{quoted}%")]);
        let rows = all_in(*coverage, "tbody tr").into_iter();
        let told = rows.map(|row| words(row.child_elements().nth(column + 1).unwrap()));
        assert_eq!(
            told.collect::<Vec<String>>(),
            counted.collect::<Vec<String>>(),
            "{document}"
        );
    }
}
