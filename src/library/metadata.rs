//! What is known about a document besides its words.

use super::capture::{Capture, Printed, Repair};
use super::date::Date;
use super::language::Language;

/// The front matter of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    /// The full title.
    pub title: String,
    /// The name on chips and links: `Strategy`, `Paper`.
    pub short_title: String,
    /// The name in the middle of a sentence: `the strategy`, `the paper`.
    pub in_text: String,
    /// The title in Chinese, where it is certain.
    pub title_zh: Option<String>,
    /// The colour it is told by.
    pub colour: Colour,
    /// The language of its words.
    pub language: Language,
    /// The schema.org type it is described as.
    pub schema_type: String,
    /// What it is, in a word or two: `Government strategy`.
    pub genre: String,
    /// What it is, in the editors' one sentence.
    pub summary: String,
    /// Whether the summary is the text's own first sentence, since the editors wrote none.
    pub summary_is_own: bool,
    /// The editors' introduction, a paragraph each.
    pub introduction: Vec<String>,
    /// Who issued it, for a document without named authors.
    pub issuer: Option<String>,
    /// Who else issued it by what other sources say; its own source does not name them.
    pub joint_issuers: Vec<JointIssuer>,
    /// The authors, in order.
    pub authors: Vec<Author>,
    /// The affiliations that authors refer to.
    pub affiliations: Vec<Affiliation>,
    /// Whom to write to.
    pub corresponding: Option<Corresponding>,
    /// What paid for it.
    pub funding: Vec<String>,
    /// The keywords as printed.
    pub keywords: Vec<String>,
    /// The digital object identifier, without any prefix.
    pub doi: Option<String>,
    /// Where it was published.
    pub venue: Option<Venue>,
    /// When what happened to it, in the order of happening.
    pub dates: Vec<(Event, Date)>,
    /// The time of day of its posting, as printed.
    pub posted_time: Option<String>,
    /// Who holds which rights in the text.
    pub rights: String,
    /// Where the text comes from.
    pub provenance: String,
    /// Publication lines of the source that have no place in the text.
    pub printed: Vec<Printed>,
    /// The raw file that its text was made from, if the editors keep it.
    pub capture: Option<Capture>,
    /// What was done to it.
    pub repairs: Vec<Repair>,
}

impl Metadata {
    /// The language of one of its names, which may be the text's own or the editors' English: that of
    /// the text for its title and for what has letters of another script than English.
    #[must_use]
    pub fn language_of(&self, name: &str) -> Option<&Language> {
        let is_foreign = |sign: char| sign.is_alphabetic() && self.language.writes(sign);
        let is_own =
            *name == self.title || (!self.language.is_latin() && name.contains(is_foreign));
        is_own.then_some(&self.language)
    }

    /// The language of its summary.
    #[must_use]
    pub fn summary_language(&self) -> Option<&Language> {
        if self.summary_is_own {
            Some(&self.language)
        } else {
            self.language_of(&self.summary)
        }
    }
}

/// The colours that the style sheet has for documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// A red.
    Vermilion,
    /// A blue.
    Ink,
    /// A green.
    Moss,
    /// A purple.
    Plum,
    /// A blue green.
    Teal,
    /// A brown yellow.
    Ochre,
    /// A cool red.
    Rose,
    /// A blue grey.
    Slate,
}

impl Colour {
    /// Every colour, in the order in which documents take them that ask for none.
    pub const ALL: [Self; 8] = [
        Self::Vermilion,
        Self::Ink,
        Self::Moss,
        Self::Plum,
        Self::Teal,
        Self::Ochre,
        Self::Rose,
        Self::Slate,
    ];

    /// Its name in front matter and style sheet.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Vermilion => "vermilion",
            Self::Ink => "ink",
            Self::Moss => "moss",
            Self::Plum => "plum",
            Self::Teal => "teal",
            Self::Ochre => "ochre",
            Self::Rose => "rose",
            Self::Slate => "slate",
        }
    }
}

/// An issuer whom only other sources name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JointIssuer {
    /// The name.
    pub name: String,
    /// Who says so, in a sentence or two.
    pub source: String,
}

/// An author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The name as printed.
    pub name: String,
    /// The given name.
    pub given: String,
    /// The family name.
    pub family: String,
    /// The printed keys of the affiliations.
    pub affiliations: Vec<String>,
}

/// A place where authors work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Affiliation {
    /// The printed key.
    pub key: String,
    /// The name and address as printed.
    pub name: String,
}

/// The author who answers letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corresponding {
    /// The name as printed.
    pub author: String,
    /// What is said of them there.
    pub note: String,
    /// The address, shown but never made a link.
    pub email: String,
}

/// The journal or series of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Venue {
    /// Which version of the document stands there, where it is another: `Chinese version`.
    pub version: Option<String>,
    /// The name of the journal, not abbreviated.
    pub journal: String,
    /// The year of the volume.
    pub year: String,
    /// The volume.
    pub volume: String,
    /// The issue in the volume.
    pub issue: String,
    /// The pages, as printed: `013-016`.
    pub pages: Option<String>,
}

impl Venue {
    /// The pages as they are cited, without leading zeros: `13–16`.
    #[must_use]
    pub fn cited_pages(&self) -> Option<String> {
        let numbers = self.pages.as_ref()?.split(['-', '–']);
        let cited: Vec<&str> = numbers.map(|one| one.trim_start_matches('0')).collect();
        Some(cited.join("–"))
    }
}

/// What can happen to a document on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// It came to the journal.
    Received,
    /// Its authors revised it.
    Revised,
    /// It was put on a web site.
    Posted,
    /// It was published.
    Published,
}

impl Event {
    /// Every event, in the usual order.
    pub const ALL: [Self; 4] = [Self::Received, Self::Revised, Self::Posted, Self::Published];

    /// Its key in the front matter.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Revised => "revised",
            Self::Posted => "posted",
            Self::Published => "published",
        }
    }

    /// Its name on pages.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Received => "Received",
            Self::Revised => "Revised",
            Self::Posted => "Posted",
            Self::Published => "Published",
        }
    }
}
