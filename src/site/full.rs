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
    byline: String,
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
        Self {
            shell: Shell::new(edition, head),
            contents: Contents::inside(document),
            about: address::document(document),
            short_title: metadata.short_title.clone(),
            title: typographic(&metadata.title, None),
            byline: byline(metadata),
            language: metadata.language.clone(),
            credit: credit(metadata),
            sections: Excerpt::new(edition, document, all).sections(2),
        }
    }
}
