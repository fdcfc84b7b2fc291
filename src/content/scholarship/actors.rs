//! Reads `actors.toml`: who acts, and the words by which a sentence says so.

use std::collections::{HashMap, HashSet};

use crate::content::diagnostics::{Fault, Problem, Sink};
use crate::content::toml::{Fields, Located, parse_file};
use crate::library::{Actor, ActorId, Actors, Id, IdMap, Slug};

/// Reads the actors, as far as they can be read.
pub fn read_actors(text: &str, sink: Sink<'_>) -> Option<Actors> {
    let table = parse_file(text, sink)?;
    let mut fields = Fields::of_file(&table, text, sink);
    let mut actors = Actors {
        actors: IdMap::default(),
        told: fields.strings("told"),
        undertakes: fields.strings("undertakes"),
        adverbs: fields.strings("adverbs"),
        not_after: fields.strings("not_after"),
        pronouns: fields.strings("pronouns"),
    };
    let mut taken = Taken::default();
    for table in fields.tables("actors") {
        let id = ActorId::new(actors.actors.values().len());
        if let Some(actor) = read_actor(table, id, &mut taken, sink) {
            actors.actors.push(actor);
        }
    }
    fields.finish();
    Some(actors)
}

/// The names and forms of the actors so far.
#[derive(Default)]
struct Taken {
    slugs: HashSet<Slug>,
    /// Who has a form, in lower case.
    forms: HashMap<String, Slug>,
}

fn read_actor(
    mut table: Fields<'_>,
    id: ActorId,
    taken: &mut Taken,
    sink: Sink<'_>,
) -> Option<Actor> {
    let name = table.text("slug");
    let label = table.words("label");
    let forms = table.texts("forms");
    if forms.is_empty() {
        sink.report_at(table.place_of("forms"), Problem::MissingKey("forms"));
    }
    table.finish();
    let name = name?;
    let Some(slug) = Slug::parse(&name.value) else {
        sink.report_at(name.span, Problem::MalformedId(name.value));
        return None;
    };
    if !taken.slugs.insert(slug.clone()) {
        sink.report_at(name.span, Fault::DuplicateSlug(slug.to_string()));
    }
    for form in &forms {
        check_form(form, &slug, taken, sink);
    }
    Some(Actor {
        id,
        slug,
        label,
        forms: forms.into_iter().map(|form| form.value).collect(),
    })
}

fn check_form(form: &Located<String>, slug: &Slug, taken: &mut Taken, sink: Sink<'_>) {
    let folded = form.value.to_lowercase();
    if let Some(first) = taken.forms.get(&folded) {
        let fault = Fault::FormTaken {
            form: form.value.clone(),
            first: first.to_string(),
        };
        sink.report_at(form.span.clone(), fault);
    } else {
        taken.forms.insert(folded, slug.clone());
    }
}
