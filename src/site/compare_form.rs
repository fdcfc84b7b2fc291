//! The form that opens the comparison of any two sections.

use askama::Template;

use super::quotes::typographic;
use crate::library::Library;
use crate::library::address;
use crate::library::document::Document;
use crate::library::section::Section;

/// Two choices among all sections, by document.
#[derive(Template)]
#[template(path = "parts/compare_form.html")]
pub struct CompareForm {
    action: &'static str,
    choices: Vec<Choice>,
}

struct Choice {
    /// The key in the query: `first`, `second`.
    name: &'static str,
    label: &'static str,
    groups: Vec<Group>,
}

struct Group {
    label: String,
    sections: Vec<Entry>,
}

struct Entry {
    value: String,
    label: String,
    chosen: bool,
}

impl CompareForm {
    /// The form with these two chosen, else the first of the first and of the last document.
    pub fn new(library: &Library, chosen: Option<(&Section, &Section)>) -> Self {
        let (one, other) = match chosen {
            Some((one, other)) => (Some(one), Some(other)),
            None => (
                opening(library.documents.first()),
                opening(library.documents.last()),
            ),
        };
        Self {
            action: address::COMPARE,
            choices: vec![
                choice(library, "first", "First section", one),
                choice(library, "second", "Second section", other),
            ],
        }
    }
}

fn opening(document: Option<&Document>) -> Option<&Section> {
    document.and_then(|document| document.sections.first())
}

fn choice(
    library: &Library,
    name: &'static str,
    label: &'static str,
    chosen: Option<&Section>,
) -> Choice {
    let groups = library.documents.iter().map(|document| Group {
        label: document.metadata.short_title.clone(),
        sections: document
            .sections
            .iter()
            .map(|section| Entry {
                value: address::compared_name(section),
                label: label_of(section),
                chosen: chosen.is_some_and(|chosen| chosen.reference == section.reference),
            })
            .collect(),
    });
    Choice {
        name,
        label,
        groups: groups.collect(),
    }
}

fn label_of(section: &Section) -> String {
    let label = match section.number {
        Some(_) => format!("{} {}", section.reference.section, section.title),
        None => section.title.clone(),
    };
    typographic(&label, None)
}
