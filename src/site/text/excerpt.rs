//! The sections of a document that a page shows.

use askama::Template;

use super::blocks::Blocks;
use super::notes::NotePart;
use super::prose::{Annotated, ProseHtml};
use super::tally::tally;
use crate::library::{Document, IdRange, Place, Reference, Section, SectionId};
use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::html::Html;

/// A run of a document's sections on a page.
#[derive(Clone, Copy)]
pub struct Excerpt<'a> {
    pub(super) ctx: RenderContext<'a>,
    shown: IdRange<SectionId>,
    /// The section whose page it is; `None` on the page of the whole text.
    page_of: Option<SectionId>,
}

/// A section as a page shows it.
#[derive(Template)]
#[template(path = "text/section_part.html")]
pub struct SectionPart<'a> {
    /// The level of its heading on this page, 1 for the page's own.
    level: usize,
    /// The element that holds it: a heading of level 1 is the page's, not a section's.
    element: &'static str,
    heading: Html<ProseHtml>,
    /// The signs of the heading's notes, which are links and so stand beside the heading's own.
    signs: Html<ProseHtml>,
    /// Where the section has its own page; `None` on that page.
    href: Option<Href<'a>>,
    reference: &'a Reference,
    notes: Vec<NotePart>,
    /// How many of its paragraphs have a counterpart, in words; on its own page.
    tally: Option<String>,
    blocks: Html<Blocks<'a>>,
}

impl<'a> Excerpt<'a> {
    /// The whole text of a document.
    pub fn whole(ctx: RenderContext<'a>, document: &Document) -> Self {
        Self {
            ctx,
            shown: document.sections,
            page_of: None,
        }
    }

    /// A section and everything below it, on the section's page.
    pub fn of_section(ctx: RenderContext<'a>, section: &Section) -> Self {
        Self {
            ctx,
            shown: section.subtree,
            page_of: Some(section.id),
        }
    }

    /// Its sections in reading order.
    pub fn sections(self) -> Vec<Html<SectionPart<'a>>> {
        let sections = &self.ctx.library[self.shown];
        let Some(first) = sections.first() else {
            return Vec::new();
        };
        // Above the sections of a whole text stands the heading of the page.
        let top = if self.page_of.is_some() { 1 } else { 2 };
        let sections = sections.iter().map(|section| {
            let level = top + usize::from(section.level) - usize::from(first.level);
            Html(self.section(section, level))
        });
        sections.collect()
    }

    fn section(self, section: &'a Section, level: usize) -> SectionPart<'a> {
        let Self { ctx, .. } = self;
        let id = section.reference.fragment();
        let heading = &section.heading;
        let own_page = self.is_page_of(section.id);
        SectionPart {
            level,
            element: if own_page { "div" } else { "section" },
            heading: Html(ProseHtml::bare(ctx.library, &Annotated::from(heading))),
            signs: Html(ProseHtml::signs(heading, &id)),
            href: (!own_page).then(|| ctx.section(section.id)),
            reference: &section.reference,
            notes: NotePart::of(ctx.library, heading, &id, &|place| self.place(place)),
            tally: own_page.then(|| tally(ctx, section)).flatten(),
            blocks: Html(Blocks::new(self, section)),
        }
    }

    /// Whether it stands on the page of this section.
    pub(super) fn is_page_of(self, section: SectionId) -> bool {
        self.page_of == Some(section)
    }

    /// Where a section or paragraph stands: on this page if it is shown here, else on the section's
    /// own.
    pub(super) fn place(self, place: Place) -> Href<'a> {
        let library = self.ctx.library;
        if self.shown.contains(library.section_of(place)) {
            Href::here(library.reference(place).fragment())
        } else {
            self.ctx.place(place)
        }
    }
}
