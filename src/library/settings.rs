//! What `site.toml` says of the site as a whole.

use std::borrow::Cow;

use super::date::Date;
use super::id::{KindId, PageId};

/// The site's own words and choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The site's name.
    pub title: String,
    /// The heading of the home page.
    pub tagline: String,
    /// What the site is, in a sentence or two.
    pub description: String,
    /// The number of this edition of the editors' work.
    pub edition: String,
    /// The day of this edition.
    pub edition_date: Date,
    /// Who the editors are.
    pub editors: String,
    /// The licence of the editors' work; the texts keep their own rights.
    pub license: Option<License>,
    /// Where to report an error: a web or mail address.
    pub contact: Option<String>,
    /// Whom to tell of a hole in the site's security.
    pub security: Option<Security>,
    /// What readers should know of the texts where pages compare their words: that they are
    /// translations, say.
    pub wording_note: Option<String>,
    /// The kind of section that the header leads to, in all documents side by side.
    pub compare_kind: KindId,
    /// The pages of the editors' that the header leads to; the footer leads to the others.
    pub nav: Vec<PageId>,
    /// Queries that show what the search box takes.
    pub searches: Vec<String>,
}

impl Settings {
    /// "The editors of …" reads on in the middle of a sentence as "the editors of …".
    #[must_use]
    pub fn editors_in_sentence(&self) -> Cow<'_, str> {
        match self.editors.strip_prefix("The ") {
            Some(rest) => format!("the {rest}").into(),
            None => self.editors.as_str().into(),
        }
    }
}

/// A licence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct License {
    /// Its usual name: `CC BY 4.0`.
    pub name: String,
    /// The web address of its text.
    pub url: String,
}

/// Whom to tell of a hole in the site's security, as RFC 9116 has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Security {
    /// Web, mail or telephone addresses, the preferred one first; at least one.
    pub contacts: Vec<String>,
    /// The day from which this is not to be relied on.
    pub expires: Date,
}
