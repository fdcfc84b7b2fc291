//! The page of a section: itself and everything below it.

use askama::Template;

use super::contents::{Contents, Rail};
use super::excerpt::Excerpt;
use super::matches::Partners;
use super::opening::opening;
use super::section_part::SectionPart;
use crate::cite::Cited;
use crate::library::{Document, Kind, Language, Section};
use crate::site::citing::{Footnote, copied_credit};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::html::Html;
use crate::site::routes::{Route, TextFormat};
use crate::site::shell::{Head, Shell};
use crate::site::terms::TermHere;

/// How many characters of the text a description holds.
const DESCRIPTION: usize = 150;

/// A chapter, principle, task…
#[derive(Template)]
#[template(path = "text/section.html")]
pub struct SectionPage<'a> {
    shell: Shell<'a>,
    rail: Html<Rail<'a>>,
    crumbs: Vec<Link<'a>>,
    kind: &'a Kind,
    /// The other sections of its kind in the document.
    listing: Href<'a>,
    language: &'a Language,
    credit: String,
    /// Itself first.
    sections: Vec<Html<SectionPart<'a>>>,
    /// The contents of what is below it.
    below: Option<Html<Contents<'a>>>,
    footnote: Footnote,
    /// The same in every style.
    cite: Href<'a>,
    terms: Vec<TermHere<'a>>,
    partners: Option<Html<Partners<'a>>>,
    previous: Option<Link<'a>>,
    next: Option<Link<'a>>,
    /// The first section after everything below this one; `None` where nothing is below.
    beyond: Option<Link<'a>>,
}

impl<'a> SectionPage<'a> {
    /// The page of this section.
    pub fn new(ctx: RenderContext<'a>, section: &'a Section) -> Self {
        let library = ctx.library;
        let document = &library[section.document];
        let metadata = &document.metadata;
        let beyond = library.next_outside(section);
        Self {
            shell: Shell::new(ctx, head(ctx, document, section)),
            rail: Html(Rail::of_section(ctx, section)),
            crumbs: crumbs(ctx, section),
            kind: &library[section.kind],
            listing: ctx.href(Route::Listing(document.id, section.kind)),
            language: &metadata.language,
            credit: copied_credit(ctx, document),
            sections: SectionPart::all(Excerpt::of_section(ctx, section)),
            below: Contents::below(ctx, section).map(Html),
            footnote: Footnote::new(ctx, Cited::Section(section.id)),
            cite: ctx.href(Route::Cite(section.id)),
            terms: TermHere::all(ctx, &library[section.subtree]),
            partners: Partners::new(ctx, section).map(Html),
            previous: library.previous(section).map(|one| to_section(ctx, one)),
            next: library.next(section).map(|one| to_section(ctx, one)),
            beyond: beyond
                .filter(|_| !section.children.is_empty())
                .map(|one| to_section(ctx, one)),
        }
    }
}

fn head<'a>(ctx: RenderContext<'a>, document: &'a Document, section: &Section) -> Head<'a> {
    let short_title = &document.metadata.short_title;
    let title = match &section.number {
        Some(_) => {
            let number = &section.reference.section;
            format!("{} · {short_title} {number}", section.title)
        }
        None => format!("{} · {short_title}", section.title),
    };
    let opening = opening(ctx.library, section, DESCRIPTION);
    let description = format!("{}: {opening}", section.reference);
    let route = Route::Section(section.id, TextFormat::Html);
    Head::new(route, title, description).of(document)
}

/// The document, and the sections above this one.
pub(super) fn crumbs<'a>(ctx: RenderContext<'a>, section: &Section) -> Vec<Link<'a>> {
    let document = &ctx.library[section.document];
    let about = ctx.href(Route::Document(document.id, TextFormat::Html));
    let above = ctx.library.ancestors(section).into_iter();
    let metadata = &document.metadata;
    let document = Link::new(about, metadata.short_title.as_str())
        .in_language(metadata.language_of(&metadata.short_title));
    let above = above.map(|one| to_section(ctx, one));
    std::iter::once(document).chain(above).collect()
}

/// The same with the section itself.
pub fn crumbs_to<'a>(ctx: RenderContext<'a>, section: &'a Section) -> Vec<Link<'a>> {
    let mut crumbs = crumbs(ctx, section);
    crumbs.push(to_section(ctx, section));
    crumbs
}

pub(super) fn to_section<'a>(ctx: RenderContext<'a>, section: &'a Section) -> Link<'a> {
    ctx.heading_link(section)
}
