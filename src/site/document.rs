//! The page about a document: contents, introduction, metadata, notes and repairs.

use askama::Template;

use super::byline::{byline, minutes, thousands};
use super::contents::Contents;
use super::edition::Edition;
use super::facts::{Fact, facts};
use super::link::Link;
use super::quotes::typographic;
use super::shell::{Head, Shell};
use super::text::Excerpt;
use crate::library::address;
use crate::library::document::Document;
use crate::library::metadata::{Affiliation, Repair, RepairKind};

/// About one document.
#[derive(Template)]
#[template(path = "document.html")]
pub struct DocumentPage {
    shell: Shell,
    genre: String,
    title: String,
    title_zh: Option<String>,
    byline: String,
    summary: String,
    full: String,
    minutes: usize,
    words: String,
    kinds: Vec<Link>,
    contents: Contents,
    introduction: Vec<String>,
    facts: Vec<Fact>,
    affiliations: Vec<Affiliation>,
    printed: Vec<String>,
    notes: Vec<NoteEntry>,
    repairs: Vec<RepairRow>,
}

struct NoteEntry {
    href: String,
    reference: String,
    html: String,
}

struct RepairRow {
    lines: String,
    kind: &'static str,
    reason: String,
}

impl DocumentPage {
    /// The page about this document.
    pub fn new(edition: Edition<'_>, document: &Document) -> Self {
        let library = edition.library;
        let metadata = &document.metadata;
        let path = address::document(document);
        let head = Head {
            path: Some(&path),
            title: Some(metadata.title.clone()),
            description: metadata.summary.clone(),
            document: Some(document),
            data: true,
        };
        let show = |text: &String| typographic(text, None);
        let words = document.word_count();
        Self {
            shell: Shell::new(edition, head),
            genre: show(&metadata.genre),
            title: show(&metadata.title),
            title_zh: metadata.title_zh.clone(),
            byline: byline(metadata),
            summary: show(&metadata.summary),
            full: address::full(document),
            minutes: minutes(words),
            words: thousands(words),
            kinds: library
                .kinds_of(document)
                .map(|kind| Link::to_listing(document, kind))
                .collect(),
            contents: Contents::whole(document),
            introduction: metadata.introduction.iter().map(show).collect(),
            facts: facts(metadata),
            affiliations: metadata.affiliations.clone(),
            printed: metadata
                .printed
                .iter()
                .map(|line| show(&line.text))
                .collect(),
            notes: notes(edition, document),
            repairs: metadata.repairs.iter().map(repair).collect(),
        }
    }
}

fn notes(edition: Edition<'_>, document: &Document) -> Vec<NoteEntry> {
    let nothing = Excerpt::new(edition, document, 0..0);
    document
        .annotated()
        .flat_map(|(reference, prose)| prose.notes.iter().map(move |note| (reference, note)))
        .map(|(reference, note)| NoteEntry {
            href: address::of(edition.library, reference).unwrap_or_default(),
            reference: reference.to_string(),
            html: nothing.note(&note.body),
        })
        .collect()
}

fn repair(repair: &Repair) -> RepairRow {
    let lines = match repair.kind {
        _ if repair.first == repair.last => repair.first.to_string(),
        RepairKind::Join => format!("{} and {}", repair.first, repair.last),
        _ => format!("{}–{}", repair.first, repair.last),
    };
    let kind = match repair.kind {
        RepairKind::Drop => "Dropped",
        RepairKind::Join => "Joined",
        RepairKind::Move => "Moved to the metadata",
        RepairKind::Label => "Label made a heading",
        RepairKind::Mark => "Marks only",
    };
    RepairRow {
        lines,
        kind,
        reason: typographic(&repair.reason, None),
    }
}
