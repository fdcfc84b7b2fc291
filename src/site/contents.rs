//! The contents of a document: all of it, or opened where a page stands.

use askama::Template;

use super::quotes::typographic;
use crate::library::address;
use crate::library::document::Document;

/// The contents of a document, with the place of the page in it.
#[derive(Template)]
#[template(path = "parts/contents.html")]
pub struct Contents {
    entries: Vec<ContentsEntry>,
}

struct ContentsEntry {
    number: Option<String>,
    title: String,
    href: String,
    current: bool,
    children: String,
}

/// Which part of the tree is shown, and where its links lead.
#[derive(Clone, Copy)]
enum View {
    /// All of it, linking to the sections' pages.
    Whole,
    /// All of it, linking to places on the page itself.
    Inside,
    /// What is above, beside and below the section at this place, linking to the sections' pages.
    Around(usize),
}

impl Contents {
    /// The whole tree.
    pub fn whole(document: &Document) -> Self {
        Self::level(document, document.roots(), View::Whole)
    }

    /// The whole tree, on the page that shows the whole text.
    pub fn inside(document: &Document) -> Self {
        Self::level(document, document.roots(), View::Inside)
    }

    /// The tree, opened where the section at this place stands.
    pub fn around(document: &Document, at: usize) -> Self {
        Self::level(document, document.roots(), View::Around(at))
    }

    /// The tree below the section at this place, on that section's page.
    pub fn below(document: &Document, at: usize) -> Self {
        let children = document.sections[at].children.iter().copied();
        Self::level(document, children, View::Inside)
    }

    fn level(document: &Document, places: impl Iterator<Item = usize>, view: View) -> Self {
        let entries = places.map(|at| Self::entry(document, at, view)).collect();
        Self { entries }
    }

    fn entry(document: &Document, at: usize, view: View) -> ContentsEntry {
        let section = &document.sections[at];
        let opened = match view {
            View::Whole | View::Inside => true,
            View::Around(current) => document.subtree(at).contains(&current),
        };
        let children = section.children.iter().copied().filter(|_| opened);
        let children = Self::level(document, children, view);
        ContentsEntry {
            number: section.number.as_deref().map(short_number),
            title: typographic(&section.title, None),
            href: match view {
                View::Inside => format!("#{}", section.reference.fragment()),
                View::Whole | View::Around(_) => address::section(section),
            },
            current: matches!(view, View::Around(current) if current == at),
            children: if children.is_empty() {
                String::new()
            } else {
                children.to_string()
            },
        }
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// A number without the word before it and the stop after it: `II` for `Chapter II`.
fn short_number(number: &str) -> String {
    let last = number.rsplit(' ').next().unwrap_or(number);
    last.trim_end_matches('.').to_owned()
}
