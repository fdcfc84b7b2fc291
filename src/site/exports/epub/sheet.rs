//! What all pages of a book have around their content.

use crate::library::Language;

/// The facts that `exports/epub/base.xml` shows.
#[derive(Clone)]
pub struct Sheet<'a> {
    pub title: String,
    /// That of its words; `None` for the editors' English.
    pub language: Option<&'a Language>,
}

impl Sheet<'_> {
    /// The tag of its language.
    pub fn tag(&self) -> &str {
        self.language.map_or("en", Language::tag)
    }

    /// Whether its lines run from right to left.
    pub fn is_right_to_left(&self) -> bool {
        self.language.is_some_and(Language::is_right_to_left)
    }
}
