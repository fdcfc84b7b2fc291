//! All editions of the site, the newest first.

use std::cmp::Reverse;
use std::ops::Range;

use crate::content::diagnostics::{Problem, Sink, guarded};
use crate::content::text::{PendingLink, read_edition};
use crate::content::text_files::TextFiles;
use crate::library::{Edition, Settings};

/// What the editions changed.
#[derive(Default)]
pub struct Editions {
    pub newest_first: Vec<Edition>,
    /// Their links, in the order of their targets.
    pub links: Vec<PendingLink>,
    /// Whether one could not be read, so that the newest may be missing.
    is_damaged: bool,
}

/// Reads all editions, whose targets count from `first_target`.
pub fn read_editions(files: &TextFiles<'_>, first_target: usize) -> Editions {
    let mut read = Editions::default();
    for (number, file) in files.editions() {
        let first = first_target + read.links.len();
        let draft = guarded(file.sink, || read_edition(file.text, first, file.sink));
        let Some(draft) = draft else {
            read.is_damaged = true;
            continue;
        };
        read.newest_first.push(Edition {
            number: number.to_owned(),
            date: draft.date,
            title: draft.title,
            description: draft.description,
            sections: draft.sections,
        });
        read.links.extend(draft.links);
    }
    read.newest_first
        .sort_by_key(|edition| Reverse(edition.date));
    read
}

impl Editions {
    /// Reports at this place of `site.toml` that the site's own edition is not the newest one told of.
    pub fn check_own(&self, settings: &Settings, place: &Range<usize>, site_sink: Sink<'_>) {
        let Some(newest) = self.newest_first.first() else {
            return;
        };
        let is_own = newest.number == settings.edition && newest.date == settings.edition_date;
        if !is_own && !self.is_damaged {
            let problem = Problem::OtherEdition {
                edition: settings.edition.clone(),
                date: settings.edition_date.to_string(),
                newest: format!("{} of {}", newest.number, newest.date),
            };
            site_sink.report_at(place.clone(), problem);
        }
    }
}
