//! What stands on a handout, of all that was asked for.

use std::borrow::Cow;

use super::entry::Entry;
use super::fault::Fault;
use super::reading::{Reader, Unread};
use super::selection::Selection;
use crate::library::Library;
use crate::search::Search;
use crate::site::routes::{
    HandoutFormat, HandoutHref, HandoutQuery, LONGEST_NOTE, LONGEST_TITLE, MOST_REFERENCES,
};

/// So many words stand on a handout: some thirty sheets.
const MOST_WORDS: usize = 12_000;

/// A handout: what stands on it, and what of the request does not.
pub struct Handout {
    /// What its host calls it; empty for no title.
    pub title: String,
    /// What its host says above the passages; empty for no note.
    pub note: String,
    /// In the order in which they were asked for.
    pub entries: Vec<Entry>,
    /// What was asked for and is not on it.
    pub faults: Vec<Fault>,
}

impl Handout {
    /// The handout that a query asks for.
    pub fn gather(library: &Library, search: &Search, query: &HandoutQuery) -> Self {
        let mut handout = Self {
            title: String::new(),
            note: String::new(),
            entries: Vec::new(),
            faults: Vec::new(),
        };
        handout.set_words(query);
        let reader = Reader { library, search };
        let mut texts = Vec::new();
        for text in &query.refs {
            let sides = reader.in_a_row(text);
            if sides.len() > 1 {
                handout.faults.push(Fault::InARow(text.clone()));
            }
            texts.extend(sides);
        }
        let (read, unread) = texts.split_at(texts.len().min(MOST_REFERENCES));
        let mut asked = Vec::new();
        for text in read {
            let found = reader.read(text);
            let faults = found.unread.into_iter();
            handout
                .faults
                .extend(faults.map(|(typed, why)| Fault::Unread(typed, why)));
            asked.extend(found.entry);
        }
        handout.take(library, &asked);
        if !unread.is_empty() {
            handout
                .faults
                .push(Fault::TooMany(MOST_REFERENCES, unread.len()));
        }
        handout
    }

    /// Takes what was asked for, but for what stands in something else, and what is too long.
    fn take(&mut self, library: &Library, asked: &[Entry]) {
        let selected = Selection::of(library, asked, MOST_WORDS);
        self.entries = selected.entries;
        self.faults.extend(selected.faults);
    }

    fn set_words(&mut self, query: &HandoutQuery) {
        for (text, most, fault) in [
            (&query.title, LONGEST_TITLE, Fault::TitleCut(LONGEST_TITLE)),
            (&query.note, LONGEST_NOTE, Fault::NoteCut(LONGEST_NOTE)),
        ] {
            if text.chars().nth(most).is_some() {
                self.faults.push(fault);
            }
        }
        self.title = query.title.chars().take(LONGEST_TITLE).collect();
        self.note = query.note.chars().take(LONGEST_NOTE).collect();
    }

    /// Whether all that is wrong is that the texts do not have what was named.
    pub fn is_missing(&self) -> bool {
        let is_missing = |fault: &Fault| matches!(fault, Fault::Unread(_, Unread::Missing(_)));
        !self.faults.is_empty() && self.faults.iter().all(is_missing)
    }

    /// Its title, or else what it is.
    pub fn shown_title(&self) -> &str {
        if self.title.is_empty() {
            "Handout"
        } else {
            &self.title
        }
    }

    /// The address of the same handout in a format, with the references as the library writes them.
    pub fn href<'a>(&'a self, library: &'a Library, format: HandoutFormat) -> HandoutHref<'a> {
        self.href_of(library, format, self.entries.iter())
    }

    /// The address of the handout without one of its entries; `None` where it is the only one.
    pub fn href_without<'a>(
        &'a self,
        library: &'a Library,
        entry: Entry,
    ) -> Option<HandoutHref<'a>> {
        let others = self.entries.iter().filter(|&&one| one != entry);
        (self.entries.len() > 1).then(|| self.href_of(library, HandoutFormat::Html, others))
    }

    fn href_of<'a, 'e>(
        &'a self,
        library: &'a Library,
        format: HandoutFormat,
        entries: impl Iterator<Item = &'e Entry>,
    ) -> HandoutHref<'a> {
        let refs = entries.map(|entry| Cow::Owned(entry.reference(library)));
        let refs: Vec<Cow<'a, str>> = refs.collect();
        HandoutHref::new(library, format, refs)
            .titled(self.title.as_str())
            .with_note(self.note.as_str())
    }
}
