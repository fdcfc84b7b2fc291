//! Addresses in pages, and links with their words.

use std::borrow::Cow;
use std::fmt;

use super::language::{InLanguage, SmartQuotes};
use super::routes::{Route, RoutePath};
use crate::library::{Language, Library};

/// The address of a route or of an element of its page; it is written when it is shown.
#[derive(Debug, Clone)]
pub struct Href<'a> {
    /// `None` for an element of the page on which the link stands.
    page: Option<RoutePath<'a>>,
    fragment: Option<Cow<'a, str>>,
}

impl<'a> Href<'a> {
    /// To a route of the site of this library.
    pub fn to(library: &'a Library, route: Route) -> Self {
        Self {
            page: Some(route.path(library)),
            fragment: None,
        }
    }

    /// To the element with this id on the page itself.
    pub fn here(id: impl Into<Cow<'a, str>>) -> Self {
        Self {
            page: None,
            fragment: Some(id.into()),
        }
    }

    /// The same page, at the element with this id.
    #[must_use]
    pub fn at(self, id: impl Into<Cow<'a, str>>) -> Self {
        Self {
            fragment: Some(id.into()),
            ..self
        }
    }
}

impl fmt::Display for Href<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(page) = &self.page {
            page.fmt(f)?;
        }
        match &self.fragment {
            Some(fragment) => write!(f, "#{fragment}"),
            None => Ok(()),
        }
    }
}

/// Where to go, and what it is called.
#[derive(Debug, Clone)]
pub struct Link<'a> {
    /// The address.
    pub href: Href<'a>,
    /// The words of the link, with the quotes of the source.
    pub label: Cow<'a, str>,
    /// The language of the text whose words they are; `None` for the editors' English.
    pub language: Option<&'a Language>,
}

impl<'a> Link<'a> {
    /// A link with these words.
    pub fn new(href: Href<'a>, label: impl Into<Cow<'a, str>>) -> Self {
        Self {
            href,
            label: label.into(),
            language: None,
        }
    }

    /// The same with words of a text in this language.
    #[must_use]
    pub fn in_language(self, language: impl Into<Option<&'a Language>>) -> Self {
        Self {
            language: language.into(),
            ..self
        }
    }

    /// Whether its words are in another language than pages.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        self.language.is_some_and(|language| !language.is_english())
    }

    /// Its words as they are shown.
    #[must_use]
    pub fn words(&self) -> SmartQuotes<&str, Option<&'a Language>> {
        SmartQuotes {
            text: &self.label,
            language: self.language,
        }
    }
}

impl InLanguage for Link<'_> {
    fn language(&self) -> Option<&Language> {
        self.language
    }
}
