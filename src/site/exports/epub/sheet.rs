//! What all pages of a book have around their content.

/// The facts that `exports/epub/base.xml` shows.
#[derive(Clone)]
pub struct Sheet<'a> {
    pub title: String,
    pub language: &'a str,
}
