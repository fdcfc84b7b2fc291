//! What is said of a handout that is not what was asked for.

use super::entry::{Entry, Passage};
use super::reading::Unread;
use crate::library::{Library, Place, list, pluralize, thousands};
use crate::site::context::RenderContext;
use crate::site::cut::shortened;
use crate::site::missing::said;

/// How much of what was typed is repeated to the reader.
const MOST_SHOWN: usize = 60;

/// Something that was asked for and is not on the handout as it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// This text could not be read.
    Unread(String, Unread),
    /// More than two passages were joined in this text.
    InARow(String),
    /// An entry was asked for twice.
    Repeated(Entry),
    /// The first entry stands in the second.
    Held(Entry, Entry),
    /// This passage stands in more than one place.
    Twice(Passage),
    /// This entry was left out, since a handout has at most so many words.
    TooManyWords(Entry, usize),
    /// So many references are read at the most, and this many were not.
    TooMany(usize, usize),
    /// The title is cut after so many characters.
    TitleCut(usize),
    /// The note is.
    NoteCut(usize),
}

impl Fault {
    /// What is said of it: sentences.
    pub fn says(&self, ctx: RenderContext<'_>) -> String {
        let library = ctx.library;
        let name = |entry: &Entry| entry_name(ctx, *entry);
        match self {
            Self::Unread(typed, why) => unread(ctx, &shortened(typed, MOST_SHOWN), why),
            Self::InARow(typed) => format!(
                "Only two passages can stand side by side: those of “{}” stand one after the other.",
                shortened(typed, MOST_SHOWN)
            ),
            Self::Twice(passage) => {
                format!("{} stands here more than once.", passage.name(ctx))
            }
            Self::Repeated(entry) => {
                format!(
                    "{} was asked for more than once and stands once.",
                    name(entry)
                )
            }
            Self::Held(inner, outer) => {
                format!(
                    "{} is part of {} and stands there.",
                    name(inner),
                    name(outer)
                )
            }
            Self::TooManyWords(entry, most) => format!(
                "{} was left out: with its {} the handout would have more than {}.",
                name(entry),
                pluralize(entry.word_count(library), "word"),
                thousands(*most),
            ),
            Self::TooMany(most, left_out) => format!(
                "A handout has at most {most} passages: the last {} not read.",
                match left_out {
                    1 => "reference was".to_owned(),
                    count => format!("{} were", pluralize(*count, "reference")),
                },
            ),
            Self::TitleCut(most) => format!("The title was cut after {most} characters."),
            Self::NoteCut(most) => {
                format!("The note was cut after {} characters.", thousands(*most))
            }
        }
    }
}

/// As a sentence names an entry: `Strategy II.2`, `Strategy II.2 with Paper 2.2.1`.
fn entry_name(ctx: RenderContext<'_>, entry: Entry) -> String {
    let names: Vec<String> = entry.passages().map(|one| one.name(ctx)).collect();
    names.join(" with ")
}

fn unread(ctx: RenderContext<'_>, typed: &str, why: &Unread) -> String {
    match why {
        Unread::Unknown => format!("“{typed}” names no section or paragraph here."),
        Unread::Missing(missing) => format!("There is no “{typed}”. {}", said(ctx, missing)),
        Unread::Several(places) => {
            let names = references(ctx.library, places);
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            format!("“{typed}” may mean {}: write one of them.", list(&names))
        }
    }
}

fn references(library: &Library, places: &[Place]) -> Vec<String> {
    let references = places.iter().map(|&place| library.reference(place));
    references.map(ToString::to_string).collect()
}
