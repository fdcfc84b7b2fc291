//! Loads `site.toml`.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::fields::{Fields, Located, parse};
use super::problem::Problem;
use super::sink::Sink;
use crate::library::address::{FULL, RESERVED};
use crate::library::date::Date;
use crate::library::kind::{Kind, KindNames, path_of};
use crate::library::near::nearest;
use crate::library::reference::Slug;
use crate::library::settings::Settings;

/// What `site.toml` holds, as far as it could be read.
pub struct SiteFile {
    /// The site's own words, if they are whole.
    pub settings: Option<Settings>,
    /// The declared kinds.
    pub kinds: Vec<Kind>,
    /// The order of the documents, by id.
    pub order: Vec<Located<String>>,
    /// The pages that the header leads to, by name.
    pub nav: Vec<Located<String>>,
}

/// Reads `site.toml`; `None` where it is no TOML.
pub fn load(text: &str, sink: &Sink) -> Option<SiteFile> {
    if text.trim().is_empty() {
        sink.whole(Problem::EmptyFile);
        return None;
    }
    let table = parse(text, 0, sink)?;
    let first_line = 0..text.lines().next().map_or(0, str::len);
    let mut fields = Fields::new(table.get_ref(), first_line, 0, sink);
    let kinds = kinds(&mut fields, sink);
    let order = fields.texts("documents");
    let nav = fields.texts("nav");
    let settings = settings(&mut fields, &kinds, &nav, sink);
    fields.finish();
    Some(SiteFile {
        settings,
        kinds,
        order,
        nav,
    })
}

fn settings(
    fields: &mut Fields<'_>,
    kinds: &[Kind],
    nav: &[Located<String>],
    sink: &Sink,
) -> Option<Settings> {
    let compare_kind = compare_kind(fields, kinds, sink);
    let edition_date: Option<Date> = fields.date("edition_date");
    let settings = Settings {
        title: fields.words("title"),
        tagline: fields.words("tagline"),
        description: fields.words("description"),
        edition: fields.words("edition"),
        editors: fields.words("editors"),
        nav: nav.iter().map(|name| name.value.clone()).collect(),
        searches: fields
            .texts("searches")
            .into_iter()
            .map(|query| query.value)
            .collect(),
        contact: fields.optional_words("contact"),
        edition_date: edition_date?,
        compare_kind: compare_kind?,
    };
    Some(settings)
}

fn compare_kind(fields: &mut Fields<'_>, kinds: &[Kind], sink: &Sink) -> Option<Kind> {
    let name = fields.text("compare_kind")?;
    let found = kinds.iter().find(|kind| kind.id.as_str() == name.value);
    if found.is_none() {
        let known = kinds.iter().map(|kind| kind.id.as_str());
        let near = nearest(&name.value, known).map(str::to_owned);
        let kind = name.value;
        sink.at(name.span, Problem::UnknownKind { kind, near });
    }
    found.cloned()
}

fn kinds(fields: &mut Fields<'_>, sink: &Sink) -> Vec<Kind> {
    let mut taken = BTreeSet::new();
    let tables = fields.tables("kinds");
    if tables.is_empty() {
        sink.at(fields.span(), Problem::MissingKey("kinds"));
    }
    tables
        .into_iter()
        .filter_map(|mut table| {
            let kind = kind(&mut table, sink);
            let span = table.span();
            table.finish();
            let kind = kind?;
            for name in [format!("id {}", kind.id), format!("path {}", kind.path)] {
                if !taken.insert(name) {
                    let problem = Problem::DuplicateKind(kind.id.to_string());
                    sink.at(span.clone(), problem);
                    return None;
                }
            }
            Some(Arc::new(kind))
        })
        .collect()
}

fn kind(table: &mut Fields<'_>, sink: &Sink) -> Option<KindNames> {
    let id = table.text("id");
    let singular = table.text("singular");
    let plural = table.text("plural");
    let (id, singular, plural) = (id?, singular?, plural?);
    let slug = Slug::parse(&id.value);
    let path = path_of(&plural.value);
    if slug.is_none() {
        sink.at(id.span, Problem::MalformedId(id.value));
    }
    match &path {
        None => sink.at(
            plural.span,
            Problem::BadValue {
                value: plural.value.clone(),
                expected: "a plural that can stand in an address: letters `a` to `z`, digits and \
                           single spaces",
                near: None,
            },
        ),
        Some(path) if RESERVED.contains(&path.as_str()) || path.as_str() == FULL => {
            sink.at(plural.span, Problem::Reserved(path.to_string()));
        }
        Some(_) => {}
    }
    Some(KindNames {
        id: slug?,
        singular: singular.value,
        plural: plural.value,
        path: path?,
    })
}
