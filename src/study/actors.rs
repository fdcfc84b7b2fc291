//! What each actor does, in reading order.

use std::collections::HashMap;

use crate::library::{Act, ActorId, IdMap, Library, Part, Section};

/// The acts of a library by actor, in reading order.
#[must_use]
pub fn acts_by_actor(library: &Library) -> IdMap<ActorId, Vec<Act>> {
    let mut by_part: HashMap<Part, Vec<&Act>> = HashMap::new();
    for act in &library.actors.acts {
        by_part.entry(act.span.part).or_default().push(act);
    }
    let mut by_actor = IdMap::filled(library.actors.actors.values().len(), Vec::new());
    for part in library.sections().iter().flat_map(Section::parts) {
        let mut acts = by_part.remove(&part).unwrap_or_default();
        acts.sort_by_key(|act| act.span.range.start);
        for act in acts {
            by_actor[act.actor].push(act.clone());
        }
    }
    by_actor
}
