//! Loads `actors.toml`: who acts, and the words by which a sentence says so.

use std::collections::BTreeMap;

use super::fault::Fault;
use super::fields::{Fields, Located, parse};
use super::problem::Problem;
use super::sink::Sink;
use crate::library::actor::{Actor, Actors};
use crate::library::reference::Slug;

/// Reads the actors.
pub fn load(text: &str, sink: &Sink) -> Option<Actors> {
    let table = parse(text, 0, sink)?;
    let first_line = 0..text.lines().next().map_or(0, str::len);
    let mut fields = Fields::new(table.get_ref(), first_line, 0, sink);
    let mut phrases = |key: &'static str| -> Vec<String> {
        let texts = fields.texts(key);
        texts.into_iter().map(|text| text.value).collect()
    };
    let mut actors = Actors {
        actors: Vec::new(),
        told: phrases("told"),
        undertakes: phrases("undertakes"),
        adverbs: phrases("adverbs"),
        not_after: phrases("not_after"),
        pronouns: phrases("pronouns"),
    };
    let mut seen = Seen::default();
    actors.actors = fields
        .tables("actors")
        .into_iter()
        .filter_map(|table| actor(table, &mut seen, sink))
        .collect();
    fields.finish();
    Some(actors)
}

#[derive(Default)]
struct Seen {
    slugs: Vec<Slug>,
    forms: BTreeMap<String, Slug>,
}

fn actor(mut table: Fields<'_>, seen: &mut Seen, sink: &Sink) -> Option<Actor> {
    let name = table.text("slug");
    let label = table.words("label");
    let forms = table.texts("forms");
    if forms.is_empty() {
        sink.at(table.place_of("forms"), Problem::MissingKey("forms"));
    }
    table.finish();
    let name = name?;
    let Some(slug) = Slug::parse(&name.value) else {
        sink.at(name.span, Problem::MalformedId(name.value));
        return None;
    };
    if seen.slugs.contains(&slug) {
        let fault = Fault::DuplicateSlug(slug.to_string());
        sink.at(name.span, fault.into());
    }
    seen.slugs.push(slug.clone());
    for form in &forms {
        check_form(form, &slug, seen, sink);
    }
    Some(Actor {
        slug,
        label,
        forms: forms.into_iter().map(|form| form.value).collect(),
    })
}

fn check_form(form: &Located<String>, slug: &Slug, seen: &mut Seen, sink: &Sink) {
    let folded = form.value.to_lowercase();
    if let Some(first) = seen.forms.get(&folded) {
        let fault = Fault::FormTaken {
            form: form.value.clone(),
            first: first.to_string(),
        };
        sink.at(form.span.clone(), fault.into());
    } else {
        seen.forms.insert(folded, slug.clone());
    }
}
