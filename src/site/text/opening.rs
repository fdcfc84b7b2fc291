//! How a section begins, for listings and descriptions.

use std::borrow::Cow;

use crate::library::{Library, Section};
use crate::site::cut::shortened;

/// The first words of a section, at most so many characters of them, with the quotes of the source;
/// where it has no paragraph of its own, the titles of the sections below it.
pub fn opening<'a>(library: &'a Library, section: &Section, most: usize) -> Cow<'a, str> {
    let Some(first) = library[section.paragraphs].first() else {
        let titles = section.children.iter().map(|&child| &library[child].title);
        return titles
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join("; ")
            .into();
    };
    shortened(&first.prose.text, most)
}
