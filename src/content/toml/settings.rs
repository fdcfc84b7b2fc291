//! Reads `site.toml`.

use std::ops::Range;

use super::fields::{Fields, Group, Located, parse_file};
use super::security::security;
use crate::content::diagnostics::{Problem, Sink, suggest};
use crate::library::{Id, Kind, KindId, License, OWN_PARTS, RESERVED, Settings, Slug, path_of};

/// What `site.toml` holds, as far as it could be read.
pub struct SiteFile {
    /// The site's own words, if they are whole. They have no pages yet, since these are not known.
    pub settings: Option<Settings>,
    /// The declared kinds, each with the id of its place.
    pub kinds: Vec<Kind>,
    /// The ids of kinds that are declared, but not soundly, so that nothing follows from their absence.
    pub damaged_kinds: Vec<String>,
    /// The order of the documents, by id.
    pub order: Vec<Located<String>>,
    /// The documents that the editors compared with each other, by id: every two of a group. `None`
    /// where that cannot be read.
    pub compared: Option<Vec<Group>>,
    /// The pages that the header leads to, by name.
    pub nav: Vec<Located<String>>,
    /// Where the number of the edition stands, for reporting that the edition is told nowhere.
    pub edition_span: Range<usize>,
}

/// Reads `site.toml`; `None` where it is no TOML.
pub fn read_site_file(text: &str, sink: Sink<'_>) -> Option<SiteFile> {
    if text.trim().is_empty() {
        sink.report_file(Problem::EmptyFile);
        return None;
    }
    let table = parse_file(text, sink)?;
    let mut fields = Fields::of_file(&table, text, sink);
    let (kinds, damaged_kinds) = kinds(&mut fields, sink);
    let order = fields.texts("documents");
    let compared = fields.groups("compared");
    let nav = fields.texts("nav");
    let settings = settings(&mut fields, &kinds, &damaged_kinds, sink);
    let edition_span = fields.place_of("edition");
    fields.finish();
    Some(SiteFile {
        settings,
        kinds,
        damaged_kinds,
        order,
        compared,
        nav,
        edition_span,
    })
}

fn settings(
    fields: &mut Fields<'_>,
    kinds: &[Kind],
    damaged_kinds: &[String],
    sink: Sink<'_>,
) -> Option<Settings> {
    let compare_kind = compare_kind(fields, kinds, damaged_kinds, sink);
    let edition_date = fields.date("edition_date");
    Some(Settings {
        title: fields.words("title"),
        tagline: fields.words("tagline"),
        description: fields.words("description"),
        edition: fields.words("edition"),
        editors: fields.words("editors"),
        nav: Vec::new(),
        searches: fields.strings("searches"),
        license: license(fields, sink),
        security: security(fields, edition_date),
        contact: address(fields, "contact", &["https://", "http://", "mailto:"], sink),
        wording_note: fields.optional_words("wording_note"),
        edition_date: edition_date?,
        compare_kind: compare_kind?,
    })
}

fn license(fields: &mut Fields<'_>, sink: Sink<'_>) -> Option<License> {
    let mut table = fields.table("license")?;
    let name = table.text("name");
    table.require("url");
    let url = address(&mut table, "url", &["https://", "http://"], sink);
    table.finish();
    Some(License {
        name: name?.value,
        url: url?,
    })
}

/// An address that begins in one of some ways, if the key is there.
fn address(
    fields: &mut Fields<'_>,
    key: &'static str,
    starts: &[&str],
    sink: Sink<'_>,
) -> Option<String> {
    let text = fields.optional_text(key)?;
    let is_known = |start: &&str| text.value.len() > start.len() && text.value.starts_with(*start);
    if !starts.iter().any(is_known) {
        sink.report_at(text.span, Problem::UnsafeLink(text.value));
        return None;
    }
    Some(text.value)
}

/// The kind that the header leads to: the first one, if the editors name none.
fn compare_kind(
    fields: &mut Fields<'_>,
    kinds: &[Kind],
    damaged_kinds: &[String],
    sink: Sink<'_>,
) -> Option<KindId> {
    let Some(name) = fields.optional_text("compare_kind") else {
        return kinds.first().map(|kind| kind.id);
    };
    let found = kinds.iter().find(|kind| kind.class.as_str() == name.value);
    if found.is_none() && !damaged_kinds.contains(&name.value) {
        let problem = Problem::BadValue {
            near: suggest(&name.value, kinds.iter().map(|kind| kind.class.as_str())),
            value: name.value,
            expected: "the id of a kind that is declared here",
        };
        sink.report_at(name.span, problem);
    }
    found.map(|kind| kind.id)
}

/// The declared kinds, and the ids of those that cannot be read.
fn kinds(fields: &mut Fields<'_>, sink: Sink<'_>) -> (Vec<Kind>, Vec<String>) {
    let tables = fields.tables("kinds");
    fields.require_some("kinds", tables.is_empty());
    let mut kinds: Vec<Kind> = Vec::new();
    let mut damaged = Vec::new();
    for mut table in tables {
        let kind = kind(&mut table, KindId::new(kinds.len()), sink);
        let span = table.span();
        let id = table.known_words("id");
        table.finish();
        let Some(kind) = kind else {
            damaged.extend(id);
            continue;
        };
        let same = |other: &Kind| other.class == kind.class || other.path == kind.path;
        if kinds.iter().any(same) {
            sink.report_at(span, Problem::DuplicateKind(kind.class.to_string()));
        } else {
            kinds.push(kind);
        }
    }
    (kinds, damaged)
}

fn kind(table: &mut Fields<'_>, id: KindId, sink: Sink<'_>) -> Option<Kind> {
    let name = table.text("id");
    let singular = table.text("singular");
    let plural = table.text("plural");
    let (name, singular, plural) = (name?, singular?, plural?);
    let class = Slug::parse(&name.value);
    let path = path_of(&plural.value);
    if class.is_none() {
        sink.report_at(name.span, Problem::MalformedId(name.value));
    }
    match &path {
        None => {
            let problem = Problem::BadValue {
                value: plural.value.clone(),
                expected: "a plural that can be part of an address: letters `a` to `z`, digits and \
                           single spaces",
                near: None,
            };
            sink.report_at(plural.span, problem);
        }
        Some(path) if is_own(path) => {
            sink.report_at(plural.span, Problem::Reserved(path.to_string()));
        }
        Some(_) => {}
    }
    Some(Kind {
        id,
        class: class?,
        singular: singular.value,
        plural: plural.value,
        path: path?,
    })
}

/// Whether the site's own addresses have this name.
fn is_own(path: &Slug) -> bool {
    let path = path.as_str();
    RESERVED.contains(&path) || OWN_PARTS.contains(&path)
}
