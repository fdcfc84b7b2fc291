//! Actors, and the rules by which a sentence calls on one to act.

use crate::library::id::{ActorId, IdMap};
use crate::library::reference::Slug;

/// Who acts in the texts, and how a sentence says so. Every list holds phrases without case.
///
/// A sentence is counted for an actor where one of the actor's forms, not after a word of
/// `not_after`, is followed by a verb phrase, with nothing in between but `adverbs`. A sentence that
/// begins with a pronoun and a verb phrase is counted for the actor of the sentence before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Actors {
    /// The actors, in the order in which pages list them.
    pub actors: IdMap<ActorId, Actor>,
    /// Verb phrases by which an actor is called on to act: "should".
    pub told: Vec<String>,
    /// Verb phrases by which an actor undertakes to act: "will".
    pub undertakes: Vec<String>,
    /// Words that may stand before or inside the verb phrase: "firmly".
    pub adverbs: Vec<String>,
    /// Words after which a form is not the subject: "of", "with".
    pub not_after: Vec<String>,
    /// Words that take up the actor of the sentence before: "it".
    pub pronouns: Vec<String>,
}

/// One actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Its place in the library.
    pub id: ActorId,
    /// Its name in its address.
    pub slug: Slug,
    /// Its name on pages.
    pub label: String,
    /// The noun phrases that name it as a subject.
    pub forms: Vec<String>,
}
