//! Reads `actors.toml`: who acts in the texts, and the clauses that say so.

use std::collections::HashSet;

use super::acts::{Acts, KnownActors};
use crate::content::diagnostics::{Fault, Problem, Sink};
use crate::content::toml::{Fields, parse_file};
use crate::library::{Actor, ActorId, Actors, Id, IdMap, Library, Slug};

/// Reads the actors and their acts, as far as they can be read. Without a library the acts are
/// checked only for their form, and none comes of it.
pub fn read_actors(text: &str, library: Option<&Library>, sink: Sink<'_>) -> Option<Actors> {
    let table = parse_file(text, sink)?;
    let mut fields = Fields::of_file(&table, text, sink);
    let tables = fields.tables("actors");
    let count = tables.len();
    let mut actors: IdMap<ActorId, Actor> = IdMap::default();
    let mut taken = HashSet::new();
    for table in tables {
        let id = ActorId::new(actors.values().len());
        if let Some(actor) = read_actor(table, id, &mut taken, sink) {
            actors.push(actor);
        }
    }
    let known = KnownActors {
        actors: actors.values(),
        complete: actors.values().len() == count,
    };
    let mut acts = Acts::new(library, known, sink);
    for table in fields.tables("acts") {
        acts.read(table);
    }
    let acts = acts.into_vec();
    fields.finish();
    Some(Actors { actors, acts })
}

fn read_actor(
    mut table: Fields<'_>,
    id: ActorId,
    taken: &mut HashSet<Slug>,
    sink: Sink<'_>,
) -> Option<Actor> {
    let name = table.text("slug");
    let label = table.words("label");
    table.finish();
    let name = name?;
    let Some(slug) = Slug::parse(&name.value) else {
        sink.report_at(name.span, Problem::MalformedId(name.value));
        return None;
    };
    if !taken.insert(slug.clone()) {
        sink.report_at(name.span, Fault::DuplicateSlug(slug.to_string()));
    }
    Some(Actor { id, slug, label })
}
