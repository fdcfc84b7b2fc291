//! Reads `site.toml`.

use super::fields::{Fields, Group, Located, parse_file};
use crate::content::diagnostics::{Problem, Sink, suggest};
use crate::library::{FULL, Id, Kind, KindId, RESERVED, Settings, Slug, path_of};

/// What `site.toml` holds, as far as it could be read.
pub struct SiteFile {
    /// The site's own words, if they are whole. They have no pages yet, since these are not known.
    pub settings: Option<Settings>,
    /// The declared kinds, each with the id of its place.
    pub kinds: Vec<Kind>,
    /// The order of the documents, by id.
    pub order: Vec<Located<String>>,
    /// The documents that the editors compared with each other, by id: every two of a group. `None`
    /// where that cannot be read.
    pub compared: Option<Vec<Group>>,
    /// The pages that the header leads to, by name.
    pub nav: Vec<Located<String>>,
}

/// Reads `site.toml`; `None` where it is no TOML.
pub fn read_site_file(text: &str, sink: Sink<'_>) -> Option<SiteFile> {
    if text.trim().is_empty() {
        sink.report_file(Problem::EmptyFile);
        return None;
    }
    let table = parse_file(text, sink)?;
    let mut fields = Fields::of_file(&table, text, sink);
    let kinds = kinds(&mut fields, sink);
    let order = fields.texts("documents");
    let compared = fields.groups("compared");
    let nav = fields.texts("nav");
    let settings = settings(&mut fields, &kinds, sink);
    fields.finish();
    Some(SiteFile {
        settings,
        kinds,
        order,
        compared,
        nav,
    })
}

fn settings(fields: &mut Fields<'_>, kinds: &[Kind], sink: Sink<'_>) -> Option<Settings> {
    let compare_kind = compare_kind(fields, kinds, sink);
    let edition_date = fields.date("edition_date");
    Some(Settings {
        title: fields.words("title"),
        tagline: fields.words("tagline"),
        description: fields.words("description"),
        edition: fields.words("edition"),
        editors: fields.words("editors"),
        nav: Vec::new(),
        searches: fields.strings("searches"),
        contact: fields.optional_words("contact"),
        wording_note: fields.optional_words("wording_note"),
        edition_date: edition_date?,
        compare_kind: compare_kind?,
    })
}

fn compare_kind(fields: &mut Fields<'_>, kinds: &[Kind], sink: Sink<'_>) -> Option<KindId> {
    let name = fields.text("compare_kind")?;
    let found = kinds.iter().find(|kind| kind.class.as_str() == name.value);
    if found.is_none() {
        let near = suggest(&name.value, kinds.iter().map(|kind| kind.class.as_str()));
        let kind = name.value;
        sink.report_at(name.span, Problem::UnknownKind { kind, near });
    }
    found.map(|kind| kind.id)
}

fn kinds(fields: &mut Fields<'_>, sink: Sink<'_>) -> Vec<Kind> {
    let tables = fields.tables("kinds");
    if tables.is_empty() {
        sink.report_at(fields.span(), Problem::MissingKey("kinds"));
    }
    let mut kinds: Vec<Kind> = Vec::new();
    for mut table in tables {
        let kind = kind(&mut table, KindId::new(kinds.len()), sink);
        let span = table.span();
        table.finish();
        let Some(kind) = kind else { continue };
        let same = |other: &Kind| other.class == kind.class || other.path == kind.path;
        if kinds.iter().any(same) {
            sink.report_at(span, Problem::DuplicateKind(kind.class.to_string()));
        } else {
            kinds.push(kind);
        }
    }
    kinds
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
        Some(path) if RESERVED.contains(&path.as_str()) || path.as_str() == FULL => {
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
