//! Reads what the actors do, each clause held against the texts.

use std::collections::HashSet;
use std::ops::Range;

use super::passage::{passage, place};
use crate::content::diagnostics::{Fault, Sink, suggest};
use crate::content::toml::{Fields, Located};
use crate::library::{Act, ActKind, Actor, ActorId, Library, Part, Place, TextSpan};

/// The actors whose acts are read.
#[derive(Clone, Copy)]
pub struct KnownActors<'a> {
    pub actors: &'a [Actor],
    /// Whether each could be read: one that could not may be the one that an act names.
    pub complete: bool,
}

/// The acts, as they are read.
pub struct Acts<'a> {
    library: Option<&'a Library>,
    known: KnownActors<'a>,
    sink: Sink<'a>,
    read: Vec<Act>,
    /// The clauses that are marked so far, and for whom.
    marked: HashSet<(ActorId, Part, Range<usize>)>,
}

impl<'a> Acts<'a> {
    pub fn new(library: Option<&'a Library>, known: KnownActors<'a>, sink: Sink<'a>) -> Self {
        Self {
            library,
            known,
            sink,
            read: Vec::new(),
            marked: HashSet::new(),
        }
    }

    /// Reads one more; what is wrong with it is reported.
    pub fn read(&mut self, mut table: Fields<'_>) {
        let paragraph = table.text("paragraph");
        let words = table.text("words");
        let actor = table.text("actor");
        let kind = table.choice(
            "kind",
            "a kind of act: `commitment`, `recommendation`, `claim` or `prohibition`",
            &ActKind::ALL,
            ActKind::name,
        );
        let whole = table.span();
        table.finish();
        let actor = actor.and_then(|actor| self.actor(&actor));
        let span = paragraph.and_then(|paragraph| self.span(&paragraph, words.as_ref()));
        if let (Some(actor), Some(kind), Some(span)) = (actor, kind, span) {
            self.add(Act { actor, kind, span }, whole);
        }
    }

    fn actor(&self, slug: &Located<String>) -> Option<ActorId> {
        let actors = self.known.actors;
        let found = actors
            .iter()
            .find(|actor| actor.slug.as_str() == slug.value);
        if found.is_none() && self.known.complete {
            let fault = Fault::UnknownActor {
                slug: slug.value.clone(),
                near: suggest(&slug.value, actors.iter().map(|actor| actor.slug.as_str())),
            };
            self.sink.report_at(slug.span.clone(), fault);
        }
        found.map(|actor| actor.id)
    }

    /// Where the words stand; the reference is checked even where there are none.
    fn span(
        &self,
        paragraph: &Located<String>,
        words: Option<&Located<String>>,
    ) -> Option<TextSpan> {
        let library = self.library?;
        let place = place(library, paragraph, self.sink)?;
        if let Place::Section(id) = place {
            let fault = Fault::ActInSection(library[id].reference.to_string());
            self.sink.report_at(paragraph.span.clone(), fault);
            return None;
        }
        Some(passage(library, place, words?, self.sink)?.span)
    }

    fn add(&mut self, act: Act, whole: Range<usize>) {
        let TextSpan { part, range } = act.span.clone();
        if self.marked.insert((act.actor, part, range)) {
            self.read.push(act);
        } else if let Some(library) = self.library {
            let reference = library.reference(library.place_of(part));
            let fault = Fault::DuplicateAct(reference.to_string());
            self.sink.report_at(whole, fault);
        }
    }

    pub fn into_vec(self) -> Vec<Act> {
        self.read
    }
}
