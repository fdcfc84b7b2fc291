//! Editors' notes, below or beside what they explain.

use super::annotated::Annotated;
use super::html::ProseHtml;
use super::notes::NoteSign;
use crate::library::{Library, Place, Prose};
use crate::site::href::Href;
use crate::site::html::Html;

/// A note. The macro of `text/notes.html` shows a list of them.
pub struct NotePart {
    /// The id of the element that holds what it explains; its own and its sign's begin with it.
    pub owner: String,
    pub sign: NoteSign,
    pub words: Html<ProseHtml>,
}

impl NotePart {
    /// The notes of a prose that stands in the element with the id `owner`; `place` says where the
    /// sections and paragraphs are that they link to.
    pub fn of<'a>(
        library: &'a Library,
        prose: &Prose,
        owner: &str,
        place: &dyn Fn(Place) -> Href<'a>,
    ) -> Vec<Self> {
        let notes = prose.notes.iter().enumerate().map(|(nth, note)| {
            let body = Annotated::from(&note.body);
            Self {
                owner: owner.to_owned(),
                sign: NoteSign::of(prose, nth),
                words: Html(ProseHtml::new(library, &body, owner, place)),
            }
        });
        notes.collect()
    }
}
