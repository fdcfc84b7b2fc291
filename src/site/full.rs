//! The whole text of a document on one page.

use askama::Template;

use super::byline::{byline, credit};
use super::contents::Contents;
use super::edition::Edition;
use super::quotes::typographic;
use super::shell::{Head, Shell};
use super::text::{Excerpt, SectionPart};
use crate::library::address;
use crate::library::document::Document;

/// Every section, in reading order.
#[derive(Template)]
#[template(path = "full.html")]
pub struct FullPage {
    shell: Shell,
    contents: Contents,
    about: String,
    short_title: String,
    title: String,
    title_zh: Option<String>,
    byline: String,
    rights: String,
    provenance: String,
    language: String,
    credit: String,
    sections: Vec<SectionPart>,
}

impl FullPage {
    /// The whole of this document.
    pub fn new(edition: Edition<'_>, document: &Document) -> Self {
        let metadata = &document.metadata;
        let path = address::full(document);
        let head = Head {
            path: Some(&path),
            title: Some(format!("{}, the whole text", metadata.title)),
            description: format!("The whole text on one page. {}", metadata.summary),
            document: Some(document),
            data: false,
        };
        let all = 0..document.sections.len();
        let mut shell = Shell::new(edition, head);
        shell.sheet.running = typographic(&metadata.title, None);
        Self {
            shell,
            contents: Contents::inside(document),
            about: address::document(document),
            short_title: metadata.short_title.clone(),
            title: typographic(&metadata.title, None),
            title_zh: metadata.title_zh.clone(),
            byline: byline(metadata),
            rights: typographic(&metadata.rights, None),
            provenance: typographic(&metadata.provenance, None),
            language: metadata.language.clone(),
            credit: credit(metadata),
            sections: Excerpt::new(edition, document, all).sections(2),
        }
    }
}
