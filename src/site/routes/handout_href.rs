//! The address of a handout.

use std::borrow::Cow;
use std::fmt;

use super::handout::{DOCUMENT, HandoutFormat, HandoutQuery, NOTE, REFS, TITLE};
use super::path::RoutePath;
use super::route::Route;
use crate::library::Library;

/// `/handout?refs=strategy/II.2.p1,research/2.2.1&title=Sovereignty`; it is written when it is shown.
#[derive(Debug, Clone)]
pub struct HandoutHref<'a> {
    page: RoutePath<'a>,
    refs: Vec<Cow<'a, str>>,
    title: Cow<'a, str>,
    note: Cow<'a, str>,
    document: Option<Cow<'a, str>>,
}

impl<'a> HandoutHref<'a> {
    /// Of the handout with these references.
    pub fn new(
        library: &'a Library,
        format: HandoutFormat,
        refs: impl IntoIterator<Item = impl Into<Cow<'a, str>>>,
    ) -> Self {
        Self {
            page: Route::Handout(format).path(library),
            refs: refs.into_iter().map(Into::into).collect(),
            title: "".into(),
            note: "".into(),
            document: None,
        }
    }

    /// Of what a query asks.
    #[must_use]
    pub fn of_query(library: &'a Library, format: HandoutFormat, query: &HandoutQuery) -> Self {
        Self::new(library, format, query.refs.iter().cloned())
            .titled(query.title.clone())
            .with_note(query.note.clone())
    }

    /// The same with a title.
    #[must_use]
    pub fn titled(self, title: impl Into<Cow<'a, str>>) -> Self {
        Self {
            title: title.into(),
            ..self
        }
    }

    /// The same with a note.
    #[must_use]
    pub fn with_note(self, note: impl Into<Cow<'a, str>>) -> Self {
        Self {
            note: note.into(),
            ..self
        }
    }

    /// The form in which passages of this document are added to it.
    #[must_use]
    pub fn choosing_from(self, document: impl Into<Cow<'a, str>>) -> Self {
        Self {
            document: Some(document.into()),
            ..self
        }
    }
}

impl fmt::Display for HandoutHref<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.page.fmt(f)?;
        let mut sign = '?';
        if let Some(document) = &self.document {
            write!(f, "{sign}{DOCUMENT}={}", Encoded(document))?;
            sign = '&';
        }
        if !self.refs.is_empty() {
            write!(f, "{sign}{REFS}=")?;
            for (nth, one) in self.refs.iter().enumerate() {
                let comma = if nth > 0 { "," } else { "" };
                write!(f, "{comma}{}", Encoded(one))?;
            }
            sign = '&';
        }
        for (key, text) in [(TITLE, &self.title), (NOTE, &self.note)] {
            if !text.is_empty() {
                write!(f, "{sign}{key}={}", Encoded(text))?;
                sign = '&';
            }
        }
        Ok(())
    }
}

/// A value of a query, in which references stay readable.
struct Encoded<'a>(&'a str);

impl fmt::Display for Encoded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.bytes().try_for_each(|byte| match byte {
            b' ' => write!(f, "+"),
            b'/' | b'.' | b'-' | b'_' | b'~' => write!(f, "{}", char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => write!(f, "{}", char::from(byte)),
            byte => write!(f, "%{byte:02X}"),
        })
    }
}
