//! Where two sections are chosen to be compared, and the pairs that answer each other most.

use std::cmp::Reverse;

use askama::Template;

use super::compare::{link, name};
use super::compare_form::CompareForm;
use super::edition::Edition;
use super::link::Link;
use super::quotes::typographic;
use super::shell::{Head, Shell};
use crate::library::address;
use crate::library::pair::Pair;
use crate::library::reference::Reference;
use crate::library::section::Section;
use crate::library::{Library, counted};

/// How many of the strongest pairs are listed.
const MOST: usize = 12;

/// The page `/compare`.
#[derive(Template)]
#[template(path = "comparisons.html")]
pub struct CompareIndex {
    shell: Shell,
    title: &'static str,
    lead: String,
    /// What is wrong with a choice, if this answers one.
    fault: Option<String>,
    form: CompareForm,
    pairs: Vec<PairPart>,
}

struct PairPart {
    link: Link,
    first: Named,
    second: Named,
    links: String,
}

struct Named {
    colour: &'static str,
    title: String,
}

impl CompareIndex {
    /// The page; `pairs` are all that the concordance joins.
    pub fn new(edition: Edition<'_>, pairs: &[Pair<'_>]) -> Self {
        let library = edition.library;
        let lead = match pairs.len() {
            0 => "Any two sections in aligned rows, with the wording that both share.".to_owned(),
            count => format!(
                "Any two sections in aligned rows, with the editors’ links and the wording that \
                 both share. The editors link {}.",
                counted(count, "pair")
            ),
        };
        let head = Head {
            path: Some(address::COMPARE),
            title: Some("Compare two sections".to_owned()),
            description: lead.clone(),
            document: None,
            data: false,
        };
        let mut strongest: Vec<&Pair<'_>> = pairs.iter().collect();
        strongest.sort_by_key(|pair| Reverse(pair.weight));
        Self {
            shell: Shell::new(edition, head),
            title: "Compare two sections",
            lead,
            fault: None,
            form: CompareForm::new(library, None),
            pairs: strongest
                .into_iter()
                .take(MOST)
                .filter_map(|pair| part(library, pair))
                .collect(),
        }
    }

    /// The same as an answer to a choice that leads nowhere.
    pub fn faulty(edition: Edition<'_>, pairs: &[Pair<'_>], chosen: [&str; 2]) -> Self {
        let library = edition.library;
        let found = chosen.map(|name| {
            let found = library.resolve(&choice(name)?)?;
            Some(found.section)
        });
        let fault = match (chosen, found) {
            (["", _] | [_, ""], _) => "Two sections are needed for a comparison.".to_owned(),
            ([name, _], [None, _]) | ([_, name], [_, None]) => {
                let shown: String = name.chars().take(60).collect();
                format!("No text here has a section “{shown}”.")
            }
            (_, [Some(one), Some(_)]) => format!(
                "{} cannot be compared with itself: choose another section.",
                self::name(library, one)
            ),
        };
        let mut page = Self::new(edition, pairs);
        // An answer to a mistake is not the page of its address.
        page.shell.preview = None;
        Self {
            fault: Some(fault),
            form: match found {
                [Some(one), Some(other)] => CompareForm::new(library, Some((one, other))),
                _ => page.form,
            },
            ..page
        }
    }
}

/// The section that a choice means: as the form names it, or by its reference.
pub fn choice(name: &str) -> Option<Reference> {
    address::compared(name).or_else(|| Reference::parse(name))
}

fn part(library: &Library, pair: &Pair<'_>) -> Option<PairPart> {
    let named = |section: &Section| {
        let document = library.document(&section.reference.document);
        Named {
            colour: document.map_or("", |document| document.metadata.colour.name()),
            title: typographic(&section.title, None),
        }
    };
    Some(PairPart {
        link: link(library, pair)?,
        first: named(pair.first),
        second: named(pair.second),
        links: counted(pair.links, "link"),
    })
}
