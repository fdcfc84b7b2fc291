//! Actors, and the clauses in which they act.

use crate::library::id::{ActorId, IdMap};
use crate::library::reference::Slug;
use crate::library::text::part::TextSpan;

/// Who acts in the texts, and where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Actors {
    /// The actors, in the order in which pages list them.
    pub actors: IdMap<ActorId, Actor>,
    /// What they do, in the order of the file.
    pub acts: Vec<Act>,
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
}

/// A clause in which an actor acts, as the editors marked it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The actor: the clause's subject, or whoever it ascribes a right, duty or deed to.
    pub actor: ActorId,
    /// What the clause says of the actor.
    pub kind: ActKind,
    /// The words of the clause, in a paragraph or an epigraph.
    pub span: TextSpan,
}

/// What a clause says of its actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActKind {
    /// What the actor will do, or is for.
    Commitment,
    /// What the actor is called on to do.
    Recommendation,
    /// What the actor has a right to, does, has done, can do or believes.
    Claim,
    /// What the actor is told not to do, or speaks against.
    Prohibition,
}

impl ActKind {
    /// Every kind, in the order in which pages list them.
    pub const ALL: [Self; 4] = [
        Self::Commitment,
        Self::Recommendation,
        Self::Claim,
        Self::Prohibition,
    ];

    /// Its name in the file, in data and, with an `s` in the plural, on pages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Commitment => "commitment",
            Self::Recommendation => "recommendation",
            Self::Claim => "claim",
            Self::Prohibition => "prohibition",
        }
    }
}
