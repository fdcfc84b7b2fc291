//! A section with every match after the paragraph that it belongs to: what one prints to work on.

use askama::Template;

use super::excerpt::Excerpt;
use super::section::{crumbs_to, to_section};
use super::section_part::SectionPart;
use crate::library::{Language, Section};
use crate::site::citing::copied_credit;
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::Link;
use crate::site::html::Html;
use crate::site::routes::{Route, TextFormat};
use crate::site::shell::{Head, Shell};

/// The page. Search engines are led to that of the section.
#[derive(Template)]
#[template(path = "text/section_matches.html")]
pub struct SectionMatchesPage<'a> {
    shell: Shell<'a>,
    crumbs: Vec<Link<'a>>,
    language: &'a Language,
    credit: String,
    /// The page of the section.
    back: Link<'a>,
    sections: Vec<Html<SectionPart<'a>>>,
}

impl<'a> SectionMatchesPage<'a> {
    /// The page of this section and everything below it.
    pub fn new(ctx: RenderContext<'a>, section: &'a Section) -> Self {
        let document = &ctx.library[section.document];
        let metadata = &document.metadata;
        let name = ctx.section_name(section.id);
        let title = format!("{} with matches · {name}", section.title);
        let description = format!("{name} with every match after the paragraph it belongs to.");
        let head = Head::new(Route::SectionMatches(section.id), title, description).of(document);
        let shell =
            Shell::new(ctx, head).standing_for(ctx, Route::Section(section.id, TextFormat::Html));
        Self {
            shell,
            crumbs: crumbs_to(ctx, section),
            language: &metadata.language,
            credit: copied_credit(ctx, document),
            back: to_section(ctx, section),
            sections: SectionPart::all(Excerpt::with_matches(ctx, section)),
        }
    }
}
