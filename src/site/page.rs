//! A page of the editors' own.

use askama::Template;

use super::edition::Edition;
use super::quotes::typographic;
use super::shell::{Head, Shell};
use crate::library::address;
use crate::library::page::{Page, PageHeading};

/// About, method…
#[derive(Template)]
#[template(path = "page.html")]
pub struct WrittenPage {
    shell: Shell,
    title: String,
    description: String,
    headings: Vec<PageHeading>,
    html: String,
}

impl WrittenPage {
    /// This page.
    pub fn new(edition: Edition<'_>, page: &Page) -> Self {
        let path = address::page(page);
        let head = Head {
            path: Some(&path),
            title: Some(page.title.clone()),
            description: page.description.clone(),
            document: None,
            data: false,
        };
        Self {
            shell: Shell::new(edition, head),
            title: typographic(&page.title, None),
            description: typographic(&page.description, None),
            headings: page.headings.clone(),
            html: page.html.clone(),
        }
    }
}
