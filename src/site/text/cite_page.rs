//! A section as it is cited: for a page of a section, which has no room for six styles.

use askama::Template;

use super::section::{crumbs_to, to_section};
use crate::cite::Cited;
use crate::library::Section;
use crate::site::citing::CitePanel;
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::Link;
use crate::site::html::Html;
use crate::site::routes::{Route, TextFormat};
use crate::site::shell::{Head, Shell};

/// The page. Search engines are led to that of the section.
#[derive(Template)]
#[template(path = "text/cite_page.html")]
pub struct CitePage<'a> {
    shell: Shell<'a>,
    crumbs: Vec<Link<'a>>,
    /// `Strategy II.2`.
    name: String,
    /// The page of the section.
    back: Link<'a>,
    panel: Html<CitePanel<'a>>,
}

impl<'a> CitePage<'a> {
    /// The page of this section.
    pub fn new(ctx: RenderContext<'a>, section: &'a Section) -> Self {
        let name = ctx.section_name(section.id);
        let head = Head::new(
            Route::Cite(section.id),
            format!("Cite {name}"),
            format!("{name} as it is cited in six styles, and for programs that keep references."),
        );
        let page = Route::Section(section.id, TextFormat::Html);
        let document = &ctx.library[section.document];
        Self {
            shell: Shell::new(ctx, head.of(document)).standing_for(ctx, page),
            crumbs: crumbs_to(ctx, section),
            back: to_section(ctx, section),
            panel: Html(CitePanel::new(ctx, Cited::Section(section.id))),
            name,
        }
    }
}
