//! The concordance as a whole: how the texts speak to each other, and where they do not.

use askama::Template;

use super::edition::Edition;
use super::ledger::Ledger;
use super::pairs::{self, Pairs};
use super::shell::{DataLink, Head, Shell};
use crate::library::address;
use crate::library::counted;

/// The distance of the diagram's rows: two lines of a title.
const ROW: f64 = 30.0;

/// The page.
#[derive(Template)]
#[template(path = "concordance.html")]
pub struct ConcordancePage {
    shell: Shell,
    links: String,
    silences: Option<String>,
    method: Option<String>,
    pairs: Vec<Pairs>,
    ledgers: Vec<Ledger>,
}

impl ConcordancePage {
    /// The concordance of this edition.
    pub fn new(edition: Edition<'_>) -> Self {
        let library = edition.library;
        let head = Head {
            path: Some(address::CONCORDANCE),
            title: Some("Concordance".to_owned()),
            description: "How the texts speak to each other, section by section, and which \
                          paragraphs have no counterpart."
                .to_owned(),
            document: None,
            data: false,
        };
        let mut shell = Shell::new(edition, head);
        shell.data = vec![DataLink {
            media_type: "application/json",
            href: format!("{}.json", address::CONCORDANCE),
            label: "JSON",
        }];
        let silences = library.concordance.silences.len();
        Self {
            shell,
            links: counted(library.concordance.links.len(), "link"),
            silences: (silences > 0).then(|| counted(silences, "silence")),
            method: library
                .pages
                .iter()
                .find(|page| page.slug.as_str() == "method")
                .map(address::page),
            pairs: pairs::all(edition, ROW, "How the sections speak to each other", |_| {
                true
            }),
            ledgers: (0..library.documents.len())
                .map(|at| Ledger::new(edition, at))
                .filter(|ledger| ledger.total.paragraphs > 0)
                .collect(),
        }
    }
}
