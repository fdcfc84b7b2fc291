//! The page of a section: itself and everything below it.

use askama::Template;

use super::byline::credit;
use super::contents::Contents;
use super::edition::Edition;
use super::findings::Findings;
use super::link::Link;
use super::quotes::typographic;
use super::shell::{Head, Shell};
use super::terms_here::TermHere;
use super::text::{Excerpt, SectionPart, opening};
use crate::library::address;
use crate::library::document::Document;

/// How many characters of the text a description holds.
const DESCRIPTION: usize = 150;

/// A chapter, principle, task…
#[derive(Template)]
#[template(path = "section.html")]
pub struct SectionPage {
    shell: Shell,
    contents: Contents,
    crumbs: Vec<Link>,
    kind: String,
    listing: String,
    language: String,
    credit: String,
    sections: Vec<SectionPart>,
    below: Contents,
    terms: Vec<TermHere>,
    findings: Option<Findings>,
    previous: Option<Link>,
    next: Option<Link>,
    beyond: Option<Link>,
}

impl SectionPage {
    /// The page of the section at this place of a document.
    pub fn new(edition: Edition<'_>, document: &Document, at: usize) -> Self {
        let section = &document.sections[at];
        let path = address::section(section);
        let short = &document.metadata.short_title;
        let number = &section.reference.section;
        let title = match &section.number {
            Some(_) => format!("{} · {short} {number}", section.title),
            None => format!("{} · {short}", section.title),
        };
        let head = Head {
            path: Some(&path),
            title: Some(title),
            description: format!(
                "{}: {}",
                section.reference,
                opening(document, section, DESCRIPTION)
            ),
            document: Some(document),
            data: true,
        };
        let above = document.ancestors(at);
        let crumbs = above
            .iter()
            .map(|&up| Link::to_section(&document.sections[up]));
        let parent = !section.children.is_empty();
        Self {
            shell: Shell::new(edition, head),
            contents: Contents::around(document, at),
            crumbs: std::iter::once(Link::to_document(document))
                .chain(crumbs)
                .collect(),
            kind: typographic(&section.kind.singular, None),
            listing: address::listing(document, &section.kind),
            language: document.metadata.language.clone(),
            credit: credit(&document.metadata),
            sections: Excerpt::new(edition, document, document.subtree(at))
                .with_answers()
                .sections(1),
            below: Contents::below(document, at),
            terms: TermHere::all(edition, &document.sections[document.subtree(at)]),
            findings: Findings::new(edition, document, at),
            previous: document.previous(at).map(Link::to_section),
            next: document.next(at).map(Link::to_section),
            beyond: document
                .next_outside(at)
                .filter(|_| parent)
                .map(Link::to_section),
        }
    }
}
